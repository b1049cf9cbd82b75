package uk.nhs.access.event;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.List;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import uk.nhs.access.crypto.PublishedKey;
import uk.nhs.access.crypto.SigningKeys;

/** Makes Security Event Tokens (RFC 8417), and publishes the keys that they can be checked with. */
@Startup // where somebody listens, there must be a key
@Singleton
class EventTokens {

    private static final String TYPE = "secevent+jwt";

    private final SigningKeys keys;
    private final String issuer;

    EventTokens(EventSettings settings) {
        boolean used = !settings.receivers().isEmpty();
        keys = used && settings.throwAwayKey() && settings.signingKeys().isEmpty()
                ? SigningKeys.make(settings.algorithm())
                : SigningKeys.parse(
                        "EVENT_SIGNING_KEYS", settings.signingKeys().orElse(List.of()), settings.algorithm());
        issuer = settings.issuer().orElse("");
        if (used && keys.isEmpty()) {
            throw new IllegalStateException(
                    "EVENT_SIGNING_KEYS is not set. It lists the keys that events are signed with,"
                            + " each as id:file or id:base64 of an RSA key in PKCS#8; whoever has receivers needs one.");
        }
        if (used && issuer.isBlank()) {
            throw new IllegalStateException(
                    "EVENT_ISSUER is not set. It is the iss of events, the address of this service"
                            + " as others know it; whoever has receivers needs it.");
        }
    }

    List<PublishedKey> published() {
        return keys.published();
    }

    /** Signs it anew for each try, with the key of the day. All else stays as it was. */
    String sign(Announcement announcement, Receiver receiver) {
        try {
            JwtClaims claims = JwtClaims.parse(announcement.claims());
            claims.setIssuer(issuer);
            claims.setAudience(receiver.audience());
            return keys.sign(TYPE, claims.toJson());
        } catch (InvalidJwtException impossible) {
            throw new IllegalStateException("The claims of an event are always JSON", impossible);
        }
    }
}
