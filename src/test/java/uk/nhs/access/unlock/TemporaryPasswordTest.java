package uk.nhs.access.unlock;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.access.support.AccountsApi;
import uk.nhs.access.support.Inbox;
import uk.nhs.access.support.LockedOut;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.OperationsApi;
import uk.nhs.access.support.PasswordApi;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.Rows;
import uk.nhs.access.support.Story;

/** A temporary password while its text is on its way, and when it never arrives. */
@QuarkusTest
class TemporaryPasswordTest {

    private static final String HASH = "select hash from password where account_id = ?";
    private static final String PENDING = "select coalesce(pending_id::text, '') from password where account_id = ?";

    private final Person person =
            LockedOut.lockedBySignIns().password("gravel otter minuet 6").open();
    private final String present = Rows.text(HASH, person.account());

    @BeforeEach
    void let_an_hour_pass_and_stop_texts() {
        MovableClock.advance(Duration.ofHours(1));
        OperationsApi.stop("TEXT", "A test");
    }

    @AfterEach
    void open_texts() {
        OperationsApi.open("TEXT");
        MovableClock.goOn();
    }

    @Test
    void until_its_text_was_accepted_the_present_password_stays_and_the_account_is_unlocked() {
        LockedOut story = LockedOut.of(person).proves();
        story.resets();

        assertThat(story.lock()).isEmpty();
        assertThat(Rows.text(HASH, person.account())).isEqualTo(present);
        assertThat(Rows.text(PENDING, person.account())).isNotEmpty();

        OperationsApi.open("TEXT");
        story.temporaryPassword(1);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> Rows.text(PENDING, person.account()).isEmpty());
        assertThat(Rows.text(HASH, person.account())).isNotEqualTo(present);
    }

    @Test
    void one_that_would_arrive_after_its_end_is_not_sent_and_another_can_be_asked_for() {
        LockedOut.of(person).proves().resets();
        String given = Rows.text(PENDING, person.account());

        MovableClock.advance(Duration.ofMinutes(60));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> Rows.text(PENDING, person.account()).isEmpty());

        assertThat(texts("EXPIRED")).isEqualTo(1);
        assertThat(Rows.text(HASH, person.account())).isEqualTo(present);
        assertThat(Rows.history(person)).endsWith("TemporaryPasswordNotSent");
        LockedOut.of(person).proves().resets();
        assertThat(Rows.text(PENDING, person.account())).isNotEmpty().isNotEqualTo(given);
        OperationsApi.open("TEXT");
        Inbox.of(person.mobile()).await(1);
        assertThat(Inbox.of(person.mobile()).messages()).hasSize(1);
    }

    @Test
    void one_that_ended_before_it_was_sent_is_not_sent_any_more() {
        LockedOut.of(person).proves().resets();
        LockedOut.of(person).proves().resets();

        assertThat(texts("EXPIRED")).isEqualTo(1);
        assertThat(texts("QUEUED")).isEqualTo(1);
        assertThat(PasswordApi.change(person.token().mint(), "gravel otter minuet 6", "kettle orange bus lantern")
                        .statusCode())
                .isEqualTo(200);
        assertThat(texts("EXPIRED")).isEqualTo(2);
        assertThat(texts("QUEUED")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"07400 999 001", "+353 85 012 3456"})
    void one_that_waits_is_not_sent_to_a_number_that_somebody_has_replaced(String number) {
        LockedOut.of(person).proves().resets();

        AccountsApi.change(person, Map.of("mobileNumber", number)).then().statusCode(200);

        assertNeverSent();
    }

    @Test
    void one_that_waits_is_not_sent_to_a_number_that_its_owner_has_replaced() {
        OperationsApi.open("TEXT");
        Story story = Story.of(person).isHeld();
        OperationsApi.stop("TEXT", "A test");
        MovableClock.stopAt(story.appliesAt().minusSeconds(1));
        LockedOut.of(person).proves().resets();

        MovableClock.goOn();
        story.reaches("APPLIED");

        assertNeverSent();
    }

    private void assertNeverSent() {
        assertThat(texts("EXPIRED")).isEqualTo(1);
        assertThat(texts("QUEUED")).isZero();
        assertThat(Rows.text(PENDING, person.account())).isEmpty();
        assertThat(Rows.text(HASH, person.account())).isEqualTo(present);
        assertThat(Rows.history(person)).endsWith("TemporaryPasswordNotSent");
    }

    private long texts(String state) {
        return Rows.count(
                "select count(*) from message where kind = 'TemporaryPasswordText' and account_id = ? and state = ?",
                person.account(),
                state);
    }
}
