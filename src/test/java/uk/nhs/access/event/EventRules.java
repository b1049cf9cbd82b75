package uk.nhs.access.event;

import com.sun.net.httpserver.HttpExchange;
import java.util.Map;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;

/** What is right of an event and of the request that brings it, by RFC 8417, RFC 8935 and RFC 9493 alone. */
final class EventRules {

    private static final int LEAST_JTI = 16;

    private EventRules() {}

    /** Of the request that brings an event (RFC 8935, 2.1). */
    static void requireRequest(HttpExchange exchange) {
        require(exchange.getRequestMethod().equals("POST"), "the method is not POST");
        require(
                "application/secevent+jwt".equals(exchange.getRequestHeaders().getFirst("Content-Type")),
                "the media type is another");
        require("application/json".equals(exchange.getRequestHeaders().getFirst("Accept")), "it accepts no JSON");
    }

    /**
     * What the event says (RFC 8417).
     *
     * @param keys of the sender, as a JWK set
     */
    static JwtClaims checked(String token, String audience, String keys) throws JoseException, InvalidJwtException {
        JwtConsumer consumer = new JwtConsumerBuilder()
                .setExpectedType(true, "secevent+jwt")
                .setExpectedIssuer(ReceiverDouble.ISSUER)
                .setExpectedAudience(audience)
                .setRequireJwtId()
                .setRequireIssuedAt()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(new JsonWebKeySet(keys).getJsonWebKeys()))
                .build();
        JwtClaims claims = consumer.processToClaims(token);
        require(!claims.hasClaim("exp"), "what has happened does not expire");
        require(!claims.hasClaim("sub"), "the subject stands in sub_id");
        require(events(claims).size() == 1, "one event at a time");
        require("iss_sub".equals(subject(claims).get("format")), "the subject is of another format");
        require(String.valueOf(claims.getClaimValue("jti")).length() >= LEAST_JTI, "jti is short");
        require(claims.hasClaim("txn"), "there is no txn");
        return claims;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Map<String, Object>> events(JwtClaims claims) {
        return (Map<String, Map<String, Object>>) claims.getClaimValue("events");
    }

    /** The last part of the type of the one event. */
    static String type(JwtClaims claims) {
        String uri = events(claims).keySet().iterator().next();
        return uri.substring(uri.lastIndexOf('/') + 1);
    }

    /** Whom it is about (RFC 9493). */
    @SuppressWarnings("unchecked")
    static Map<String, Object> subject(JwtClaims claims) {
        return (Map<String, Object>) claims.getClaimValue("sub_id");
    }

    private static void require(boolean right, String otherwise) {
        if (!right) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
