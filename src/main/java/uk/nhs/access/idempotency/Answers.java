package uk.nhs.access.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import uk.nhs.access.caller.Callers;
import uk.nhs.access.problem.Problem;
import uk.nhs.access.web.ProblemAnswers;

/** Writes down what operations answer, and answers it again. */
@Singleton
class Answers {

    /** What the framework says of an answer that says nothing itself. */
    private static final MediaType JSON = MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8");

    private static final String REPLAYED = "Idempotency-Replayed";

    private final ProblemAnswers problems;
    private final Callers callers;
    private final ObjectMapper json;

    Answers(ProblemAnswers problems, Callers callers, ObjectMapper json) {
        this.problems = problems;
        this.callers = callers;
        this.json = json;
    }

    /** What an operation returned, a {@link RestResponse} or the body of an answer with 200. */
    Answer of(Object done) {
        RestResponse<?> answer = done instanceof RestResponse<?> whole ? whole : RestResponse.ok(done);
        return written(answer.getStatus(), answer.getStringHeaders(), answer.getEntity());
    }

    /**
     * A refusal, if it is the last word. To sign in again or to wait is asked of the caller; the request itself has not
     * been judged then, nor has it counted.
     */
    Optional<Answer> ifFinal(Problem refused) {
        int status = refused.cid().status();
        boolean isFinal = status < 500 && status != 401 && status != 403 && status != 429;
        return isFinal ? Optional.of(of(refused)) : Optional.empty();
    }

    private Answer of(Problem refused) {
        Response answer = problems.answer(refused, callers.language());
        return written(answer.getStatus(), answer.getStringHeaders(), answer.getEntity());
    }

    @ServerExceptionMapper
    public Response again(Replay replay) {
        Answer answer = replay.answer();
        Response.ResponseBuilder again = Response.status(answer.status())
                .type(JSON)
                .entity(answer.body().getBytes(StandardCharsets.UTF_8))
                .header(REPLAYED, true);
        headers(answer).forEach((name, values) -> {
            again.header(name, null);
            values.forEach(value -> again.header(name, value));
        });
        return again.build();
    }

    private Answer written(int status, MultivaluedMap<String, String> headers, Object body) {
        try {
            return new Answer(
                    status, json.writeValueAsString(headers), json.writeValueAsString(body), callers.demanded());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("What we answer is JSON", impossible);
        }
    }

    private Map<String, List<String>> headers(Answer answer) {
        try {
            return json.readValue(answer.headers(), new TypeReference<>() {});
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Only we write these headers", impossible);
        }
    }
}
