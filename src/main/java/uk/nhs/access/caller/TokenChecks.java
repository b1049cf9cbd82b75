package uk.nhs.access.caller;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Map;
import java.util.stream.Collectors;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/** Holds every token to what its issuer is trusted for. The framework itself knows only one issuer. */
@ApplicationScoped
@Alternative
@Priority(1)
class TokenChecks extends JWTCallerPrincipalFactory {

    private static final JwtConsumer UNCHECKED = new JwtConsumerBuilder()
            .setSkipAllValidators()
            .setDisableRequireSignature()
            .setSkipSignatureVerification()
            .build();

    private final Map<String, IssuerChecks> issuers;

    TokenChecks(CallerSettings settings) {
        issuers = settings.issuers().values().stream()
                .map(issuer -> new IssuerChecks(issuer, settings.clockSkew()))
                .collect(Collectors.toMap(IssuerChecks::issuer, checks -> checks));
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo unused) throws ParseException {
        return new DefaultJWTCallerPrincipal(token, checksFor(token).claims(token));
    }

    /** The token names its issuer before anything of it is believed; that only chooses the checks it must pass. */
    private IssuerChecks checksFor(String token) throws ParseException {
        try {
            String issuer = UNCHECKED.processToClaims(token).getIssuer();
            IssuerChecks checks = issuer == null ? null : issuers.get(issuer);
            if (checks == null) {
                throw new ParseException("The token's issuer is not trusted");
            }
            return checks;
        } catch (InvalidJwtException | MalformedClaimException malformed) {
            throw new ParseException("Not a token", malformed);
        }
    }
}
