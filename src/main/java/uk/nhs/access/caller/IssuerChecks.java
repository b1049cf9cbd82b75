package uk.nhs.access.caller;

import static uk.nhs.access.problem.Cid.UNAVAILABLE;

import io.smallrye.jwt.auth.principal.DefaultJWTTokenParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.problem.Problem;

/** The checks that a token of one issuer must pass: signature, algorithm, issuer, audience, times, subject, scopes. */
final class IssuerChecks {

    /** Unknown key ids make the keys be fetched again at most this often. */
    private static final int MINUTES_BETWEEN_FORCED_REFRESHES = 1;

    /** An issuer that cannot be reached signs nobody out for a day: its last keys stay good. */
    private static final int MINUTES_WITHOUT_ISSUER = 24 * 60;

    private static final Logger LOG = Logger.getLogger(IssuerChecks.class);

    private static final int RETRY_AFTER_SECONDS = 30;

    private static final String GROUPS = "groups";

    private final CallerSettings.TrustedIssuer trusted;
    private final JWTAuthContextInfo rules;
    private final DefaultJWTTokenParser parser = new DefaultJWTTokenParser();

    IssuerChecks(CallerSettings.TrustedIssuer trusted, Duration clockSkew) {
        this.trusted = trusted;
        rules = new JWTAuthContextInfo();
        rules.setIssuedBy(trusted.issuer());
        rules.setExpectedAudience(Set.of(trusted.audience()));
        rules.setPublicKeyLocation(trusted.keys());
        rules.setSignatureAlgorithm(trusted.algorithms());
        rules.setClockSkew(Math.toIntExact(clockSkew.toSeconds()));
        rules.setForcedJwksRefreshInterval(MINUTES_BETWEEN_FORCED_REFRESHES);
        rules.setJwksRetainCacheOnErrorDuration(MINUTES_WITHOUT_ISSUER);
        rules.setRequiredClaims(Set.of("exp", "iat", trusted.subjectClaim()));
        rules.setRelaxVerificationKeyValidation(false);
    }

    String issuer() {
        return trusted.issuer();
    }

    JwtClaims claims(String token) throws ParseException {
        try {
            JwtClaims claims = checked(token);
            claims.setSubject(subject(claims));
            claims.setStringListClaim(GROUPS, scopes(claims));
            return claims;
        } catch (MalformedClaimException malformed) {
            throw new ParseException("A claim of the token has the wrong type", malformed);
        }
    }

    /** Whoever cannot be checked because the issuer's keys cannot be had is not refused, but asked to wait. */
    private JwtClaims checked(String token) throws ParseException {
        try {
            return parser.parse(token, rules).getJwtClaims();
        } catch (ParseException failed) {
            if (Stream.iterate((Throwable) failed, cause -> cause != null, Throwable::getCause)
                    .anyMatch(IOException.class::isInstance)) {
                LOG.warnf("The keys of %s cannot be had from %s", trusted.issuer(), trusted.keys());
                throw new Problem(UNAVAILABLE).with("retryAfter", RETRY_AFTER_SECONDS);
            }
            throw failed;
        }
    }

    private String subject(JwtClaims claims) throws MalformedClaimException, ParseException {
        String subject = claims.getStringClaimValue(trusted.subjectClaim());
        if (subject == null || subject.isBlank() || subject.chars().anyMatch(Character::isISOControl)) {
            throw new ParseException("The token speaks for nobody");
        }
        return subject;
    }

    /** The scopes that the token lists (RFC 8693, section 4.2), less those that its issuer may not give. */
    private List<String> scopes(JwtClaims claims) throws MalformedClaimException {
        List<String> listed = claims.getClaimValue(trusted.scopeClaim()) instanceof List<?>
                ? claims.getStringListClaimValue(trusted.scopeClaim())
                : words(claims.getStringClaimValue(trusted.scopeClaim()));
        Optional<Set<String>> allowed = trusted.scopes();
        return (listed.contains(Scope.RECOVERIES) ? List.of(Scope.RECOVERIES) : listed)
                .stream()
                        .filter(scope -> allowed.isEmpty() || allowed.get().contains(scope))
                        .toList();
    }

    private static List<String> words(@Nullable String text) {
        return text == null || text.isBlank()
                ? List.of()
                : Arrays.asList(text.strip().split(" +"));
    }
}
