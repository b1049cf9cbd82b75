package uk.nhs.access.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.access.notice.Delivery.Accepted;
import uk.nhs.access.notice.Delivery.Refused;
import uk.nhs.access.trace.Trace;

/** Texts that GOV.UK Notify takes, once each, and those that it never will. */
class NotifyTextsTest {

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
    void an_accepted_text_has_the_providers_id_and_says_what_was_written() {
        Delivery delivery = text.send(false);

        SentText sent = notify.awaitText(text.number, TextToNotify.PATIENCE);
        assertThat(delivery).isEqualTo(new Accepted(sent.id()));
        assertThat(sent.reference()).isEqualTo(text.reference.toString());
        assertThat(sent.text()).isEqualTo(text.words);
    }

    @Test
    void a_text_is_sent_as_part_of_the_trace_that_it_came_of() {
        String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

        Trace.resume(trace, "a test", () -> text.send(false));
        text.send(false);

        assertThat(notify.headers())
                .filteredOn(headers -> trace.equals(headers.get("traceparent")))
                .hasSize(1);
        assertThat(notify.headers().get(notify.headers().size() - 1)).doesNotContainKey("traceparent");
    }

    @Test
    void a_text_that_was_accepted_but_not_answered_is_not_sent_twice() {
        notify.acceptThenTimeout(1);

        text.assertLater(text.sendHastily(), "did not answer: HttpTimeoutException");
        Delivery second = text.send(true);

        assertThat(notify.texts(text.number)).hasSize(1);
        assertThat(second)
                .isEqualTo(new Accepted(notify.texts(text.number).get(0).id()));
    }

    @Test
    void a_text_whose_answer_cannot_be_read_is_not_sent_twice() {
        notify.garbage(1, "<html>" + text.number + "</html>");

        text.assertLater(text.send(false), "could not be read");

        assertThat(text.send(true)).isInstanceOf(Accepted.class);
        assertThat(notify.texts(text.number)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "[]", "{\"id\":null}", "{\"id\":\"\"}", "{\"id\":{}}", "\"text\""})
    void a_201_without_an_id_is_not_taken_for_accepted(String body) {
        notify.garbage(1, body);

        text.assertLater(text.send(false), "could not be read");
    }

    @Test
    void a_text_that_was_perhaps_sent_but_is_not_known_is_sent() {
        assertThat(text.send(true)).isInstanceOf(Accepted.class);
        assertThat(notify.texts(text.number)).hasSize(1);
    }

    @Test
    void a_text_that_failed_technically_is_sent_again() {
        text.send(false);
        notify.status(text.reference, "technical-failure");

        assertThat(text.send(true))
                .isEqualTo(new Accepted(notify.texts(text.number).get(1).id()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"created", "sending", "delivered", "permanent-failure", "temporary-failure"})
    void a_text_in_any_other_state_is_not_sent_again(String status) {
        text.send(false);
        notify.status(text.reference, status);

        assertThat(text.send(true)).isInstanceOf(Accepted.class);
        assertThat(notify.texts(text.number)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"400, ValidationError", "403, AuthError", "404, NoResultFound", "500, Exception"})
    void nothing_is_sent_while_the_look_up_fails(int status, String error) {
        notify.answer(1, status, error);

        text.assertLater(text.send(true), status + " " + error);
        assertThat(notify.texts(text.number)).isEmpty();
    }

    @Test
    void a_number_that_is_none_is_refused_without_being_named() {
        NotifyTexts gateway = text.gateway(notify.apiKey());

        Delivery delivery = gateway.send(new OutgoingText(text.reference, "+4412", text.words, false));

        assertThat(delivery).isEqualTo(new Refused("GOV.UK Notify will not send this: 400 ValidationError"));
    }

    @Test
    void a_text_that_is_too_long_is_refused() {
        NotifyTexts gateway = text.gateway(notify.apiKey());

        Delivery delivery = gateway.send(new OutgoingText(text.reference, text.number, "a".repeat(919), false));

        assertThat(delivery).isEqualTo(new Refused("GOV.UK Notify will not send this: 400 BadRequestError"));
    }

    @Test
    void an_error_name_that_is_no_name_is_not_repeated() {
        notify.answer(1, 400, text.number);

        assertThat(text.send(false)).isEqualTo(new Refused("GOV.UK Notify will not send this: 400"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "name-1234-5678", "name-%s", "%s-%s"})
    void a_malformed_key_is_named_but_not_shown(String shape) {
        String key = String.format(shape, text.reference, UUID.randomUUID());

        assertThatThrownBy(() -> text.gateway(key))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("NOTICE_NOTIFY_API_KEY ")
                .hasMessageNotContaining(text.reference.toString());
    }

    @Test
    void a_message_on_its_way_does_not_show_itself() {
        assertThat(text.outgoing(false).toString()).isEqualTo("OutgoingText[reference=" + text.reference + "]");
    }
}
