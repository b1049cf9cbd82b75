package uk.nhs.access.unlock;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import uk.nhs.access.crypto.SecretToken;
import uk.nhs.access.idempotency.Idempotent;
import uk.nhs.access.question.TypedAnswer;
import uk.nhs.access.web.Created;
import uk.nhs.access.web.EvenTime;

/** Unlocking an account. Nobody is signed in: whoever started goes on with the token that is the unlock's id. */
@Path("/v1/unlocks")
@PermitAll
class UnlockResource {

    private final UnlockStart start;
    private final Unlocking unlocking;
    private final UnlockCodeService codes;

    UnlockResource(UnlockStart start, Unlocking unlocking, UnlockCodeService codes) {
        this.start = start;
        this.unlocking = unlocking;
        this.codes = codes;
    }

    /** An address and four digits are no secret: whoever guessed them and the key would be given another's unlock. */
    @POST
    @EvenTime
    @Consumes(MediaType.APPLICATION_JSON)
    public RestResponse<UnlockView> start(@Valid @NotNull NewUnlock request) {
        UnlockView opened = start.open(new Details(request.emailAddress(), request.mobileNumberEnding()));
        return Created.at("/v1/unlocks/" + opened.id(), opened);
    }

    @POST
    @EvenTime
    @Idempotent(slow = true)
    @Path("/{id}/answers")
    @Consumes(MediaType.APPLICATION_JSON)
    public UnlockView answer(@PathParam("id") String id, @Valid @NotNull Answers request) {
        return unlocking.answer(
                new SecretToken(id),
                request.answers().stream().map(TypedAnswer::of).toList());
    }

    @POST
    @Idempotent(slow = true)
    @Path("/{id}/completion")
    @Consumes(MediaType.APPLICATION_JSON)
    public UnlockView complete(@PathParam("id") String id, @Valid @NotNull Completion request) {
        return unlocking.complete(new SecretToken(id), request.choice());
    }

    @POST
    @EvenTime
    @Idempotent
    @Path("/{id}/code")
    public UnlockView code(@PathParam("id") String id) {
        return codes.want(new SecretToken(id));
    }

    @POST
    @EvenTime
    @Idempotent
    @Path("/{id}/code/check")
    @Consumes(MediaType.APPLICATION_JSON)
    public UnlockView checkCode(@PathParam("id") String id, @Valid @NotNull TextedCode request) {
        return codes.check(new SecretToken(id), request.code());
    }

    /** What the person is recognised by. */
    record NewUnlock(
            @NotNull @Size(min = 3, max = 320) @Pattern(regexp = "[^\\p{Cc}\\p{Cs}]*@[^\\p{Cc}\\p{Cs}]*") String emailAddress,

            @NotNull @Pattern(regexp = "[0-9]{4}") String mobileNumberEnding) {

        @Override
        public String toString() {
            return "NewUnlock[hidden]";
        }
    }

    /** All answers, in the order of the questions. */
    record Answers(@NotNull @Size(min = 1, max = 10) List<@NotNull String> answers) {

        @Override
        public String toString() {
            return "Answers[hidden]";
        }
    }

    /** The code that was sent by text. */
    record TextedCode(
            @NotNull @Pattern(regexp = "[0-9]{6,10}") String code) {

        @Override
        public String toString() {
            return "TextedCode[hidden]";
        }
    }

    /** What is to become of the password. */
    record Completion(@NotNull UnlockChoice choice) {}
}
