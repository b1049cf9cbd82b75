package uk.nhs.access.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;

/** A person who has lost the phone and gets back in, told in verbs. */
public final class LostPhone {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    public final Person person;
    public final String newNumber = Person.freshNumber();
    private final String recovery;
    private final Instant expiresAt;
    private String change = "";

    private LostPhone(Person person) {
        this.person = person;
        Response started = RecoveryApi.start(token());
        assertThat(started.statusCode()).as(started.asString()).isEqualTo(201);
        recovery = started.path("id");
        expiresAt = Instant.parse(started.path("expiresAt"));
    }

    /** The person starts a recovery. */
    public static LostPhone of(Person person) {
        return new LostPhone(person);
    }

    public static LostPhone ofSomebody() {
        return of(Person.fresh());
    }

    public Response gives(String previousNumber) {
        return RecoveryApi.previousNumber(token(), recovery, previousNumber);
    }

    public LostPhone provesThePreviousNumber() {
        return proved(gives(person.mobile()));
    }

    public Response hasACodeEmailed() {
        return RecoveryApi.emailCode(token(), recovery);
    }

    public Response enters(String emailedCode) {
        return RecoveryApi.check(token(), recovery, emailedCode);
    }

    public LostPhone provesTheEmailedCode() {
        assertThat(hasACodeEmailed().statusCode()).isEqualTo(200);
        return proved(enters(emailedCode(1)));
    }

    /** The code of the {@code count}-th e-mail. */
    public String emailedCode(int count) {
        return mailbox().awaitCode(count);
    }

    public Response triesToAsk() {
        return RecoveryApi.ask(token(), newNumber, recovery);
    }

    public LostPhone asks() {
        Response asked = triesToAsk();
        assertThat(asked.statusCode()).as(asked.asString()).isEqualTo(201);
        change = asked.path("id");
        return this;
    }

    public LostPhone entersTheCode() {
        Response confirmed = PhoneChangeApi.confirm(token(), change, newPhone().awaitCode(1));
        assertThat(confirmed.statusCode()).as(confirmed.asString()).isEqualTo(200);
        return this;
    }

    public LostPhone reaches(String state) {
        Awaitility.await(state)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> state().equals(state));
        return this;
    }

    /** How far the change has come, as the person may see it who is not back in yet. */
    public String state() {
        return PhoneChangeApi.read(token(), change).path("state");
    }

    /** At the security-code prompt: the password was accepted, the second step is outstanding. */
    public String token() {
        return TestTokens.lostPhone(person.subject()).mint();
    }

    public String recovery() {
        return recovery;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    public String change() {
        return change;
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

    private LostPhone proved(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.<String>path("state")).isEqualTo("PROVED");
        return this;
    }
}
