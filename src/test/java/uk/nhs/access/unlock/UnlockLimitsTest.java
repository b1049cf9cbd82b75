package uk.nhs.access.unlock;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.Refusal.assertMustWait;
import static uk.nhs.access.support.Refusal.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.LockedOut;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.UnlockApi;

/** How often this way in may be tried, to the tick. What is counted locks nothing but this way in. */
@QuarkusTest
class UnlockLimitsTest {

    private static final Duration TICK = Duration.ofNanos(1_000);
    private static final Duration DAY = Duration.ofDays(1);

    private Instant start;

    @BeforeEach
    void let_an_hour_pass() {
        MovableClock.advance(Duration.ofHours(1));
        start = MovableClock.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(5);
        MovableClock.stopAt(start);
    }

    @AfterEach
    void go_on() {
        MovableClock.goOn();
    }

    @Test
    void an_unlock_lasts_15_minutes_and_not_one_tick_longer() {
        LockedOut answered = LockedOut.ofSomebody();
        LockedOut chosen = LockedOut.ofSomebody().proves();
        LockedOut late = LockedOut.ofSomebody();
        LockedOut tooLate = LockedOut.ofSomebody().proves();
        assertThat(answered.expiresAt()).isEqualTo(start.plusSeconds(900));

        MovableClock.stopAt(answered.expiresAt().minus(TICK));
        answered.proves();
        assertThat(chosen.keeps().statusCode()).isEqualTo(200);

        MovableClock.stopAt(answered.expiresAt());
        assertRefused(late.answersRightly(), 410, "CID3302");
        assertRefused(tooLate.keeps(), 410, "CID3302");
        assertRefused(tooLate.resets(), 410, "CID3302");
        assertThat(tooLate.lock()).isEqualTo("FAILED_SIGN_INS");
    }

    @Test
    void the_details_of_one_address_are_taken_five_times_in_a_day_right_or_wrong() {
        Person person = LockedOut.somebody();
        start(person, LockedOut.digits(person));
        MovableClock.stopAt(start.plusSeconds(60));
        IntStream.range(0, 3).forEach(time -> start(person, LockedOut.wrongDigits(person)));
        start(person, LockedOut.digits(person));

        assertMustWait(UnlockApi.start(person.address(), LockedOut.digits(person)), "CID3307", 86_340);
        assertMustWait(UnlockApi.start(person.address().toUpperCase(), "0000"), "CID3307", 86_340);

        MovableClock.stopAt(start.plus(DAY).minus(TICK));
        assertMustWait(UnlockApi.start(person.address(), LockedOut.digits(person)), "CID3307", 1);
        MovableClock.stopAt(start.plus(DAY));
        LockedOut.of(person).proves();
    }

    @Test
    void one_client_starts_twenty_in_an_hour_for_whomever() {
        Person owner = LockedOut.somebody();
        IntStream.range(0, 20)
                .forEach(time -> assertThat(
                                UnlockApi.start(nobodysAddress(), "1234").statusCode())
                        .isEqualTo(201));

        assertMustWait(UnlockApi.start(nobodysAddress(), "1234"), "CID3307", 3_600);
        assertMustWait(UnlockApi.start(owner.address(), LockedOut.digits(owner)), "CID3307", 3_600);

        MovableClock.stopAt(start.plus(Duration.ofHours(1)).minus(TICK));
        assertMustWait(UnlockApi.start(nobodysAddress(), "1234"), "CID3307", 1);
        MovableClock.stopAt(start.plus(Duration.ofHours(1)));
        LockedOut.of(owner).proves();
    }

    @Test
    void of_many_starts_at_the_same_moment_no_more_than_five_are_taken() {
        Person person = LockedOut.somebody();

        List<Integer> statuses = IntStream.range(0, 12)
                .parallel()
                .mapToObj(time -> UnlockApi.start(person.address(), LockedOut.digits(person))
                        .statusCode())
                .sorted()
                .toList();

        assertThat(statuses).startsWith(201, 201, 201, 201, 201, 429).endsWith(429);
    }

    private static void start(Person person, String digits) {
        assertThat(UnlockApi.start(person.address(), digits).statusCode()).isEqualTo(201);
    }

    private static String nobodysAddress() {
        return UUID.randomUUID() + "@example.org";
    }
}
