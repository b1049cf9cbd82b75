package uk.nhs.access.unlock;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.Refusal.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.LockedOut;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.Silence;
import uk.nhs.access.support.Story;

/** Somebody other than the owner sets the number: no password is sent to it before the owner had a day to object. */
@QuarkusTest
class NumberOnTrialTest {

    private static final Duration HOLD = Duration.ofHours(24);

    private final SetForOwner somebody = new SetForOwner();

    @BeforeEach
    void let_an_hour_pass() {
        MovableClock.advance(Duration.ofHours(1));
    }

    @AfterEach
    void go_on() {
        MovableClock.goOn();
    }

    @Test
    void the_password_is_kept_and_not_reset() {
        Person person = somebody.withNewNumber(LockedOut.lockedBySignIns());
        LockedOut story = LockedOut.of(person);

        assertThat(choices(story)).containsExactly("KEEP_PASSWORD");
        Silence silence = Silence.of(person);
        assertRefused(story.resets(), 422, "CID3306");
        silence.isKept();
        assertThat(story.keeps().statusCode()).isEqualTo(200);
        assertThat(story.lock()).isEmpty();
    }

    @Test
    void an_expired_password_leaves_nothing_but_the_local_administrator() {
        Person person = somebody.withNewNumber(
                LockedOut.lockedBySignIns().password("gravel otter minuet 6", Duration.ofDays(365)));
        LockedOut story = LockedOut.of(person);

        assertRefused(story.answersRightly(), 422, "CID3306");
        Silence silence = Silence.of(person);
        assertRefused(story.keeps(), 422, "CID3306");
        assertRefused(story.resets(), 422, "CID3306");
        silence.isKept();
    }

    @Test
    void after_a_day_it_is_a_number_like_any_other() {
        Instant set = MovableClock.now().plusSeconds(5);
        MovableClock.stopAt(set);
        Person person = somebody.withNewNumber(LockedOut.lockedBySignIns());

        MovableClock.stopAt(set.plus(HOLD).minusMillis(1));
        LockedOut early = LockedOut.of(person);
        assertThat(choices(early)).containsExactly("KEEP_PASSWORD");
        assertRefused(early.resets(), 422, "CID3306");

        MovableClock.stopAt(set.plus(HOLD));
        LockedOut later = LockedOut.of(person);
        assertThat(choices(later)).containsExactly("KEEP_PASSWORD", "RESET_PASSWORD");
        assertThat(later.resets().statusCode()).isEqualTo(200);
    }

    @Test
    void a_number_that_its_owner_changed_has_waited_out_its_hold_already() {
        Person person = somebody.withNewNumber(Person.with().questions());
        Story story = Story.of(person).isHeld();
        MovableClock.advance(HOLD.minusMinutes(1));
        somebody.set(person, Person.freshNumber());
        assertThat(story.state()).isEqualTo("SUPERSEDED");

        Story again = Story.of(person).isHeld();
        MovableClock.advance(HOLD);
        again.reaches("APPLIED");

        LockedOut unlocking = LockedOut.of(SetForOwner.with(person, again.numberOnFile()));
        assertThat(choices(unlocking)).containsExactly("KEEP_PASSWORD", "RESET_PASSWORD");
    }

    @Test
    void a_number_that_is_set_between_the_answers_and_the_choice_counts_as_well() {
        Person person = somebody.open(LockedOut.lockedBySignIns());
        LockedOut story = LockedOut.of(person).proves();

        somebody.set(person, Person.freshNumber());

        assertRefused(story.resets(), 422, "CID3306");
        assertThat(story.keeps().statusCode()).isEqualTo(200);
    }

    private static List<String> choices(LockedOut story) {
        return story.answersRightly().path("choices");
    }
}
