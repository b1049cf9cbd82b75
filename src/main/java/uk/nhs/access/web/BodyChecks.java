package uk.nhs.access.web;

import static uk.nhs.access.problem.Cid.MEDIA_TYPE_UNSUPPORTED;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.buffer.Buffer;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.problem.Problem;

/** Refuses bodies of no type, and not in UTF-8. How long they may be is the {@link FrontDoor}'s, which has read them. */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
class BodyChecks implements ReaderInterceptor {

    private final CurrentVertxRequest request;

    BodyChecks(CurrentVertxRequest request) {
        this.request = request;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext body) throws IOException {
        requireType(body.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE));
        if (body.getType() == InputStream.class) {
            return body.proceed(); // what is streamed is bounded line by line
        }
        byte[] bytes = read();
        Utf8.require(bytes);
        body.setInputStream(new ByteArrayInputStream(bytes));
        return body.proceed();
    }

    /** Where nothing came there is nothing, and the framework would wait for more. */
    private byte[] read() {
        Buffer read = request.getCurrent().body().buffer();
        return read == null ? new byte[0] : read.getBytes();
    }

    /** The framework takes a body that names no type for one of the right type, and other sites may post such bodies. */
    private static void requireType(@Nullable String type) {
        if (type == null || type.isBlank()) {
            throw new Problem(MEDIA_TYPE_UNSUPPORTED);
        }
    }
}
