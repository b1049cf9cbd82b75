package uk.nhs.access.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.Refusal.assertRefused;
import static uk.nhs.access.support.Refusal.withoutInstance;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.LostPhone;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.PhoneChangeApi;
import uk.nhs.access.support.RecoveryApi;
import uk.nhs.access.support.Silence;
import uk.nhs.access.support.Story;

/** The steps of a recovery have one order: one proof, one change. */
@QuarkusTest
class RecoveryStepsTest {

    private static final String SOME_CODE = "123456";

    @BeforeEach
    void let_an_hour_pass() {
        MovableClock.advance(Duration.ofHours(1));
    }

    @AfterEach
    void go_on() {
        MovableClock.goOn();
    }

    @Test
    void no_code_can_be_entered_before_one_was_emailed() {
        LostPhone story = LostPhone.ofSomebody();
        Silence silence = Silence.of(story.person);

        assertRefused(story.enters(SOME_CODE), 409, "CID3110");

        silence.isKept();
    }

    @Test
    void no_change_can_be_asked_for_before_the_proof() {
        LostPhone story = LostPhone.ofSomebody();
        Silence silence = Silence.of(story.person, story.newNumber);

        assertRefused(story.triesToAsk(), 409, "CID3018");
        assertRefused(PhoneChangeApi.ask(story.token(), story.newNumber), 409, "CID3018");

        silence.isKept();
    }

    @Test
    void a_code_that_was_emailed_and_not_entered_is_no_proof() {
        LostPhone story = LostPhone.ofSomebody();
        story.hasACodeEmailed();
        story.emailedCode(1);
        MovableClock.advance(Duration.ofMinutes(1));

        assertRefused(story.triesToAsk(), 409, "CID3018");
    }

    @Test
    void the_recovery_has_to_be_named_even_when_it_is_proved() {
        LostPhone story = LostPhone.ofSomebody().provesThePreviousNumber();

        assertRefused(PhoneChangeApi.ask(story.token(), story.newNumber), 409, "CID3018");
    }

    @Test
    void nothing_is_proved_twice() {
        LostPhone story = LostPhone.ofSomebody().provesThePreviousNumber();
        assertNothingCanBeProved(story, 409, "CID3019");

        assertNothingCanBeProved(story.asks(), 409, "CID3019");
    }

    @Test
    void a_recovery_serves_one_change() {
        LostPhone story = LostPhone.ofSomebody().provesThePreviousNumber().asks();
        story.newPhone().awaitCode(1);
        MovableClock.advance(Duration.ofMinutes(2));
        String other = Person.freshNumber();
        Silence silence = Silence.of(story.person, story.newNumber, other);

        assertRefused(story.triesToAsk(), 409, "CID3019");
        assertRefused(RecoveryApi.ask(story.token(), other, story.recovery()), 409, "CID3019");

        silence.isKept();
    }

    @Test
    void of_changes_that_are_asked_for_at_the_same_time_one_is_made() {
        LostPhone story = LostPhone.ofSomebody().provesThePreviousNumber();

        List<Integer> statuses = IntStream.range(0, 6)
                .parallel()
                .mapToObj(time -> RecoveryApi.ask(story.token(), Person.freshNumber(), story.recovery())
                        .statusCode())
                .toList();

        assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409).hasSize(6);
    }

    @Test
    void a_change_that_was_refused_leaves_the_recovery_good() {
        LostPhone story = LostPhone.ofSomebody().provesTheEmailedCode();
        Story.of(story.person).asks();

        assertRefused(RecoveryApi.ask(story.token(), "020 7946 0123", story.recovery()), 422, "CID3201");
        assertRefused(RecoveryApi.ask(story.token(), story.person.mobile(), story.recovery()), 422, "CID3202");
        assertRefused(story.triesToAsk(), 429, "CID3105");
        MovableClock.advance(Duration.ofMinutes(1));

        story.asks();
    }

    @Test
    void another_accounts_recovery_is_as_unknown_as_none() {
        LostPhone other = LostPhone.ofSomebody().provesThePreviousNumber();
        Person person = Person.fresh();
        String token = LostPhone.of(person).token();
        Silence silence = Silence.of(other.person, other.newNumber);

        for (List<Response> answers : Stream.of(
                        other.recovery(), UUID.randomUUID().toString())
                .map(recovery -> List.of(
                        RecoveryApi.previousNumber(token, recovery, other.person.mobile()),
                        RecoveryApi.emailCode(token, recovery),
                        RecoveryApi.check(token, recovery, SOME_CODE),
                        RecoveryApi.ask(token, Person.freshNumber(), recovery)))
                .toList()) {
            assertThat(answers).allSatisfy(answer -> assertRefused(answer, 404, "CID3016"));
            assertThat(answers.stream().map(answer -> withoutInstance(answer)).distinct())
                    .hasSize(1);
        }
        assertRefused(RecoveryApi.emailCode(token, "1"), 404, "CID3016");
        silence.isKept();
        other.asks();
    }

    /** Neither by the right number nor by a code. */
    private static void assertNothingCanBeProved(LostPhone story, int status, String cid) {
        assertRefused(story.gives(story.person.mobile()), status, cid);
        assertRefused(story.hasACodeEmailed(), status, cid);
        assertRefused(story.enters(SOME_CODE), status, cid);
    }
}
