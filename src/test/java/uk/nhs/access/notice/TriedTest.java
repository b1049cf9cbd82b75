package uk.nhs.access.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.nhs.access.account.MobileNumber;
import uk.nhs.access.crypto.Rings;

class TriedTest {

    private static final Delivery ACCEPTED = new Delivery.Accepted("740e5834");

    @Test
    void it_is_plainly_sent_if_it_was_accepted_and_nobody_waits_to_hear_of_that() {
        assertThat(new Tried(message(false), ACCEPTED).isPlainlySent()).isTrue();
        assertThat(new Tried(message(true), ACCEPTED).isPlainlySent()).isFalse();
        assertThat(new Tried(message(false), new Delivery.Later("away", null)).isPlainlySent())
                .isFalse();
        assertThat(new Tried(message(false), new Delivery.Refused("no such number")).isPlainlySent())
                .isFalse();
    }

    @Test
    void the_gateway_has_a_name_for_what_it_accepted() {
        assertThat(new Tried(message(false), ACCEPTED).providerId()).isEqualTo("740e5834");
    }

    private static Message message(boolean awaited) {
        return Message.queue(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                new Notice.PhoneChangeCancelledText(new MobileNumber("+447700900123")),
                awaited,
                Rings.sealer().seal("a text", "words"),
                Instant.parse("2026-11-22T10:00:00Z"));
    }
}
