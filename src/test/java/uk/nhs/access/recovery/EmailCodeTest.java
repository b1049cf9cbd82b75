package uk.nhs.access.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.Refusal.assertMustWait;
import static uk.nhs.access.support.Refusal.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.CodeStory;
import uk.nhs.access.support.Inbox;
import uk.nhs.access.support.LostPhone;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.Rows;

/** A code that is e-mailed, as proof. */
@QuarkusTest
class EmailCodeTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @BeforeEach
    void let_an_hour_pass() {
        MovableClock.advance(Duration.ofHours(1));
    }

    @AfterEach
    void go_on() {
        MovableClock.goOn();
    }

    @Test
    void the_code_goes_to_the_address_that_the_account_is_known_by_and_nowhere_else() {
        LostPhone story = LostPhone.of(Person.with().addresses(2).open());

        Response sent = story.hasACodeEmailed();

        assertThat(sent.statusCode()).isEqualTo(200);
        assertThat(sent.<String>path("sentTo")).isEqualTo("p•••@example.org");
        assertThat(sent.<Integer>path("attemptsLeft")).isEqualTo(5);
        assertThat(sent.asString()).doesNotContain(story.emailedCode(1));
        assertThat(Inbox.of(story.person.addresses().get(1)).messages()).isEmpty();
        assertThat(story.oldPhone().messages()).isEmpty();
        assertThat(CodeStory.messages(story.person)).isEqualTo(1);
    }

    @Test
    void the_right_code_proves_it_once() {
        LostPhone story = LostPhone.ofSomebody();
        story.hasACodeEmailed();

        Response right = story.enters(story.emailedCode(1));

        assertThat(right.statusCode()).isEqualTo(200);
        assertThat(right.<String>path("provedBy")).isEqualTo("EMAIL_CODE");
        assertThat(right.<Object>path("attemptsLeft")).isNull();
        assertRefused(story.enters(story.emailedCode(1)), 409, "CID3019");
        assertThat(Rows.history(story.person)).containsExactly("RecoveryOpened", "RecoveryCodeSent", "RecoveryProved");
    }

    @Test
    void an_account_without_a_mobile_can_be_proved_by_email() {
        LostPhone.of(Person.with().noMobile().open()).provesTheEmailedCode();
    }

    @Test
    void a_wrong_code_counts_and_whoever_has_used_up_the_tries_is_sent_to_support() {
        LostPhone story = LostPhone.ofSomebody();
        story.hasACodeEmailed();
        String code = story.emailedCode(1);
        for (int left = 4; left >= 0; left--) {
            Response wrong = story.enters(CodeStory.wrong(code));
            assertRefused(wrong, 422, "CID3101");
            assertThat(wrong.<Integer>path("attemptsLeft")).isEqualTo(left);
        }

        Response right = story.enters(code);
        assertRefused(right, 422, "CID3001");
        assertThat(right.<Integer>path("attemptsLeft")).isZero();
        MovableClock.advance(MINUTE);
        assertRefused(story.hasACodeEmailed(), 422, "CID3001");
        assertThat(Rows.history(story.person).stream().filter("CodeRefused"::equals))
                .hasSize(5);
        assertThat(CodeStory.messages(story.person)).isEqualTo(1);
    }

    @Test
    void asked_for_again_it_is_the_same_code_and_tries_that_were_used_stay_used() {
        LostPhone story = LostPhone.ofSomebody();
        story.hasACodeEmailed();
        String code = story.emailedCode(1);
        story.enters(CodeStory.wrong(code));
        story.enters(CodeStory.wrong(code));
        MovableClock.advance(MINUTE);

        assertThat(story.hasACodeEmailed().<Integer>path("attemptsLeft")).isEqualTo(3);

        assertThat(story.emailedCode(2)).isEqualTo(code);
        assertThat(story.enters(CodeStory.wrong(code)).<Integer>path("attemptsLeft"))
                .isEqualTo(2);
        assertThat(story.enters(code).statusCode()).isEqualTo(200);
    }

    @Test
    void within_a_minute_it_is_not_sent_again_by_whichever_recovery() {
        Instant sent = MovableClock.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(5);
        LostPhone story = LostPhone.ofSomebody();
        MovableClock.stopAt(sent);
        story.hasACodeEmailed();

        assertMustWait(story.hasACodeEmailed(), "CID3105", 60);
        assertMustWait(LostPhone.of(story.person).hasACodeEmailed(), "CID3105", 60);

        assertThat(CodeStory.messages(story.person)).isEqualTo(1);
        assertThat(story.enters(story.emailedCode(1)).statusCode()).isEqualTo(200);
    }

    @Test
    void the_code_of_one_recovery_is_wrong_for_the_next_and_ends_with_it() {
        LostPhone first = LostPhone.ofSomebody();
        first.hasACodeEmailed();
        String old = first.emailedCode(1);
        MovableClock.advance(MINUTE);
        LostPhone second = LostPhone.of(first.person);
        assertRefused(second.enters(old), 409, "CID3110");
        second.hasACodeEmailed();
        String code = second.emailedCode(2);

        if (!code.equals(old)) { // once in a million
            assertRefused(second.enters(old), 422, "CID3101");
        }
        assertRefused(first.enters(old), 410, "CID3102");
        MovableClock.advance(MINUTE);
        assertRefused(first.hasACodeEmailed(), 410, "CID3102");
        assertThat(second.enters(code).statusCode()).isEqualTo(200);
    }

    @Test
    void a_code_for_another_purpose_or_of_another_person_is_a_wrong_guess() {
        LostPhone story = LostPhone.ofSomebody();
        story.hasACodeEmailed();
        String code = story.emailedCode(1);
        MovableClock.advance(MINUTE);
        CodeStory.confirmActionByEmail(story.person);
        LostPhone stranger = LostPhone.ofSomebody();
        stranger.hasACodeEmailed();

        for (String other : new String[] {story.emailedCode(2), stranger.emailedCode(1)}) {
            if (!code.equals(other)) { // once in a million
                assertRefused(story.enters(other), 422, "CID3101");
            }
        }
        assertThat(story.enters(code).statusCode()).isEqualTo(200);
    }

    @Test
    void ten_wrong_codes_in_a_row_over_several_recoveries_send_to_support_for_a_while() {
        Person person = Person.fresh();
        Instant blocked = MovableClock.now().truncatedTo(ChronoUnit.SECONDS).plus(MINUTE.multipliedBy(3));
        enterFiveWrong(person, 1);
        MovableClock.advance(MINUTE);
        LostPhone story = LostPhone.of(person);
        story.hasACodeEmailed();
        String code = story.emailedCode(2);
        MovableClock.stopAt(blocked);
        for (int time = 0; time < 5; time++) {
            assertRefused(story.enters(CodeStory.wrong(code)), 422, "CID3101");
        }

        assertMustWait(story.enters(code), "CID3001", 900);
        MovableClock.stopAt(blocked.plus(MINUTE));
        LostPhone next = LostPhone.of(person);
        assertMustWait(next.hasACodeEmailed(), "CID3001", 840);
        assertThat(CodeStory.messages(person)).isEqualTo(2);
        next.provesThePreviousNumber();
    }

    private static void enterFiveWrong(Person person, int mail) {
        LostPhone story = LostPhone.of(person);
        story.hasACodeEmailed();
        String code = story.emailedCode(mail);
        for (int time = 0; time < 5; time++) {
            assertRefused(story.enters(CodeStory.wrong(code)), 422, "CID3101");
        }
    }
}
