package uk.nhs.access.web;

import static uk.nhs.access.problem.Cid.BODY_TOO_LARGE;
import static uk.nhs.access.problem.Cid.BODY_UNREADABLE;
import static uk.nhs.access.problem.Cid.MEDIA_TYPE_UNSUPPORTED;
import static uk.nhs.access.problem.Cid.METHOD_NOT_ALLOWED;
import static uk.nhs.access.problem.Cid.NOT_ACCEPTABLE;
import static uk.nhs.access.problem.Cid.NOT_ALLOWED;
import static uk.nhs.access.problem.Cid.NOT_FOUND;
import static uk.nhs.access.problem.Cid.NOT_SIGNED_IN;
import static uk.nhs.access.problem.Cid.REQUEST_INVALID;
import static uk.nhs.access.problem.Cid.UNAVAILABLE;
import static uk.nhs.access.problem.Cid.WENT_WRONG;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpClosedException;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.InvalidPathException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.problem.Cid;
import uk.nhs.access.problem.Problem;

/** What a failure means to the caller. Nothing of a failure's own text gets out. */
@Singleton
class Failures {

    private static final Map<Integer, Cid> REFUSED_BY_FRAMEWORK = Map.of(
            400, BODY_UNREADABLE,
            401, NOT_SIGNED_IN,
            403, NOT_ALLOWED,
            404, NOT_FOUND,
            405, METHOD_NOT_ALLOWED,
            406, NOT_ACCEPTABLE,
            413, BODY_TOO_LARGE,
            415, MEDIA_TYPE_UNSUPPORTED);

    private final WebSettings settings;

    Failures(WebSettings settings) {
        this.settings = settings;
    }

    Problem explain(Throwable failure) {
        return cause(failure, Problem.class)
                .or(() -> cause(failure, ConstraintViolationException.class).map(Failures::invalid))
                .or(() -> cause(failure, JacksonException.class)
                        .filter(json -> failure instanceof JacksonException || isRefusal(failure))
                        .map(Failures::unreadable))
                .or(() -> isOutage(failure) ? Optional.of(unavailable()) : Optional.empty())
                .or(() -> isClientGone(failure) ? Optional.of(new Problem(BODY_UNREADABLE)) : Optional.empty())
                .or(() -> refusedByFramework(failure).map(Problem::new))
                .orElseGet(() -> new Problem(WENT_WRONG));
    }

    /** What a refusal of the server's own means. */
    Problem explain(int status) {
        return new Problem(REFUSED_BY_FRAMEWORK.getOrDefault(status, BODY_UNREADABLE));
    }

    private static Problem invalid(ConstraintViolationException invalid) {
        List<Map<String, String>> violations = invalid.getConstraintViolations().stream()
                .map(violation -> Map.of("field", name(violation.getPropertyPath()), "message", violation.getMessage()))
                .sorted(Comparator.comparing(violation -> violation.get("field")))
                .toList();
        return new Problem(REQUEST_INVALID).with("violations", violations);
    }

    /** The field's name as the caller wrote it, without the name of our method and parameter. */
    private static String name(Path path) {
        String name = StreamSupport.stream(path.spliterator(), false)
                .dropWhile(node -> node.getKind() == ElementKind.METHOD || node.getKind() == ElementKind.PARAMETER)
                .map(Path.Node::toString)
                .collect(Collectors.joining("."));
        return name.isEmpty() ? "body" : name;
    }

    private static Problem unreadable(JacksonException unreadable) {
        Problem problem = new Problem(BODY_UNREADABLE);
        if (unreadable instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            problem.with("field", field(mapping));
        }
        return problem;
    }

    private static String field(JsonMappingException mapping) {
        String path = mapping.getPath().stream()
                .map(part -> part.getFieldName() == null ? "[" + part.getIndex() + "]" : "." + part.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
        return path.length() <= 100 ? path : path.substring(0, 100);
    }

    /** The service cannot do what it is asked, and will be able to in a moment. */
    Problem unavailable() {
        return new Problem(UNAVAILABLE).with("retryAfter", settings.retryAfterOutage());
    }

    /** Why a COMMIT failed is no cause to the transaction manager: it stands beside its own failure, as suppressed. */
    private static boolean isOutage(@Nullable Throwable failure) {
        return chain(failure)
                .flatMap(cause -> Stream.concat(Stream.of(cause), Stream.of(cause.getSuppressed())))
                .flatMap(Failures::chain)
                .anyMatch(Outage::isOne);
    }

    /**
     * Whoever hangs up in the middle of a request is no fault of ours, and reads no answer. What is no outage, and still came by
     * a connection, came by theirs.
     */
    static boolean isClientGone(@Nullable Throwable failure) {
        return !isOutage(failure)
                && chain(failure)
                        .anyMatch(cause -> cause instanceof HttpClosedException
                                || cause instanceof ClosedChannelException
                                || cause instanceof SocketException
                                || isCutOff(cause));
    }

    /** What an answer is streamed by has no type of its own for a client that is gone. */
    private static boolean isCutOff(Throwable cause) {
        return cause instanceof IOException && "Connection has been closed".equals(cause.getMessage());
    }

    private static boolean isRefusal(Throwable failure) {
        return failure instanceof WebApplicationException web
                && web.getResponse().getStatus() == 400;
    }

    private static Optional<Cid> refusedByFramework(Throwable failure) {
        if (failure instanceof UnauthorizedException || failure instanceof AuthenticationFailedException) {
            return Optional.of(NOT_SIGNED_IN);
        }
        if (failure instanceof ForbiddenException) {
            return Optional.of(NOT_ALLOWED);
        }
        if (failure instanceof InvalidPathException) { // what serves the files of Swagger UI does not expect NUL
            return Optional.of(NOT_FOUND);
        }
        return failure instanceof WebApplicationException web
                ? Optional.ofNullable(REFUSED_BY_FRAMEWORK.get(web.getResponse().getStatus()))
                : Optional.empty();
    }

    private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
        return chain(failure).filter(type::isInstance).map(type::cast).findFirst();
    }

    private static Stream<Throwable> chain(@Nullable Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }
}
