package uk.nhs.access.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.LockedOut;
import uk.nhs.access.support.Management;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.OperationsApi;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.Rows;

/** Whoever waits for a text hears of its end: here, of one that brings a temporary password. */
@QuarkusTest
class AwaitedTextTest {

    private static final String PENDING = "select coalesce(pending_id::text, '') from password where account_id = ?";

    @Inject
    Deliveries deliveries;

    @Inject
    Messages messages;

    private final Person person =
            LockedOut.lockedBySignIns().password("gravel otter minuet 6").open();

    @BeforeEach
    void hold_everything_back() {
        MovableClock.advance(Duration.ofHours(1));
        OperationsApi.stop("TEXT", "A test");
        LockedOut.of(person).proves().resets();
    }

    @AfterEach
    void go_on() {
        OperationsApi.open("TEXT");
    }

    @Test
    void that_it_was_refused() {
        deliveries.record(tried(), new Delivery.Refused("No such number"));

        assertThat(Rows.text(PENDING, person.account())).isEmpty();
        assertThat(Rows.history(person)).endsWith("TemporaryPasswordNotSent");
    }

    @Test
    void that_it_was_given_up() {
        Message tried = tried();
        Rows.change("update message set first_try_at = db_now() - interval '72 hours' where id = ?", tried.id());

        deliveries.record(tried, new Delivery.Later("The gateway is down"));

        assertThat(Rows.text(PENDING, person.account())).isEmpty();
        assertThat(Rows.history(person)).endsWith("TemporaryPasswordNotSent");
    }

    @Test
    void that_it_was_accepted() {
        deliveries.record(tried(), new Delivery.Accepted("accepted"));

        assertThat(Rows.text(PENDING, person.account())).isEmpty();
        assertThat(Rows.history(person)).endsWith("TemporaryPasswordSent");
    }

    @Test
    void that_it_would_come_too_late_which_is_counted() {
        double expired = expired();

        MovableClock.advance(Duration.ofMinutes(60));

        Awaitility.await().until(() -> Rows.history(person).contains("TemporaryPasswordNotSent"));
        assertThat(Rows.text(PENDING, person.account())).isEmpty();
        Awaitility.await().until(() -> expired() == expired + 1);
    }

    private Message tried() {
        UUID pending = UUID.fromString(Rows.text(PENDING, person.account()));
        Rows.change("update message set tries = 1, first_try_at = db_now() where about_id = ?", pending);
        return messages.find("aboutId", pending).firstResult();
    }

    private static double expired() {
        return Management.metric("access_messages_expired_total", "channel=\"TEXT\"");
    }
}
