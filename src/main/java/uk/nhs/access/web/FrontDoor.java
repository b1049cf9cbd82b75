package uk.nhs.access.web;

import static uk.nhs.access.problem.Cid.BODY_TOO_LARGE;
import static uk.nhs.access.problem.Cid.BODY_UNREADABLE;
import static uk.nhs.access.problem.Cid.HEADERS_TOO_LARGE;
import static uk.nhs.access.problem.Cid.NOT_FOUND;
import static uk.nhs.access.problem.Cid.URI_TOO_LONG;
import static uk.nhs.access.problem.Cid.WENT_WRONG;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.logging.Logger;
import uk.nhs.access.language.Language;
import uk.nhs.access.problem.Problem;

/**
 * What is refused before anything is read, and the last resort for what fails outside the resources.
 *
 * <p>The server has walls of its own behind these limits, but answers there with a bare status.
 */
@Singleton
class FrontDoor {

    private static final Logger LOG = Logger.getLogger(FrontDoor.class);

    /** After the headers that every answer has, before everything else. */
    private static final int FIRST = -10_000;

    /** What a request is marked with while its body is read here. */
    private static final String READING = FrontDoor.class.getName();

    private final WebSettings settings;
    private final Failures failures;
    private final ProblemAnswers answers;
    private final AllowedMethods operations;
    private final ProblemCount count;
    private final ObjectMapper json;

    FrontDoor(
            WebSettings settings,
            Failures failures,
            ProblemAnswers answers,
            AllowedMethods operations,
            ProblemCount count,
            ObjectMapper json) {
        this.settings = settings;
        this.failures = failures;
        this.answers = answers;
        this.operations = operations;
        this.count = count;
        this.json = json;
    }

    /**
     * Bodies are read before anything waits for them: a client that sends slowly holds up nobody but itself. Only what is
     * streamed is read by whoever answers it.
     */
    void open(@Observes Router router) {
        router.route().order(FIRST).handler(this::measure).failureHandler(this::explain);
        BodyHandler bodies = BodyHandler.create(false).setBodyLimit(settings.maxBodyBytes());
        router.route("/v1/*").order(FIRST + 1).handler(context -> {
            if (isStreamed(context.request())) {
                context.next();
            } else {
                context.put(READING, true);
                bodies.handle(context);
            }
        });
        router.route("/v1/*").order(FIRST + 2).handler(context -> {
            context.remove(READING);
            context.next();
        });
    }

    private void measure(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (hasParameters(request)) {
            context.fail(new Problem(NOT_FOUND));
        } else if (request.uri().length() > settings.maxAddress()) {
            context.fail(new Problem(URI_TOO_LONG));
        } else if (length(request) > settings.maxHeaders()) {
            context.fail(new Problem(HEADERS_TOO_LARGE));
        } else if (announced(request) > settings.maxBodyBytes() && !isStreamed(request)) {
            context.response().putHeader("Connection", "close");
            context.fail(new Problem(BODY_TOO_LARGE));
        } else {
            context.next();
        }
    }

    private boolean isStreamed(HttpServerRequest request) {
        return operations.isStreamed(request.method().name(), request.path());
    }

    /** Parameters inside a path would lead to a resource past whatever goes by its path. */
    private static boolean hasParameters(HttpServerRequest request) {
        String path = request.path();
        return path != null && path.contains(";");
    }

    private static int length(HttpServerRequest request) {
        return request.headers().entries().stream()
                .mapToInt(header -> header.getKey().length() + header.getValue().length())
                .sum();
    }

    /** The server itself refuses what is no number. */
    private static long announced(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }

    private void explain(RoutingContext context) {
        HttpServerResponse response = context.response();
        if (response.closed() || Failures.isClientGone(context.failure())) {
            return; // nobody is there to be told
        }
        if (response.headWritten()) {
            context.next();
            return;
        }
        Problem problem = explained(context);
        count.answered(problem.cid());
        if (problem.cid() == WENT_WRONG) {
            LOG.errorf(context.failure(), "%s urn:uuid:%s", WENT_WRONG.reference(), problem.instance());
        }
        Language language = Language.of(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        response.setStatusCode(problem.cid().status());
        response.putHeader(HttpHeaders.CONTENT_TYPE, ProblemAnswers.MEDIA_TYPE);
        response.putHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag());
        answers.headers(problem).forEach(response::putHeader);
        response.end(text(problem, language));
    }

    /** A body that breaks off in the middle of its chunks is a fault of whoever sent it. */
    private Problem explained(RoutingContext context) {
        if (isRefusal(context.statusCode())) {
            return failures.explain(context.statusCode());
        }
        return context.get(READING, false) ? new Problem(BODY_UNREADABLE) : failures.explain(context.failure());
    }

    private static boolean isRefusal(int status) {
        return status >= 400 && status < 500;
    }

    private String text(Problem problem, Language language) {
        try {
            return json.writeValueAsString(answers.body(problem, language));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
