package uk.nhs.access.caller;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** Whose tokens are accepted and what they must say, and what stands before the service. */
@ConfigMapping(prefix = "caller")
public interface CallerSettings {

    /** The identity providers, each under a name of its own. */
    Map<String, TrustedIssuer> issuers();

    /** How far an issuer's clock may be off. */
    @WithDefault("30s")
    @DurationMin
    @DurationMax(minutes = 2)
    Duration clockSkew();

    /** For how long after signing in with two steps a person may start what needs them. */
    @WithDefault("15m")
    @DurationMin(seconds = 1)
    Duration twoStepsMaxAge();

    /** How many proxies stand before the service, each of which appends to {@code X-Forwarded-For} whom it was asked by. */
    @WithDefault("1")
    @Min(1) int proxies();

    /** One identity provider (OpenID Connect, or any issuer of signed JWTs). */
    interface TrustedIssuer {

        /** The exact {@code iss}. */
        String issuer();

        /** The {@code aud} that stands for this service. */
        String audience();

        /** Where the issuer's public keys are: the address or file of a JWKS, or a PEM file. */
        String keys();

        /** The signature algorithms that this issuer uses; tokens signed otherwise are refused. */
        @WithDefault("RS256")
        Set<SignatureAlgorithm> algorithms();

        /** The scopes that this issuer may give; all where the list is left out, which production refuses. */
        Optional<Set<String>> scopes();

        @WithDefault("sub")
        String subjectClaim();

        @WithDefault("scope")
        String scopeClaim();

        /** The claim that names the organisations whose accounts a Local Administrator looks after: one code, or a list. */
        @WithDefault("organisation")
        String organisationClaim();

        TwoSteps twoSteps();

        /** What in a token says that the password was accepted, where two steps were not: a method or a vector. */
        @WithDefault("pwd,Cp")
        List<String> passwordAccepted();
    }

    /**
     * What in a token says that its person signed in with two steps. Any one claim is enough.
     *
     * <p>Where several values are needed together they are joined with dots, as in {@code Cp.Cd}.
     */
    interface TwoSteps {

        /** Authentication methods (RFC 8176). */
        @WithDefault("mfa")
        List<String> amr();

        /** Authentication context classes (OpenID Connect Core 1.0, section 2), compared whole. */
        Optional<List<String>> acr();

        /** Vectors of trust (RFC 8485), by default those of NHS login. */
        @WithDefault("Cp.Cd,Cp.Ck,Ck,Cm")
        List<String> vot();
    }
}
