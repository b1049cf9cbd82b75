package uk.nhs.access.caller;

import static uk.nhs.access.problem.Cid.NOT_ALLOWED;
import static uk.nhs.access.problem.Cid.NO_ACCOUNT;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonNumber;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.account.Account;
import uk.nhs.access.account.Accounts;
import uk.nhs.access.account.OdsCode;
import uk.nhs.access.account.Subject;
import uk.nhs.access.language.Language;
import uk.nhs.access.problem.Problem;
import uk.nhs.access.time.Locked;

/** Who is calling in the request that runs. */
@RequestScoped
public class Callers {

    private final JsonWebToken token;
    private final HttpServerRequest request;
    private final ClientAddress address;
    private final CallerSettings settings;
    private final Accounts accounts;
    private SignIn demanded = SignIn.ANY;
    private @Nullable Caller current;

    Callers(
            JsonWebToken token,
            HttpServerRequest request,
            ClientAddress address,
            CallerSettings settings,
            Accounts accounts) {
        this.token = token;
        this.request = request;
        this.address = address;
        this.settings = settings;
        this.accounts = accounts;
    }

    public Caller current() {
        if (current == null) {
            current = new Caller(subject(), twoStepsAt(), address());
        }
        return current;
    }

    /** The person who is calling, by name. */
    public Subject subject() {
        return new Subject(token.getIssuer(), token.getSubject());
    }

    public Actor actor() {
        return current().asActor();
    }

    /** The language that the request asks to be answered in. */
    public Language language() {
        return Language.of(request.getHeader("Accept-Language"));
    }

    public String address() {
        return address.of(request);
    }

    /** The account of the person who is calling. */
    public Account account() {
        return accounts.of(subject()).orElseThrow(() -> new Problem(NO_ACCOUNT));
    }

    /** The account of the person who is calling, locked. */
    public Locked<Account> lockAccount() {
        return accounts.lock(subject()).orElseThrow(() -> new Problem(NO_ACCOUNT));
    }

    /** Refuses whoever did not lately sign in with two steps. */
    public void requireTwoSteps(Instant now) {
        demanded = SignIn.TWO_STEPS;
        current().requireTwoSteps(now, settings.twoStepsMaxAge(), settings.clockSkew());
    }

    /** Refuses everybody but those whose password was accepted, and whose second step is outstanding. */
    public void requireSecondStepOutstanding() {
        demanded = SignIn.SECOND_STEP_OUTSTANDING;
        CallerSettings.TrustedIssuer issuer = issuer();
        if (Strength.hasTwoSteps(token, issuer.twoSteps()) || !Strength.hasPassword(token, issuer.passwordAccepted())) {
            throw new Problem(NOT_ALLOWED);
        }
    }

    /** What the request had to show of how its caller signed in, so far. */
    public SignIn demanded() {
        return demanded;
    }

    /** Refuses whoever did not sign in as another request had to show. */
    public void require(SignIn demand, Instant now) {
        switch (demand) {
            case TWO_STEPS -> requireTwoSteps(now);
            case SECOND_STEP_OUTSTANDING -> requireSecondStepOutstanding();
            case ANY -> {}
        }
    }

    /** The organisations whose Local Administrator the token says the caller is. What is no code is passed over. */
    public Set<OdsCode> organisations() {
        return Strength.values(token.getClaim(issuer().organisationClaim())).stream()
                .map(OdsCode::parse)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    /** Whether the caller has lost the phone, and may do nothing but get back in. Nobody is, where nobody is signed in. */
    public boolean isRecovering() {
        return token.getIssuer() != null && token.getGroups().contains(Scope.RECOVERIES);
    }

    private CallerSettings.TrustedIssuer issuer() {
        return settings.issuers().values().stream()
                .filter(issuer -> issuer.issuer().equals(token.getIssuer()))
                .findFirst()
                .orElseThrow();
    }

    private @Nullable Instant twoStepsAt() {
        return Strength.hasTwoSteps(token, issuer().twoSteps()) ? instant(token.getClaim("auth_time")) : null;
    }

    /** Numbers come out of a token as themselves or as JSON, depending on the claim. */
    private static @Nullable Instant instant(@Nullable Object claim) {
        try {
            if (claim instanceof JsonNumber seconds) {
                return Instant.ofEpochSecond(seconds.longValueExact());
            }
            if (claim instanceof BigInteger seconds) {
                return Instant.ofEpochSecond(seconds.longValueExact());
            }
            return claim instanceof Number seconds ? Instant.ofEpochSecond(seconds.longValue()) : null;
        } catch (ArithmeticException | DateTimeException noTime) {
            return null;
        }
    }
}
