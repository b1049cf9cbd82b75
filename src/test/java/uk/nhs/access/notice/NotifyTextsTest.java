package uk.nhs.access.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.access.notice.Delivery.Accepted;
import uk.nhs.access.notice.Delivery.Later;
import uk.nhs.access.notice.Delivery.Refused;
import uk.nhs.access.trace.Trace;

class NotifyTextsTest {

    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static NotifyDouble notify;

    private final UUID reference = UUID.randomUUID();
    private final String number = "+4477009" + String.format("%05d", Math.abs(reference.hashCode() % 90_000) + 1000);
    private final String words = "Your code is 314159 " + reference;
    private final HeardLog log = HeardLog.start();

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
        assertThat(log.stop()).doesNotContain(number, number.substring(3), "314159", "eyJ");
    }

    @Test
    void an_accepted_text_has_the_providers_id_and_says_what_was_written() {
        Delivery delivery = send(false);

        SentText sent = notify.awaitText(number, PATIENCE);
        assertThat(delivery).isEqualTo(new Accepted(sent.id()));
        assertThat(sent.reference()).isEqualTo(reference.toString());
        assertThat(sent.text()).isEqualTo(words);
    }

    @Test
    void a_text_is_sent_as_part_of_the_trace_that_it_came_of() {
        String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

        Trace.resume(trace, "a test", () -> send(false));
        send(false);

        assertThat(notify.headers())
                .filteredOn(headers -> trace.equals(headers.get("traceparent")))
                .hasSize(1);
        assertThat(notify.headers().get(notify.headers().size() - 1)).doesNotContainKey("traceparent");
    }

    @Test
    void a_text_that_was_accepted_but_not_answered_is_not_sent_twice() {
        notify.acceptThenTimeout(1);

        assertLater(sendHastily(), "did not answer: HttpTimeoutException");
        Delivery second = send(true);

        assertThat(notify.texts(number)).hasSize(1);
        assertThat(second).isEqualTo(new Accepted(notify.texts(number).get(0).id()));
    }

    @Test
    void a_text_whose_answer_cannot_be_read_is_not_sent_twice() {
        notify.garbage(1, "<html>" + number + "</html>");

        assertLater(send(false), "could not be read");

        assertThat(send(true)).isInstanceOf(Accepted.class);
        assertThat(notify.texts(number)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "[]", "{\"id\":null}", "{\"id\":\"\"}", "{\"id\":{}}", "\"text\""})
    void a_201_without_an_id_is_not_taken_for_accepted(String body) {
        notify.garbage(1, body);

        assertLater(send(false), "could not be read");
    }

    @Test
    void a_text_that_was_perhaps_sent_but_is_not_known_is_sent() {
        assertThat(send(true)).isInstanceOf(Accepted.class);
        assertThat(notify.texts(number)).hasSize(1);
    }

    @Test
    void a_text_that_failed_technically_is_sent_again() {
        send(false);
        notify.status(reference, "technical-failure");

        assertThat(send(true))
                .isEqualTo(new Accepted(notify.texts(number).get(1).id()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"created", "sending", "delivered", "permanent-failure", "temporary-failure"})
    void a_text_in_any_other_state_is_not_sent_again(String status) {
        send(false);
        notify.status(reference, status);

        assertThat(send(true)).isInstanceOf(Accepted.class);
        assertThat(notify.texts(number)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"400, ValidationError", "403, AuthError", "404, NoResultFound", "500, Exception"})
    void nothing_is_sent_while_the_look_up_fails(int status, String error) {
        notify.answer(1, status, error);

        assertLater(send(true), status + " " + error);
        assertThat(notify.texts(number)).isEmpty();
    }

    @Test
    void a_number_that_is_none_is_refused_without_being_named() {
        NotifyTexts texts = texts(notify.url(), notify.apiKey());

        Delivery delivery = texts.send(new OutgoingText(reference, "+4412", words, false));

        assertThat(delivery).isEqualTo(new Refused("GOV.UK Notify will not send this: 400 ValidationError"));
    }

    @Test
    void a_text_that_is_too_long_is_refused() {
        NotifyTexts texts = texts(notify.url(), notify.apiKey());

        Delivery delivery = texts.send(new OutgoingText(reference, number, "a".repeat(919), false));

        assertThat(delivery).isEqualTo(new Refused("GOV.UK Notify will not send this: 400 BadRequestError"));
    }

    @Test
    void an_error_name_that_is_no_name_is_not_repeated() {
        notify.answer(1, 400, number);

        assertThat(send(false)).isEqualTo(new Refused("GOV.UK Notify will not send this: 400"));
    }

    @Test
    void a_wrong_clock_loses_no_text() {
        notify.clock(Instant.now().plusSeconds(40));

        assertLater(send(false), "does not accept our API key or our clock: 403 AuthError");

        notify.clock(Instant.now().plusSeconds(20));
        assertThat(send(false)).isInstanceOf(Accepted.class);
    }

    @Test
    void a_wrong_key_loses_no_text() {
        String otherKey = "key-" + UUID.randomUUID() + "-" + UUID.randomUUID();

        Delivery delivery = texts(notify.url(), otherKey).send(text(false));

        assertLater(delivery, "does not accept our API key or our clock: 403 AuthError");
    }

    @Test
    void too_many_texts_in_a_minute_wait_for_seconds() {
        notify.perMinute(0);

        assertThat(send(false))
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

        Later later = (Later) send(false);

        assertThat(later.why()).contains("429 TooManyRequestsError");
        assertThat(later.pause()).isBetween(pause.minusSeconds(1), pause);
    }

    @Test
    void the_daily_limit_counts() {
        notify.perDay(0);

        assertThat(((Later) send(false)).pause()).isBetween(Duration.ZERO, Duration.ofDays(1));
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

        assertLater(send(false), status + " " + error);
        assertThat(send(true)).isInstanceOf(Accepted.class);
    }

    @Test
    void a_cut_connection_is_tried_again() {
        send(false);
        notify.reset(1);

        assertLater(send(false), "did not answer");
    }

    @Test
    void a_slow_answer_is_not_waited_for() {
        notify.slow(PATIENCE);
        long start = System.nanoTime();

        assertLater(sendHastily(), "did not answer: HttpTimeoutException");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE);
    }

    @Test
    void a_gateway_that_is_down_is_tried_until_it_is_back() {
        notify.down();
        assertLater(send(false), "did not answer");
        assertLater(send(true), "did not answer");

        notify.up();
        assertThat(send(true)).isInstanceOf(Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "name-1234-5678", "name-%s", "%s-%s"})
    void a_malformed_key_is_named_but_not_shown(String shape) {
        String key = String.format(shape, reference, UUID.randomUUID());

        assertThatThrownBy(() -> texts(notify.url(), key))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("NOTICE_NOTIFY_API_KEY ")
                .hasMessageNotContaining(reference.toString());
    }

    @Test
    void a_message_on_its_way_does_not_show_itself() {
        assertThat(text(false).toString()).isEqualTo("OutgoingText[reference=" + reference + "]");
    }

    private Delivery send(boolean maybeSentBefore) {
        return texts(notify.url(), notify.apiKey()).send(text(maybeSentBefore));
    }

    private Delivery sendHastily() {
        return texts(notify.url(), notify.apiKey(), SHORT).send(text(false));
    }

    private OutgoingText text(boolean maybeSentBefore) {
        return new OutgoingText(reference, number, words, maybeSentBefore);
    }

    private void assertLater(Delivery delivery, String why) {
        assertThat(delivery).isInstanceOfSatisfying(Later.class, later -> {
            assertThat(later.why()).contains(why).doesNotContain(number, "314159");
            assertThat(later.pause()).isNull();
        });
    }

    private static NotifyTexts texts(URI url, String apiKey) {
        return texts(url, apiKey, PATIENCE);
    }

    private static NotifyTexts texts(URI url, String apiKey, Duration readTimeout) {
        return new NotifyTexts(new Settings(url, Optional.of(apiKey), Optional.of(notify.templateId()), readTimeout));
    }

    private record Settings(URI url, Optional<String> apiKey, Optional<String> templateId, Duration readTimeout)
            implements NotifySettings {

        @Override
        public Optional<String> senderId() {
            return Optional.empty();
        }

        @Override
        public Optional<List<String>> receiptTokens() {
            return Optional.empty();
        }

        @Override
        public Duration connectTimeout() {
            return PATIENCE;
        }
    }
}
