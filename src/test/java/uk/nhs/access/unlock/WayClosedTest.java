package uk.nhs.access.unlock;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.Refusal.assertRefused;
import static uk.nhs.access.support.Refusal.withoutInstance;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.LockedOut;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.Silence;
import uk.nhs.access.support.UnlockApi;

@QuarkusTest
@TestProfile(WayClosed.class)
class WayClosedTest {

    @Test
    void where_nothing_is_asked_everybody_is_sent_to_the_local_administrator() {
        Person person = LockedOut.somebody();
        Silence silence = Silence.of(person);

        Response known = UnlockApi.start(person.address(), LockedOut.digits(person));

        assertRefused(known, 422, "CID3306");
        assertThat(known.<String>path("detail")).contains("Local Administrator");
        assertThat(withoutInstance(UnlockApi.start("nobody@example.org", "1234")))
                .isEqualTo(withoutInstance(known));
        silence.isKept();
    }
}
