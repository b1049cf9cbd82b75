package uk.nhs.access.passwordchange;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.Refusal.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.PasswordApi;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.Silence;
import uk.nhs.access.support.TestTokens;

/** Who may change a password: whoever has one here and an account that works, signed in with two steps. */
@QuarkusTest
class PasswordChangeCallerTest {

    private static final String CURRENT = "gravel otter minuet six";
    private static final String CHOSEN = "kettle orange bus lantern";

    private final Person person = Person.with().password(CURRENT).open();

    @Test
    void only_its_owner_changes_it_signed_in_with_two_steps_lately() {
        Silence silence = Silence.of(person);
        Instant now = MovableClock.now();

        assertRefused(change(person.token().oneStep(now)), 403, "CID1010");
        assertRefused(change(person.token().twoSteps(now.minus(Duration.ofMinutes(16)))), 403, "CID1010");
        assertRefused(change(person.token().scope("phone-changes")), 403, "CID1009");
        assertRefused(change(TestTokens.lostPhone(person.subject())), 403, "CID1009");
        assertRefused(change(TestTokens.person("nobody-" + person.subject())), 403, "CID1011");
        silence.isKept();
    }

    @Test
    void nothing_is_changed_for_a_disabled_account() {
        Person disabled = Person.with().password(CURRENT).disabled().open();
        Silence silence = Silence.of(disabled);

        assertRefused(PasswordApi.change(disabled.token().mint(), CURRENT, CHOSEN), 403, "CID2012");
        silence.isKept();
    }

    @Test
    void an_account_without_a_password_here_has_none_to_change() {
        Person elsewhere = Person.fresh();
        Silence silence = Silence.of(elsewhere);

        assertRefused(PasswordApi.change(elsewhere.token().mint(), CURRENT, CHOSEN), 409, "CID3314");
        silence.isKept();
        assertThat(PasswordApi.account(elsewhere.token().mint()).<Object>path("password"))
                .isNull();
    }

    @Test
    void one_that_has_expired_can_still_be_changed() {
        Person late = Person.with().password(CURRENT, Duration.ofDays(400)).open();

        assertThat(PasswordApi.change(late.token().mint(), CURRENT, CHOSEN).statusCode())
                .isEqualTo(200);
    }

    private static Response change(TestTokens token) {
        return PasswordApi.change(token.mint(), CURRENT, CHOSEN);
    }
}
