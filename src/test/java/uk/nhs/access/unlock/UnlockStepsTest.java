package uk.nhs.access.unlock;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.Refusal.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.LockedOut;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.QuestionApi;
import uk.nhs.access.support.Silence;
import uk.nhs.access.support.UnlockApi;

/** The steps of an unlock: in their order, once each, and by whoever holds its id. */
@QuarkusTest
class UnlockStepsTest {

    @BeforeEach
    void let_an_hour_pass() {
        MovableClock.advance(Duration.ofHours(1));
    }

    @AfterEach
    void go_on() {
        MovableClock.goOn();
    }

    @Test
    void a_choice_before_the_answers_answers_after_them_and_a_second_choice_are_refused() {
        LockedOut story = LockedOut.ofSomebody();
        Silence silence = Silence.of(story.person);
        assertRefused(story.keeps(), 409, "CID3303");
        assertRefused(story.resets(), 409, "CID3303");
        silence.isKept();

        story.proves();
        Silence proved = Silence.of(story.person);
        assertRefused(story.answersRightly(), 409, "CID3304");
        assertRefused(story.answers(LockedOut.WRONG), 409, "CID3304");
        proved.isKept();

        story.keeps();
        Silence kept = Silence.of(story.person);
        assertRefused(story.keeps(), 409, "CID3304");
        assertRefused(story.resets(), 409, "CID3304");
        assertRefused(story.answersRightly(), 409, "CID3304");
        kept.isKept();
    }

    @Test
    void of_several_choices_at_the_same_moment_one_is_made() {
        LockedOut story = LockedOut.ofSomebody().proves();

        List<Integer> statuses = IntStream.range(0, 8)
                .parallel()
                .mapToObj(time -> (time % 2 == 0 ? story.keeps() : story.resets()).statusCode())
                .sorted()
                .toList();

        assertThat(statuses).containsExactly(200, 409, 409, 409, 409, 409, 409, 409);
    }

    @Test
    void right_answers_are_worth_nothing_once_the_owner_has_set_other_questions() {
        Person person = Person.with().questions().open();
        LockedOut story = LockedOut.of(person).proves();
        QuestionApi.haveSet(person);
        Silence silence = Silence.of(person);

        assertRefused(story.keeps(), 410, "CID3302");
        assertRefused(story.resets(), 410, "CID3302");
        silence.isKept();
        assertThat(LockedOut.of(person).proves().keeps().statusCode()).isEqualTo(200);
    }

    @Test
    void a_choice_ends_all_other_unlocks_of_the_account() {
        Person person = LockedOut.somebody();
        LockedOut asked = LockedOut.of(person);
        LockedOut proved = LockedOut.of(person).proves();
        assertThat(LockedOut.of(person).proves().keeps().statusCode()).isEqualTo(200);
        Silence silence = Silence.of(person);

        assertRefused(asked.answersRightly(), 410, "CID3302");
        assertRefused(proved.resets(), 410, "CID3302");
        silence.isKept();
    }

    @Test
    void of_several_right_rounds_at_the_same_moment_one_proves_it() {
        LockedOut story = LockedOut.ofSomebody();

        List<Integer> statuses = IntStream.range(0, 3)
                .parallel()
                .mapToObj(time -> story.answersRightly().statusCode())
                .sorted()
                .toList();

        assertThat(statuses).containsExactly(200, 409, 409);
    }

    @Test
    void an_id_in_another_case_or_cut_off_is_not_found() {
        LockedOut story = LockedOut.ofSomebody();
        String swapped = story.unlock()
                .chars()
                .mapToObj(c -> String.valueOf(
                        (char) (Character.isLowerCase(c) ? Character.toUpperCase(c) : Character.toLowerCase(c))))
                .reduce("", String::concat);

        assertRefused(UnlockApi.answer(swapped, QuestionApi.ANSWERS), 404, "CID3301");
        assertRefused(UnlockApi.answer(story.unlock().substring(1), QuestionApi.ANSWERS), 404, "CID3301");
        story.proves();
    }
}
