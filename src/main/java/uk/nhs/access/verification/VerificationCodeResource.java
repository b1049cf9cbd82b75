package uk.nhs.access.verification;

import static uk.nhs.access.problem.Cid.CODE_UNKNOWN;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.caller.Scope;
import uk.nhs.access.channel.Channel;
import uk.nhs.access.code.CodePurpose;
import uk.nhs.access.idempotency.Idempotent;
import uk.nhs.access.problem.Ids;
import uk.nhs.access.web.Created;

/** Security codes for other services, such as sign-in. */
@Path("/v1/verification-codes")
@RolesAllowed(Scope.VERIFICATION_CODES)
class VerificationCodeResource {

    private final VerificationCodeService codes;

    VerificationCodeResource(VerificationCodeService codes) {
        this.codes = codes;
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    public RestResponse<VerificationCodeView> issue(@Valid @NotNull NewCode request) {
        Channel channel = Optional.ofNullable(request.channel()).orElse(Channel.TEXT);
        VerificationCodeView issued = codes.issue(request.account(), request.purpose().code, channel);
        return Created.at("/v1/verification-codes/" + issued.id(), issued);
    }

    @GET
    @Path("/{id}")
    public VerificationCodeView one(@PathParam("id") String id) {
        return codes.read(known(id));
    }

    @POST
    @Idempotent
    @Path("/{id}/check")
    @Consumes(MediaType.APPLICATION_JSON)
    public VerifiedCode check(@PathParam("id") String id, @Valid @NotNull EnteredCode request) {
        return codes.check(known(id), request.code());
    }

    @POST
    @Idempotent
    @Path("/{id}/resend")
    @Consumes(MediaType.APPLICATION_JSON)
    public VerificationCodeView resend(@PathParam("id") String id, @Valid @NotNull Resending request) {
        return codes.resend(known(id), Optional.ofNullable(request.channel()));
    }

    private static UUID known(String id) {
        return Ids.known(id, CODE_UNKNOWN);
    }

    /** Whom a code is for, and what for. */
    record NewCode(
            @NotNull UUID account,
            @NotNull Purpose purpose,
            @Nullable Channel channel) {}

    /** What services have codes sent for. Other purposes are this service's own. */
    enum Purpose {
        SIGN_IN(CodePurpose.SIGN_IN),
        CONFIRM_ACTION(CodePurpose.CONFIRM_ACTION);

        private final CodePurpose code;

        Purpose(CodePurpose code) {
            this.code = code;
        }
    }

    /** What the person entered. */
    record EnteredCode(
            @NotNull @Pattern(regexp = "[0-9]{6,10}") String code) {

        @Override
        public String toString() {
            return "EnteredCode[hidden]";
        }
    }

    /** How a code is to be sent this time. */
    record Resending(@Nullable Channel channel) {}
}
