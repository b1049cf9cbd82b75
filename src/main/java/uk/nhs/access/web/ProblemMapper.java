package uk.nhs.access.web;

import static uk.nhs.access.problem.Cid.METHOD_NOT_ALLOWED;
import static uk.nhs.access.problem.Cid.WENT_WRONG;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import uk.nhs.access.language.Language;
import uk.nhs.access.problem.Problem;

/**
 * Every refusal and every failure leaves through here, so that each answer has its CID.
 *
 * <p>The kinds are listed because the framework has mappers of its own for them, and the nearest one wins.
 */
class ProblemMapper {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    private final Failures failures;
    private final ProblemAnswers answers;
    private final AllowedMethods methods;
    private final ProblemCount count;

    ProblemMapper(Failures failures, ProblemAnswers answers, AllowedMethods methods, ProblemCount count) {
        this.failures = failures;
        this.answers = answers;
        this.methods = methods;
        this.count = count;
    }

    @ServerExceptionMapper({
        Throwable.class,
        Problem.class,
        WebApplicationException.class,
        NotFoundException.class,
        JacksonException.class,
        MismatchedInputException.class,
        ConstraintViolationException.class,
        UnauthorizedException.class,
        ForbiddenException.class,
        AuthenticationFailedException.class
    })
    public Response answer(Throwable failure, HttpHeaders headers, UriInfo uri) {
        Problem problem = failures.explain(failure);
        count.answered(problem.cid());
        if (problem.cid() == WENT_WRONG) {
            LOG.errorf(failure, "%s urn:uuid:%s", WENT_WRONG.reference(), problem.instance());
        }
        Response answer = answers.answer(problem, language(headers));
        if (problem.cid() == METHOD_NOT_ALLOWED) {
            answer.getHeaders().putSingle(HttpHeaders.ALLOW, methods.allow(uri.getPath()));
        }
        return answer;
    }

    /** The framework's own reading fails on a header that is malformed, and then nothing would answer. */
    private static Language language(HttpHeaders headers) {
        return Language.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }
}
