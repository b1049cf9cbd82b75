package uk.nhs.access.packaged;

import java.net.URI;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import uk.nhs.access.event.ReceiverDouble;
import uk.nhs.access.support.FreePort;

/** A service that a cluster tells of events. */
final class Listener implements AutoCloseable {

    private static final String AUDIENCE = "signin";

    private final URI url;
    private final String key = freshKey();
    private ReceiverDouble receiver;

    private Listener(URI url) {
        this.url = url;
    }

    static Listener onFreePort() {
        return new Listener(URI.create("http://127.0.0.1:" + FreePort.next() + "/events"));
    }

    /** What a cluster must be told, so that it tells this one. */
    Map<String, String> settings() {
        return Map.of(
                "EVENT_ISSUER",
                ReceiverDouble.ISSUER,
                "EVENT_SIGNING_KEYS",
                "it:" + key,
                "EVENT_RECEIVERS_SIGNIN_URL",
                url.toString(),
                "EVENT_RECEIVERS_SIGNIN_AUDIENCE",
                AUDIENCE,
                "EVENT_LEASE",
                "4s",
                "EVENT_RETRY_MOST",
                "1s");
    }

    /** Begins to listen, and reads the keys of the cluster's replicas as they are at each time. */
    ReceiverDouble listenTo(Cluster cluster) {
        receiver = ReceiverDouble.at(
                url,
                AUDIENCE,
                () -> cluster.replica(0).get("/v1/event-keys", null).body());
        return receiver;
    }

    /** Of each event that came. */
    List<String> headers() {
        return receiver.headers().stream().map(Map::toString).toList();
    }

    /** A key that events can be signed with, in base64. */
    static String freshKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return Base64.getEncoder()
                    .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        receiver.close();
    }
}
