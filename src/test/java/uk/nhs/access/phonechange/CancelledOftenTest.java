package uk.nhs.access.phonechange;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.nhs.access.alarm.Alarm;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.PhoneChangeApi;
import uk.nhs.access.support.Story;

/** Somebody who keeps asking and somebody who keeps cancelling: one of the two does not own the account. */
@QuarkusTest
class CancelledOftenTest {

    @Inject
    MeterRegistry metrics;

    private final Person person = Person.fresh();
    private double before;

    @BeforeEach
    void let_an_hour_pass() {
        MovableClock.advance(Duration.ofHours(1));
        before = alarms();
    }

    @Test
    void the_third_proved_change_that_is_cancelled_in_seven_days_raises_an_alarm() {
        cancelByLink();
        cancelSignedIn();
        MovableClock.advance(Duration.ofDays(7).minusHours(3));
        assertThat(alarms()).isEqualTo(before);

        cancelByLink();

        assertThat(alarms()).isEqualTo(before + 1);
    }

    @Test
    void what_was_cancelled_seven_days_ago_does_not_count_any_more() {
        cancelByLink();
        cancelByLink();
        MovableClock.advance(Duration.ofDays(7));

        cancelByLink();

        assertThat(alarms()).isEqualTo(before);
    }

    @Test
    void a_change_that_nobody_proved_does_not_count() {
        for (int time = 0; time < 4; time++) {
            Story typo = Story.of(person).asks();
            PhoneChangeApi.cancel(typo.token(), typo.change());
            MovableClock.advance(Duration.ofHours(1));
        }

        assertThat(alarms()).isEqualTo(before);
    }

    private void cancelByLink() {
        Story story = Story.of(person).isHeld();
        assertThat(PhoneChangeApi.redeem(newestToken(story)).statusCode()).isEqualTo(200);
        MovableClock.advance(Duration.ofHours(1));
    }

    private void cancelSignedIn() {
        Story story = Story.of(person).isHeld();
        PhoneChangeApi.cancel(story.token(), story.change());
        MovableClock.advance(Duration.ofHours(1));
    }

    private static String newestToken(Story story) {
        return story.mailbox().messages().stream()
                .map(mail -> mail.get("link"))
                .filter(Objects::nonNull)
                .map(link -> link.substring(link.indexOf("#token=") + "#token=".length()))
                .findFirst()
                .orElseThrow();
    }

    private double alarms() {
        return metrics.counter("access.alarms", "alarm", Alarm.CHANGES_CANCELLED_OFTEN.name())
                .count();
    }
}
