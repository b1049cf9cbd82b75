package uk.nhs.access.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import uk.nhs.access.account.LockedBecause;

/** Somebody who is locked out and unlocks the account, told in verbs. */
public final class LockedOut {

    public static final List<String> WRONG = List.of("something else", "leek and potato soup", "the grey seal");

    public final Person person;
    private final String unlock;
    private final Instant expiresAt;

    private LockedOut(Person person) {
        this.person = person;
        Response started = UnlockApi.start(person.address(), digits(person));
        assertThat(started.statusCode()).as(started.asString()).isEqualTo(201);
        unlock = started.path("id");
        expiresAt = Instant.parse(started.path("expiresAt"));
    }

    /** Somebody with an account that failed sign-ins locked, and with {@link QuestionApi#some()} set. */
    public static Person somebody() {
        return lockedBySignIns().open();
    }

    public static PersonBuilder lockedBySignIns() {
        return Person.with().locked(LockedBecause.FAILED_SIGN_INS).questions();
    }

    public static LockedOut of(Person person) {
        return new LockedOut(person);
    }

    public static LockedOut ofSomebody() {
        return of(somebody());
    }

    public static String digits(Person person) {
        return person.mobile().substring(person.mobile().length() - 4);
    }

    /** Four digits that the number does not end in. */
    public static String wrongDigits(Person person) {
        return digits(person).equals("0000") ? "0001" : "0000";
    }

    public Response answers(List<String> answers) {
        return UnlockApi.answer(unlock, answers);
    }

    public Response answersRightly() {
        return answers(QuestionApi.ANSWERS);
    }

    public LockedOut proves() {
        Response answer = answersRightly();
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return this;
    }

    public Response keeps() {
        return UnlockApi.complete(unlock, "KEEP_PASSWORD");
    }

    public Response resets() {
        return UnlockApi.complete(unlock, "RESET_PASSWORD");
    }

    public String unlock() {
        return unlock;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    /** Why the account is locked, or nothing. */
    public String lock() {
        return Rows.text("select coalesce(locked_because, '') from account where id = ?", person.account());
    }

    /** The 16 characters in the {@code count}-th text. */
    public String temporaryPassword(int count) {
        return Inbox.of(person.mobile()).awaitText(count).substring(0, 16);
    }
}
