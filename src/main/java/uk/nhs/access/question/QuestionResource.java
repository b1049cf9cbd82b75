package uk.nhs.access.question;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import uk.nhs.access.caller.Scope;

/** A signed-in person's own security questions. */
@Path("/v1/account/security-questions")
@RolesAllowed(Scope.ACCOUNT)
class QuestionResource {

    private final QuestionService questions;
    private final NewQuestions newQuestions;

    QuestionResource(QuestionService questions, NewQuestions newQuestions) {
        this.questions = questions;
        this.newQuestions = newQuestions;
    }

    @GET
    public QuestionsView own() {
        return questions.own();
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public QuestionsView set(@Valid @NotNull Choosing request) {
        return newQuestions.set(request.questions());
    }

    /** All questions that the person wants to be asked from now on. */
    record Choosing(@NotNull @Size(min = 1, max = 10) List<@Valid @NotNull Written> questions) {}
}
