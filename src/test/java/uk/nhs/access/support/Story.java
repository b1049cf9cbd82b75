package uk.nhs.access.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;

/** A person who changes their mobile number, told in verbs. */
public final class Story {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    public final Person person;
    public final String newNumber = Person.freshNumber();
    private String change = "";

    private Story(Person person) {
        this.person = person;
    }

    public static Story of(Person person) {
        return new Story(person);
    }

    public static Story ofSomebody() {
        return new Story(Person.fresh());
    }

    public Story asks() {
        Response answer = PhoneChangeApi.ask(token(), newNumber);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        change = answer.path("id");
        return this;
    }

    public Story entersTheCode() {
        Response answer = PhoneChangeApi.confirm(token(), change, code());
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return this;
    }

    public Story isTold() {
        return reaches("HELD");
    }

    /** Up to the hold: asked, proved, and the owner told. */
    public Story isHeld() {
        return asks().entersTheCode().isTold();
    }

    public Story reaches(String state) {
        Awaitility.await(state)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> state().equals(state));
        return this;
    }

    public String token() {
        return person.token().mint();
    }

    public String change() {
        return change;
    }

    public String code() {
        return newPhone().awaitCode(1);
    }

    public String wrongCode() {
        return code().equals("000000") ? "000001" : "000000";
    }

    public Inbox newPhone() {
        return Inbox.of(newNumber);
    }

    public Inbox oldPhone() {
        return Inbox.of(person.mobile());
    }

    public Inbox mailbox() {
        return Inbox.of(person.address());
    }

    public String cancelToken() {
        return mailbox().awaitCancelToken(1);
    }

    public String state() {
        return PhoneChangeApi.read(token(), change).path("state");
    }

    public Instant appliesAt() {
        return Instant.parse(PhoneChangeApi.read(token(), change).path("appliesAt"));
    }

    /** What the account's codes go to now, as only the database knows it in full. */
    public String numberOnFile() {
        return Rows.text("select mobile from account where id = ?", person.account());
    }
}
