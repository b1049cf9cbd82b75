package uk.nhs.access.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.nhs.access.notice.Delivery.Accepted;
import uk.nhs.access.notice.Delivery.Later;

/** What GOV.UK Notify does not take now, and when that is tried again. */
class NotifyLaterTest {

    private static NotifyDouble notify;

    private final TextToNotify text = new TextToNotify(notify);

    @BeforeAll
    static void start() {
        notify = NotifyDouble.start();
    }

    @AfterAll
    static void stop() {
        notify.close();
    }

    @AfterEach
    void nothing_of_the_message_is_logged_and_all_is_well_again() {
        notify.pass();
        text.assertUnsaid();
    }

    @Test
    void a_wrong_clock_loses_no_text() {
        notify.clock(Instant.now().plusSeconds(40));

        text.assertLater(text.send(false), "does not accept our API key or our clock: 403 AuthError");

        notify.clock(Instant.now().plusSeconds(20));
        assertThat(text.send(false)).isInstanceOf(Accepted.class);
    }

    @Test
    void a_wrong_key_loses_no_text() {
        String otherKey = "key-" + UUID.randomUUID() + "-" + UUID.randomUUID();

        Delivery delivery = text.gateway(otherKey).send(text.outgoing(false));

        text.assertLater(delivery, "does not accept our API key or our clock: 403 AuthError");
    }

    @Test
    void too_many_texts_in_a_minute_wait_for_seconds() {
        notify.perMinute(0);

        assertThat(text.send(false))
                .isEqualTo(new Later(
                        "GOV.UK Notify has had too many messages from us: 429 RateLimitError", Duration.ofSeconds(2)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T23:59:59Z, PT1S",
        "2026-11-22T00:00:30Z, PT23H59M30S",
        "2026-10-24T23:30:00Z, PT30M",
        "2026-12-31T12:00:00Z, PT12H"
    })
    void too_many_texts_in_a_day_wait_until_the_servers_midnight(Instant serverTime, Duration pause) {
        notify.clock(serverTime);
        notify.answer(1, 429, "TooManyRequestsError");

        Later later = (Later) text.send(false);

        assertThat(later.why()).contains("429 TooManyRequestsError");
        assertThat(later.pause()).isBetween(pause.minusSeconds(1), pause);
    }

    @Test
    void the_daily_limit_counts() {
        notify.perDay(0);

        assertThat(((Later) text.send(false)).pause()).isBetween(Duration.ZERO, Duration.ofDays(1));
    }

    @ParameterizedTest
    @CsvSource({
        "200, Fine",
        "302, Moved",
        "401, AuthError",
        "404, NoResultFound",
        "413, TooLarge",
        "500, Exception",
        "504, EventletTimeout"
    })
    void any_other_answer_is_tried_again(int status, String error) {
        notify.answer(1, status, error);

        text.assertLater(text.send(false), status + " " + error);
        assertThat(text.send(true)).isInstanceOf(Accepted.class);
    }

    @Test
    void a_cut_connection_is_tried_again() {
        text.send(false);
        notify.reset(1);

        text.assertLater(text.send(false), "did not answer");
    }

    @Test
    void a_slow_answer_is_not_waited_for() {
        notify.slow(TextToNotify.PATIENCE);
        long start = System.nanoTime();

        text.assertLater(text.sendHastily(), "did not answer: HttpTimeoutException");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(TextToNotify.PATIENCE);
    }

    @Test
    void a_gateway_that_is_down_is_tried_until_it_is_back() {
        notify.down();
        text.assertLater(text.send(false), "did not answer");
        text.assertLater(text.send(true), "did not answer");

        notify.up();
        assertThat(text.send(true)).isInstanceOf(Accepted.class);
    }
}
