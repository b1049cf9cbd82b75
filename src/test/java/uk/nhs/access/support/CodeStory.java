package uk.nhs.access.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A code that a service had sent to somebody, told in verbs. */
public final class CodeStory {

    public final Person person;
    private final Response issued;

    private CodeStory(Person person, Response issued) {
        assertThat(issued.statusCode()).as(issued.asString()).isEqualTo(201);
        this.person = person;
        this.issued = issued;
    }

    public static CodeStory signIn() {
        return signIn(Person.fresh());
    }

    public static CodeStory signIn(Person person) {
        return new CodeStory(person, VerificationCodeApi.issue(person, "SIGN_IN"));
    }

    public static CodeStory confirmAction(Person person) {
        return new CodeStory(person, VerificationCodeApi.issue(person, "CONFIRM_ACTION"));
    }

    public static CodeStory confirmActionByEmail(Person person) {
        return new CodeStory(person, VerificationCodeApi.issue(person, "CONFIRM_ACTION", "EMAIL"));
    }

    public Response issued() {
        return issued;
    }

    public String id() {
        return issued.path("id");
    }

    public Instant expiresAt() {
        return Instant.parse(issued.path("expiresAt"));
    }

    public Inbox phone() {
        return Inbox.of(person.mobile());
    }

    public Inbox mailbox() {
        return Inbox.of(person.address());
    }

    /** The code in the first text. */
    public String code() {
        return phone().awaitCode(1);
    }

    public Response enters(String code) {
        return VerificationCodeApi.check(id(), code);
    }

    public CodeStory entersWrong(String rightCode, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(enters(wrong(rightCode)).<String>path("cid")).isEqualTo("CID3101");
        }
        return this;
    }

    /** Another code than {@code code}. */
    public static String wrong(String code) {
        return code.equals("000000") ? "000001" : "000000";
    }

    /** Where the messages that carry the code have got to. */
    public List<String> messageStates() {
        return Rows.texts("select state from message where about_id = ?", UUID.fromString(id()));
    }

    /** How many messages were ever queued for the person. */
    public static long messages(Person person) {
        return Rows.count("select count(*) from message where account_id = ?", person.account());
    }
}
