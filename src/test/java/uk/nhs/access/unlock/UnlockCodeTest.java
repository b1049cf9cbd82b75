package uk.nhs.access.unlock;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.Refusal.assertMustWait;
import static uk.nhs.access.support.Refusal.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.Inbox;
import uk.nhs.access.support.LockedOut;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.QuestionApi;
import uk.nhs.access.support.Rows;
import uk.nhs.access.support.Silence;
import uk.nhs.access.support.UnlockApi;

/** A code by text between the answers and the choice, where the settings ask for one. */
@QuarkusTest
@TestProfile(WithCode.class)
class UnlockCodeTest {

    private final Person person = LockedOut.somebody();

    @BeforeEach
    void let_an_hour_pass() {
        MovableClock.advance(Duration.ofHours(1));
    }

    @AfterEach
    void go_on() {
        MovableClock.goOn();
    }

    @Test
    void the_code_at_the_phone_opens_the_choice_after_the_answers() {
        LockedOut story = LockedOut.of(person);
        assertRefused(UnlockApi.code(story.unlock()), 409, "CID3303");

        assertThat(story.answersRightly().<String>path("state")).isEqualTo("AWAITING_CODE");
        assertRefused(story.keeps(), 409, "CID3303");
        assertThat(UnlockApi.code(story.unlock()).<String>path("state")).isEqualTo("AWAITING_CODE");
        Response proved = UnlockApi.checkCode(story.unlock(), code(1));

        assertThat(proved.<List<String>>path("choices")).containsExactly("KEEP_PASSWORD", "RESET_PASSWORD");
        assertThat(Inbox.of(person.mobile()).awaitText(1)).contains("to unlock your account");
        assertRefused(UnlockApi.checkCode(story.unlock(), code(1)), 409, "CID3304");
        assertRefused(UnlockApi.code(story.unlock()), 409, "CID3304");
        assertThat(story.keeps().statusCode()).isEqualTo(200);
        assertThat(story.lock()).isEmpty();
        assertThat(Rows.history(person))
                .startsWith("UnlockProved", "UnlockCodeSent", "UnlockProved", "UnlockCompleted");
    }

    @Test
    void three_codes_are_tried_in_a_day_and_none_of_them_is_right_before_one_was_sent() {
        LockedOut story = LockedOut.of(person);
        story.answersRightly();
        Response early = UnlockApi.checkCode(story.unlock(), "123456");
        assertRefused(early, 422, "CID3309");
        assertThat(early.<Integer>path("attemptsLeft")).isEqualTo(2);
        UnlockApi.code(story.unlock());
        String wrong = code(1).equals("000000") ? "000001" : "000000";

        assertRefused(UnlockApi.checkCode(story.unlock(), wrong), 422, "CID3309");
        assertRefused(UnlockApi.checkCode(story.unlock(), wrong), 422, "CID3306");
        assertRefused(UnlockApi.checkCode(story.unlock(), code(1)), 429, "CID3307");
        assertThat(story.lock()).isEqualTo("FAILED_SIGN_INS");
    }

    @Test
    void another_code_is_sent_after_a_minute_and_ends_the_one_before() {
        LockedOut story = LockedOut.of(person);
        story.answersRightly();
        MovableClock.stopAt(MovableClock.now().plusSeconds(1));
        UnlockApi.code(story.unlock());
        String first = code(1);

        assertMustWait(UnlockApi.code(story.unlock()), "CID3105", 60);
        MovableClock.stopAt(MovableClock.now().plusSeconds(60));
        assertThat(UnlockApi.code(story.unlock()).statusCode()).isEqualTo(200);
        String second = code(2);

        if (!first.equals(second)) {
            assertRefused(UnlockApi.checkCode(story.unlock(), first), 422, "CID3309");
        }
        assertThat(UnlockApi.checkCode(story.unlock(), second).statusCode()).isEqualTo(200);
    }

    @Test
    void a_code_that_cannot_be_sent_yet_is_sent_as_soon_as_it_can() {
        LockedOut first = LockedOut.of(person);
        first.answersRightly();
        UnlockApi.code(first.unlock());
        code(1);
        LockedOut second = LockedOut.of(person);
        second.answersRightly();
        Rows.change("delete from send_limit where subject like 'codes wanted %'");

        assertThat(UnlockApi.code(second.unlock()).statusCode()).isEqualTo(200);
        MovableClock.advance(Duration.ofSeconds(60));

        assertThat(UnlockApi.checkCode(second.unlock(), code(2)).statusCode()).isEqualTo(200);
    }

    @Test
    void a_code_for_another_unlock_of_the_account_is_wrong() {
        LockedOut one = LockedOut.of(person);
        LockedOut other = LockedOut.of(person);
        one.answersRightly();
        other.answersRightly();
        UnlockApi.code(one.unlock());

        assertRefused(UnlockApi.checkCode(other.unlock(), code(1)), 422, "CID3309");
        assertThat(UnlockApi.checkCode(one.unlock(), code(1)).statusCode()).isEqualTo(200);
    }

    @Test
    void a_code_is_good_for_one_of_many_who_enter_it_at_the_same_moment() {
        LockedOut story = LockedOut.of(person);
        story.answers(QuestionApi.ANSWERS);
        UnlockApi.code(story.unlock());
        String code = code(1);

        List<Integer> statuses = IntStream.range(0, 6)
                .parallel()
                .mapToObj(time -> UnlockApi.checkCode(story.unlock(), code).statusCode())
                .sorted()
                .toList();

        assertThat(statuses).containsExactly(200, 409, 409, 409, 409, 409);
    }

    @Test
    void with_the_code_as_well_no_password_is_sent_to_a_number_that_somebody_else_has_just_set() {
        Person renumbered = new SetForOwner().withNewNumber(LockedOut.lockedBySignIns());
        LockedOut story = LockedOut.of(renumbered);
        story.answersRightly();
        UnlockApi.code(story.unlock());

        // the number itself was told before
        Response proved = UnlockApi.checkCode(
                story.unlock(), Inbox.of(renumbered.mobile()).awaitCode(2));

        assertThat(proved.<List<String>>path("choices")).containsExactly("KEEP_PASSWORD");
        assertRefused(story.resets(), 422, "CID3306");
        assertThat(story.keeps().statusCode()).isEqualTo(200);
    }

    @Test
    void a_right_code_is_worth_nothing_once_the_account_has_another_number() {
        LockedOut story = LockedOut.of(person);
        story.answersRightly();
        UnlockApi.code(story.unlock());
        UnlockApi.checkCode(story.unlock(), code(1));
        String number = "+44" + Person.freshNumber().substring(1);
        Rows.change("update account set mobile = ? where id = ?", number, person.account());
        Silence silence = Silence.of(person, number);

        assertRefused(story.keeps(), 410, "CID3302");
        assertRefused(story.resets(), 410, "CID3302");
        silence.isKept();
    }

    @Test
    void three_codes_in_a_day_are_all_that_an_account_has_over_its_addresses() {
        Person several = LockedOut.lockedBySignIns().addresses(2).open();
        LockedOut first = LockedOut.of(several);
        first.answersRightly();
        for (int round = 0; round < 3; round++) {
            UnlockApi.checkCode(first.unlock(), "123456");
        }
        String other = UnlockApi.start(several.addresses().get(1), LockedOut.digits(several))
                .path("id");
        UnlockApi.answer(other, QuestionApi.ANSWERS);
        UnlockApi.code(other);

        Response right = UnlockApi.checkCode(other, Inbox.of(several.mobile()).awaitCode(1));

        assertRefused(right, 422, "CID3309");
        assertThat(right.<Integer>path("attemptsLeft")).isEqualTo(2);
    }

    private String code(int count) {
        return Inbox.of(person.mobile()).awaitCode(count);
    }
}
