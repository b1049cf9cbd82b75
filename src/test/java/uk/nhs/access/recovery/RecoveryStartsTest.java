package uk.nhs.access.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.Refusal.assertMustWait;
import static uk.nhs.access.support.Refusal.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.LostPhone;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.RecoveryApi;
import uk.nhs.access.support.Silence;
import uk.nhs.access.support.TestTokens;

/** One account starts ten recoveries in an hour. */
@QuarkusTest
class RecoveryStartsTest {

    private static final Duration TICK = Duration.ofNanos(1_000);

    private final Person person = Person.fresh();

    @BeforeEach
    void let_an_hour_pass() {
        MovableClock.advance(Duration.ofHours(1));
    }

    @AfterEach
    void go_on() {
        MovableClock.goOn();
    }

    @Test
    void an_hour_after_the_first_of_ten_and_not_one_tick_before_there_is_another() {
        Instant first = MovableClock.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(5);
        MovableClock.stopAt(first);
        assertThat(start().statusCode()).isEqualTo(201);
        MovableClock.stopAt(first.plusSeconds(60));
        IntStream.range(0, 9).forEach(time -> assertThat(start().statusCode()).isEqualTo(201));
        Silence silence = Silence.of(person);

        assertMustWait(start(), "CID3001", 3_540);
        MovableClock.stopAt(first.plus(Duration.ofHours(1)).minus(TICK));
        assertMustWait(start(), "CID3001", 1);

        silence.isKept();
        MovableClock.stopAt(first.plus(Duration.ofHours(1)));
        assertThat(start().statusCode()).isEqualTo(201);
        assertRefused(start(), 429, "CID3001");
    }

    @Test
    void of_those_that_are_started_at_the_same_time_no_more_than_ten_begin() {
        List<Integer> statuses = IntStream.range(0, 14)
                .parallel()
                .mapToObj(time -> start().statusCode())
                .toList();

        assertThat(Collections.frequency(statuses, 201)).isEqualTo(10);
        assertThat(Collections.frequency(statuses, 429)).isEqualTo(4);
    }

    @Test
    void those_that_were_started_go_on_and_other_accounts_are_not_concerned() {
        LostPhone story = LostPhone.of(person);
        IntStream.range(0, 9).forEach(time -> start());

        assertRefused(start(), 429, "CID3001");

        story.provesThePreviousNumber().asks();
        LostPhone.ofSomebody();
    }

    private Response start() {
        return RecoveryApi.start(TestTokens.lostPhone(person.subject()).mint());
    }
}
