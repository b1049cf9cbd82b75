package uk.nhs.access.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.Rows;

/** A test for which two services listen, one to everything and one to locks, with nothing left over for them. */
abstract class TwoListeners {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    ReceiverDouble all;
    ReceiverDouble locks;

    @BeforeEach
    void begin_with_nothing_left_over() {
        Rows.change("delete from announcement");
        all = listener(Listening.ALL, "all");
        locks = listener(Listening.LOCKS, "locks");
    }

    @AfterEach
    void nobody_listens() {
        all.close();
        locks.close();
    }

    void assertTold(Person person, String... types) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThat(all.types(person.subject())).containsExactly(types));
    }

    static void await(Supplier<Boolean> condition) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(condition::get);
    }

    static String jti(JwtClaims claims) {
        try {
            return claims.getJwtId();
        } catch (MalformedClaimException malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    private static ReceiverDouble listener(String setting, String audience) {
        URI url = ConfigProvider.getConfig().getValue(setting, URI.class);
        return ReceiverDouble.at(
                url, audience, () -> RestAssured.get("/v1/event-keys").asString());
    }
}
