package uk.nhs.access.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.notice.DeliveryStatus.DELIVERED;
import static uk.nhs.access.notice.DeliveryStatus.SENT;
import static uk.nhs.access.notice.DeliveryStatus.UNDELIVERED;
import static uk.nhs.access.notice.DeliveryStatus.WAITING;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.access.account.MobileNumber;
import uk.nhs.access.crypto.Rings;
import uk.nhs.access.notice.Notice.PhoneChangeCancelledText;

/** What a message is said to have come to, receipt by receipt. */
class MessageReceiptTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final Message message = Message.queue(
            UUID.randomUUID(),
            UUID.randomUUID(),
            UUID.randomUUID(),
            new PhoneChangeCancelledText(new MobileNumber("+447700900123")),
            false,
            Rings.sealer().seal("a text", "words"),
            NOW);

    @Test
    void without_a_receipt_it_is_known_how_it_left() {
        assertThat(message.delivery()).isEqualTo(WAITING);
        message.tryAgain("away", NOW);
        assertThat(message.delivery()).isEqualTo(WAITING);
        message.sent("a", NOW);
        assertThat(message.delivery()).isEqualTo(SENT);
    }

    @Test
    void what_is_given_up_is_undelivered() {
        message.die("no such number", NOW);
        assertThat(message.delivery()).isEqualTo(UNDELIVERED);
    }

    @Test
    void what_would_come_too_late_is_undelivered() {
        assertThat(DeliveryStatus.of(Message.State.EXPIRED, null)).isEqualTo(UNDELIVERED);
    }

    @ParameterizedTest
    @CsvSource({
        "IN_TRANSIT, SENT",
        "DELIVERED, DELIVERED",
        "UNDELIVERED, UNDELIVERED",
        "IN_TRANSIT DELIVERED, DELIVERED",
        "IN_TRANSIT UNDELIVERED, UNDELIVERED",
        "DELIVERED IN_TRANSIT, DELIVERED",
        "DELIVERED UNDELIVERED, DELIVERED",
        "UNDELIVERED IN_TRANSIT, UNDELIVERED",
        "UNDELIVERED DELIVERED, UNDELIVERED"
    })
    void the_first_final_word_stays(String said, DeliveryStatus status) {
        message.sent("a", NOW);

        for (String each : said.split(" ")) {
            Receipt receipt = Receipt.valueOf(each);
            message.receive("a", receipt);
            assertThat(message.receive("a", receipt)).as("the same again").isFalse();
        }

        assertThat(message.delivery()).isEqualTo(status);
    }

    @Test
    void a_text_handed_over_twice_has_arrived_with_either_and_failed_with_the_one_that_counts() {
        message.sent("second", NOW);

        assertThat(message.receive("first", Receipt.UNDELIVERED)).isFalse();
        assertThat(message.receive("first", Receipt.IN_TRANSIT)).isFalse();
        assertThat(message.delivery()).isEqualTo(SENT);

        assertThat(message.receive("first", Receipt.DELIVERED)).isTrue();
        assertThat(message.delivery()).isEqualTo(DELIVERED);
    }

    @ParameterizedTest
    @CsvSource({
        "second UNDELIVERED first DELIVERED",
        "first DELIVERED second UNDELIVERED",
        "second UNDELIVERED second DELIVERED first DELIVERED second UNDELIVERED",
        "first UNDELIVERED second UNDELIVERED first DELIVERED first UNDELIVERED"
    })
    void one_try_that_arrived_outweighs_another_that_failed_whichever_is_said_first(String said) {
        message.sent("second", NOW);

        String[] words = said.split(" ");
        for (int i = 0; i < words.length; i += 2) {
            message.receive(words[i], Receipt.valueOf(words[i + 1]));
        }

        assertThat(message.delivery()).isEqualTo(DELIVERED);
    }

    @Test
    void one_that_has_arrived_before_we_know_that_it_left_has_arrived_whatever_becomes_of_the_try() {
        assertThat(message.receive("first", Receipt.UNDELIVERED)).isFalse();
        assertThat(message.receive("first", Receipt.DELIVERED)).isTrue();
        assertThat(message.delivery()).isEqualTo(DELIVERED);

        message.sent("second", NOW);
        assertThat(message.receive("second", Receipt.UNDELIVERED)).isFalse();
        assertThat(message.delivery()).isEqualTo(DELIVERED);
    }

    @Test
    void one_that_was_given_up_may_have_arrived_after_all() {
        message.die("gave up", NOW);

        assertThat(message.receive("a", Receipt.UNDELIVERED)).isFalse();
        assertThat(message.receive("a", Receipt.DELIVERED)).isTrue();
        assertThat(message.delivery()).isEqualTo(DELIVERED);
        assertThat(message.state()).isEqualTo(Message.State.DEAD);
    }

    @ParameterizedTest
    @CsvSource({
        "created, IN_TRANSIT",
        "sending, IN_TRANSIT",
        "pending, IN_TRANSIT",
        "sent, IN_TRANSIT",
        "delivered, DELIVERED",
        "permanent-failure, UNDELIVERED",
        "temporary-failure, UNDELIVERED",
        "technical-failure, UNDELIVERED"
    })
    void each_documented_status_has_a_meaning(String status, Receipt receipt) {
        assertThat(Receipt.of(status)).contains(receipt);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "DELIVERED", "delivered ", "validation-failed", "failure"})
    void any_other_status_has_none(String status) {
        assertThat(Receipt.of(status)).isEmpty();
    }
}
