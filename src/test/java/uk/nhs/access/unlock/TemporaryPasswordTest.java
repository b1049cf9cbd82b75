package uk.nhs.access.unlock;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.nhs.access.notice.Settled;
import uk.nhs.access.support.Inbox;
import uk.nhs.access.support.LockedOut;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.OperationsApi;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.Rows;

/** A temporary password while its text is on its way, and when it never arrives. */
@QuarkusTest
class TemporaryPasswordTest {

    private static final String HASH = "select hash from password where account_id = ?";
    private static final String PENDING = "select coalesce(pending_id::text, '') from password where account_id = ?";

    @Inject
    Event<Settled> settled;

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
    void one_whose_text_is_given_up_is_void_and_another_can_be_asked_for() {
        LockedOut.of(person).proves().resets();
        UUID given = UUID.fromString(Rows.text(PENDING, person.account()));

        QuarkusTransaction.requiringNew()
                .run(() -> settled.fire(new Settled(person.account(), given, MovableClock.now())));

        assertThat(Rows.text(PENDING, person.account())).isEmpty();
        assertThat(Rows.text(HASH, person.account())).isEqualTo(present);
        assertThat(Rows.history(person)).endsWith("TemporaryPasswordNotSent");
        LockedOut.of(person).proves().resets();
        assertThat(Rows.text(PENDING, person.account())).isNotEmpty().isNotEqualTo(given.toString());
    }

    @Test
    void one_that_would_arrive_after_its_end_is_not_sent() {
        LockedOut.of(person).proves().resets();

        MovableClock.advance(Duration.ofMinutes(60));
        OperationsApi.open("TEXT");
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> Rows.count(
                                "select count(*) from message where kind = 'TemporaryPasswordText' and state = 'EXPIRED'"
                                        + " and account_id = ?",
                                person.account())
                        == 1);

        assertThat(Inbox.of(person.mobile()).messages()).isEmpty();
        assertThat(Rows.text(HASH, person.account())).isEqualTo(present);
    }
}
