package uk.nhs.access.unlock;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.Refusal.assertRefused;
import static uk.nhs.access.support.Refusal.withoutInstance;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.Inbox;
import uk.nhs.access.support.LockedOut;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.QuestionApi;
import uk.nhs.access.support.Rows;
import uk.nhs.access.support.UnlockApi;

/** Unlocking by a code alone, where questions are switched off. */
@QuarkusTest
@TestProfile(CodeAlone.class)
class CodeAloneTest {

    @BeforeEach
    void stop_the_clock_an_hour_later() {
        MovableClock.advance(Duration.ofHours(1));
        MovableClock.stopAt(MovableClock.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(5));
    }

    @AfterEach
    void go_on() {
        MovableClock.goOn();
    }

    @Test
    void no_question_is_asked_and_the_code_opens_the_choice() {
        Person person = LockedOut.lockedBySignIns().open();
        Response started = UnlockApi.start(person.address(), LockedOut.digits(person));
        String unlock = started.path("id");

        assertThat(started.<Map<String, Object>>path("$")).containsOnlyKeys("id", "state", "expiresAt");
        assertRefused(UnlockApi.answer(unlock, QuestionApi.ANSWERS), 409, "CID3304");
        UnlockApi.code(unlock);
        String code = Inbox.of(person.mobile()).awaitCode(1);

        assertThat(UnlockApi.checkCode(unlock, code).statusCode()).isEqualTo(200);
        assertThat(UnlockApi.complete(unlock, "KEEP_PASSWORD").statusCode()).isEqualTo(200);
    }

    @Test
    void whoever_is_not_recognised_is_answered_the_same_and_sent_nothing() {
        Person person = LockedOut.somebody();
        Person disabled = LockedOut.lockedBySignIns().disabled().open();

        List<String> real = steps(person.address(), LockedOut.digits(person));

        assertThat(steps(disabled.address(), LockedOut.digits(disabled))).isEqualTo(real);
        assertThat(steps(LockedOut.somebody().address(), "0000")).isEqualTo(real);
        assertThat(steps("nobody@example.org", "1234")).isEqualTo(real);
        Inbox.of(person.mobile()).await(1);
        assertThat(Inbox.of(disabled.mobile()).messages()).isEmpty();
    }

    @Test
    void a_number_that_somebody_else_set_opens_nothing_before_it_stood_for_a_day() {
        Instant set = MovableClock.now();
        Person person = new SetForOwner().withNewNumber(LockedOut.lockedBySignIns());
        Person nobody =
                new Person(UUID.randomUUID(), "", "", person.mobile(), List.of(UUID.randomUUID() + "@example.org"));

        MovableClock.stopAt(set.plus(Duration.ofHours(24)).minusMillis(1));
        LockedOut early = LockedOut.of(person);
        LockedOut unknown = LockedOut.of(nobody);
        assertThat(UnlockApi.code(early.unlock()).asString().replace(early.unlock(), ""))
                .isEqualTo(UnlockApi.code(unknown.unlock()).asString().replace(unknown.unlock(), ""));
        awaitThatNobodyWaits();
        assertThat(codes(person)).isZero();
        assertThat(withoutInstance(UnlockApi.checkCode(early.unlock(), "123456")))
                .isEqualTo(withoutInstance(UnlockApi.checkCode(unknown.unlock(), "123456")));

        MovableClock.stopAt(set.plus(Duration.ofHours(24)));
        LockedOut later = LockedOut.of(person);
        Rows.change("delete from send_limit where subject like 'codes wanted %'");
        UnlockApi.code(later.unlock());
        assertThat(UnlockApi.checkCode(later.unlock(), Inbox.of(person.mobile()).awaitCode(2))
                        .<List<String>>path("choices"))
                .containsExactly("KEEP_PASSWORD", "RESET_PASSWORD");
    }

    @Test
    void a_number_that_is_set_after_the_code_went_out_is_sent_no_password() {
        SetForOwner administrator = new SetForOwner();
        Person person = administrator.open(LockedOut.lockedBySignIns());
        LockedOut story = LockedOut.of(person);
        UnlockApi.code(story.unlock());
        UnlockApi.checkCode(story.unlock(), Inbox.of(person.mobile()).awaitCode(1));

        administrator.set(person, Person.freshNumber());

        assertRefused(story.resets(), 422, "CID3306");
        assertRefused(story.keeps(), 422, "CID3306");
    }

    private static void awaitThatNobodyWaits() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> Rows.count("select count(*) from unlock where code_wanted_at is not null") == 0);
    }

    private static long codes(Person person) {
        return Rows.count(
                "select count(*) from message where kind = 'UnlockCodeText' and account_id = ?", person.account());
    }

    private static List<String> steps(String address, String digits) {
        Response started = UnlockApi.start(address, digits);
        String unlock = started.path("id");
        Response wanted = UnlockApi.code(unlock);
        return Stream.of(
                        started.asString().replace(unlock, ""),
                        wanted.statusCode() + wanted.asString().replace(unlock, "") + wanted.headers(),
                        withoutInstance(UnlockApi.code(unlock)),
                        withoutInstance(UnlockApi.checkCode(unlock, "12345678")),
                        withoutInstance(UnlockApi.checkCode(unlock, "12345678")),
                        withoutInstance(UnlockApi.checkCode(unlock, "12345678")),
                        withoutInstance(UnlockApi.checkCode(unlock, "12345678")))
                .toList();
    }
}
