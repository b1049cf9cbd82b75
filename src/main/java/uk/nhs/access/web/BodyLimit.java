package uk.nhs.access.web;

import static uk.nhs.access.problem.Cid.BODY_TOO_LARGE;
import static uk.nhs.access.problem.Cid.MEDIA_TYPE_UNSUPPORTED;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
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

/** Refuses bodies of no type, over the limit by what really arrives, because not all announce it, and not in UTF-8. */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
class BodyLimit implements ReaderInterceptor {

    private final WebSettings settings;
    private final CurrentVertxRequest request;

    BodyLimit(WebSettings settings, CurrentVertxRequest request) {
        this.settings = settings;
        this.request = request;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext body) throws IOException {
        requireType(body.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE));
        if (body.getType() == InputStream.class) {
            return body.proceed(); // what is streamed is bounded line by line
        }
        byte[] bytes = read(body);
        if (bytes.length > settings.maxBodyBytes()) {
            throw new Problem(BODY_TOO_LARGE);
        }
        Utf8.require(bytes);
        body.setInputStream(new ByteArrayInputStream(bytes));
        return body.proceed();
    }

    /** What the front door has read has come to its end. Of one that was empty, the framework would wait for more. */
    private byte[] read(ReaderInterceptorContext body) throws IOException {
        RoutingContext context = request.getCurrent();
        if (!FrontDoor.hasRead(context)) {
            return body.getInputStream().readNBytes(settings.maxBodyBytes() + 1);
        }
        Buffer read = context.body().buffer();
        return read == null ? new byte[0] : read.getBytes();
    }

    /** The framework takes a body that names no type for one of the right type, and other sites may post such bodies. */
    private static void requireType(@Nullable String type) {
        if (type == null || type.isBlank()) {
            throw new Problem(MEDIA_TYPE_UNSUPPORTED);
        }
    }
}
