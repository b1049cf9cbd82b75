package uk.nhs.access.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.Refusal.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.LostPhone;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.Silence;

/** A recovery lasts 15 minutes. */
@QuarkusTest
class RecoveryLifetimeTest {

    private static final Duration TICK = Duration.ofNanos(1_000);
    private static final String SOME_CODE = "123456";

    @BeforeEach
    void let_an_hour_pass() {
        MovableClock.advance(Duration.ofHours(1));
    }

    @AfterEach
    void go_on() {
        MovableClock.goOn();
    }

    @Test
    void it_ends_15_minutes_after_its_start() {
        Instant start = MovableClock.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(5);
        MovableClock.stopAt(start);

        assertThat(LostPhone.ofSomebody().expiresAt()).isEqualTo(start.plusSeconds(900));
    }

    @Test
    void one_tick_before_15_minutes_every_step_is_in_time() {
        LostPhone number = LostPhone.ofSomebody();
        LostPhone email = LostPhone.ofSomebody();
        LostPhone code = LostPhone.ofSomebody();
        LostPhone change = LostPhone.ofSomebody().provesThePreviousNumber();
        code.hasACodeEmailed();
        String emailed = code.emailedCode(1);

        MovableClock.stopAt(number.expiresAt().minus(TICK));
        number.provesThePreviousNumber().asks();
        assertThat(email.hasACodeEmailed().statusCode()).isEqualTo(200);
        assertThat(code.enters(emailed).statusCode()).isEqualTo(200);
        MovableClock.stopAt(change.expiresAt().minus(TICK));
        change.asks();
    }

    @Test
    void at_15_minutes_every_step_is_too_late() {
        LostPhone open = LostPhone.ofSomebody();
        open.hasACodeEmailed();
        String emailed = open.emailedCode(1);
        LostPhone proved = LostPhone.ofSomebody().provesThePreviousNumber();

        MovableClock.stopAt(open.expiresAt());
        Silence silence = Silence.of(open.person);
        assertNothingCanBeProved(open, 410, "CID3017");
        assertRefused(open.enters(emailed), 410, "CID3017");
        assertRefused(open.triesToAsk(), 410, "CID3017");
        silence.isKept();

        MovableClock.stopAt(proved.expiresAt());
        Silence still = Silence.of(proved.person, proved.newNumber);
        assertRefused(proved.triesToAsk(), 410, "CID3017");
        assertNothingCanBeProved(proved, 410, "CID3017");
        still.isKept();
    }

    @Test
    void a_change_that_was_asked_for_in_time_goes_on_after_that() {
        LostPhone story = LostPhone.ofSomebody().provesThePreviousNumber();
        MovableClock.stopAt(story.expiresAt().minus(TICK));
        story.asks().newPhone().awaitCode(1);

        MovableClock.stopAt(story.expiresAt().plusSeconds(60));
        story.entersTheCode();
        assertRefused(story.triesToAsk(), 409, "CID3019");
    }

    /** Neither by the right number nor by a code. */
    private static void assertNothingCanBeProved(LostPhone story, int status, String cid) {
        assertRefused(story.gives(story.person.mobile()), status, cid);
        assertRefused(story.hasACodeEmailed(), status, cid);
        assertRefused(story.enters(SOME_CODE), status, cid);
    }
}
