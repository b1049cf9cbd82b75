package uk.nhs.access.development;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.access.notice.OutgoingMail;
import uk.nhs.access.notice.OutgoingText;
import uk.nhs.access.support.Person;

@QuarkusTest
class InboxDoorTest {

    @Inject
    @Named("inbox")
    Inbox inbox;

    @Test
    void the_newest_code_of_a_number_stands_alone_however_the_number_is_written() {
        String typed = Person.freshNumber();
        String number = "+44" + typed.substring(1);
        inbox.send(new OutgoingText(UUID.randomUUID(), number, "111111 is your code", false));
        inbox.send(new OutgoingText(UUID.randomUUID(), number, "222222 is your code", false));
        inbox.send(new OutgoingText(UUID.randomUUID(), number, "Your number was changed", false));
        for (String to : new String[] {typed, number, " " + number.substring(1)}) {
            given().queryParam("to", to)
                    .get("/dev/messages/latest/code")
                    .then()
                    .statusCode(200)
                    .body(equalTo("222222\n"));
        }
    }

    @Test
    void an_e_mail_gives_its_link_and_its_token() {
        String address = mail("Open https://app.example/cancel#token=abc_-1.\n\nBye", "<p>html</p>");
        given().queryParam("to", address)
                .get("/dev/messages/latest/link")
                .then()
                .body(equalTo("https://app.example/cancel#token=abc_-1\n"));
        given().queryParam("to", address)
                .get("/dev/messages/latest/token")
                .then()
                .body(equalTo("abc_-1\n"));
    }

    @Test
    void programs_read_messages_as_json_and_people_as_a_page() {
        String address = mail("<script>1 & 2</script>", "<p>html</p>");
        given().queryParam("to", address)
                .accept(ContentType.JSON)
                .get("/dev/messages")
                .then()
                .contentType(ContentType.JSON)
                .body("messages.size()", equalTo(1))
                .body("messages[0].text", equalTo("<script>1 & 2</script>"))
                .body("messages[0].channel", equalTo("EMAIL"));
        given().queryParam("to", address)
                .accept("text/html,*/*;q=0.8")
                .get("/dev/messages")
                .then()
                .contentType(ContentType.HTML)
                .body(containsString("&lt;script&gt;1 &amp; 2&lt;/script&gt;"), not(containsString("<script>1")));
    }

    @Test
    void a_message_that_comes_twice_is_there_once() {
        String number = "+44" + Person.freshNumber().substring(1);
        OutgoingText text = new OutgoingText(UUID.randomUUID(), number, "Hello", false);
        inbox.send(text);
        inbox.send(text);
        given().queryParam("to", number).get("/dev/messages.json").then().body("messages.size()", equalTo(1));
    }

    @ParameterizedTest
    @CsvSource({"TEXT, 0", "EMAIL, 1"})
    void messages_can_be_asked_for_by_channel(String channel, int found) {
        String address = mail("Hello", "<p>Hello</p>");
        given().queryParam("to", address)
                .queryParam("channel", channel)
                .get("/dev/messages.json")
                .then()
                .body("messages.size()", equalTo(found));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/messages?to", "/dev/messages.json?channel", "/dev/messages/latest/code?to"})
    void whoever_asks_for_what_no_database_keeps_is_not_understood(String question) {
        given().urlEncodingEnabled(false)
                .get(question + "=%00")
                .then()
                .statusCode(400)
                .body("cid", equalTo("CID1002"));
    }

    private String mail(String text, String html) {
        String address = UUID.randomUUID() + "@example.org";
        inbox.send(new OutgoingMail(UUID.randomUUID(), address, "Subject", text, html, false));
        return address;
    }
}
