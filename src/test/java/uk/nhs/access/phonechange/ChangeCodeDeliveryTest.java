package uk.nhs.access.phonechange;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.PhoneChangeApi;
import uk.nhs.access.support.ReceiptApi;
import uk.nhs.access.support.Story;

/** How far the code to a new number has come, so that an app can say that the number may be wrong. */
@QuarkusTest
class ChangeCodeDeliveryTest {

    private static final String TEXT = "PhoneChangeCodeText";

    private final Person person = Person.fresh();

    @Test
    void it_waits_is_sent_and_arrives() {
        Response asked = PhoneChangeApi.ask(person.token().mint(), Person.freshNumber());
        assertThat(asked.<String>path("codeDelivery")).isEqualTo("WAITING");

        UUID text = ReceiptApi.awaitSent(person, TEXT);
        assertThat(delivery(asked.path("id"))).isEqualTo("SENT");

        ReceiptApi.send(text, "delivered");
        assertThat(delivery(asked.path("id"))).isEqualTo("DELIVERED");
    }

    @Test
    void a_number_that_cannot_be_reached_is_told_until_the_code_is_sent_again() {
        Story story = Story.of(person).asks();
        ReceiptApi.send(ReceiptApi.awaitSent(person, TEXT), "permanent-failure");
        assertThat(delivery(story.change())).isEqualTo("UNDELIVERED");

        MovableClock.advance(Duration.ofMinutes(1));
        Response again = PhoneChangeApi.resend(story.token(), story.change());

        assertThat(again.<String>path("codeDelivery")).isEqualTo("WAITING");
        ReceiptApi.send(ReceiptApi.awaitSent(person, TEXT), "delivered");
        assertThat(delivery(story.change())).isEqualTo("DELIVERED");
    }

    @Test
    void once_the_code_is_entered_nobody_needs_to_know() {
        Story story = Story.of(person).asks();
        ReceiptApi.send(ReceiptApi.awaitSent(person, TEXT), "permanent-failure");

        story.entersTheCode().isTold();

        assertThat(delivery(story.change())).isNull();
    }

    private String delivery(String change) {
        return PhoneChangeApi.read(person.token().mint(), change).path("codeDelivery");
    }
}
