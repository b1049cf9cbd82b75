package uk.nhs.access.unlock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static uk.nhs.access.support.Refusal.assertMustWait;
import static uk.nhs.access.support.Refusal.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.nhs.access.crypto.SecretToken;
import uk.nhs.access.problem.Cid;
import uk.nhs.access.problem.Problem;
import uk.nhs.access.question.AnswerVerdict;
import uk.nhs.access.support.LockedOut;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.QuestionApi;
import uk.nhs.access.support.Rows;
import uk.nhs.access.support.UnlockApi;

/** How many rounds of answers there are in a day, one after the other and at the same moment. */
@QuarkusTest
@TestProfile(Unhurried.class)
class UnlockRoundsTest {

    private static final Duration TICK = Duration.ofNanos(1_000);
    private static final Duration DAY = Duration.ofDays(1);

    @Inject
    UnlockService service;

    private Instant start;

    @BeforeEach
    void let_an_hour_pass() {
        MovableClock.advance(Duration.ofHours(1));
        start = MovableClock.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(5);
        MovableClock.stopAt(start);
    }

    @AfterEach
    void go_on() {
        MovableClock.goOn();
    }

    @Test
    void there_are_three_rounds_of_answers_in_a_day_over_all_unlocks() {
        Person person = LockedOut.somebody();
        assertWrong(LockedOut.of(person), 2);
        MovableClock.stopAt(start.plusSeconds(60));
        LockedOut second = LockedOut.of(person);
        assertWrong(second, 1);
        Response last = second.answers(LockedOut.WRONG);
        assertRefused(last, 422, "CID3306");
        assertThat(last.<Integer>path("attemptsLeft")).isZero();

        assertMustWait(second.answersRightly(), "CID3307", 86_340);
        assertMustWait(LockedOut.of(person).answersRightly(), "CID3307", 86_340);
        assertThat(second.lock()).isEqualTo("FAILED_SIGN_INS");

        MovableClock.stopAt(start.plus(DAY).minus(TICK));
        assertMustWait(LockedOut.of(person).answersRightly(), "CID3307", 1);
        MovableClock.stopAt(start.plus(DAY));
        LockedOut.of(person).proves();
    }

    @Test
    void rounds_at_another_address_of_the_account_count_and_nobody_is_told_so() {
        Person person = LockedOut.lockedBySignIns().addresses(2).open();
        LockedOut first = LockedOut.of(person);
        IntStream.range(0, 3).forEach(time -> first.answers(LockedOut.WRONG));

        String other = UnlockApi.start(person.addresses().get(1), LockedOut.digits(person))
                .path("id");

        Response right = UnlockApi.answer(other, QuestionApi.ANSWERS);
        assertRefused(right, 422, "CID3305");
        assertThat(right.<Integer>path("attemptsLeft")).isEqualTo(2);
    }

    @Test
    void of_many_rounds_at_the_same_moment_no_more_than_three_are_judged() throws Exception {
        LockedOut story = LockedOut.ofSomebody();

        List<String> outcomes = atOnce(64, () -> story.answers(LockedOut.WRONG));

        assertThat(outcomes.subList(0, 3)).containsExactly("422 CID3305", "422 CID3305", "422 CID3306");
        assertThat(outcomes.subList(3, 64)).containsOnly("429 CID3307");
        assertThat(Rows.history(story.person)).containsExactly("UnlockRefused", "UnlockRefused", "UnlockRefused");
    }

    @Test
    void right_answers_that_are_sent_twice_at_once_cost_one_round() throws Exception {
        for (int time = 0; time < 5; time++) {
            LockedOut story = LockedOut.ofSomebody();

            List<String> outcomes = atOnce(2, story::answersRightly);

            assertThat(outcomes).containsExactly("200 null", "409 CID3304");
            assertWrong(LockedOut.of(story.person), 1);
        }
    }

    /** In the order that two requests at once would have to meet in, each as far as it is in one transaction. */
    @Test
    void of_answers_that_right_ones_overtook_only_right_ones_get_their_round_back() {
        LockedOut story = LockedOut.ofSomebody();
        SecretToken token = new SecretToken(story.unlock());
        Round right = service.count(token);
        Round wrong = service.count(token);
        story.proves();

        assertOvertaken(right, true);
        assertOvertaken(wrong, false);

        Response last = LockedOut.of(story.person).answers(LockedOut.WRONG);
        assertRefused(last, 422, "CID3306");
        assertThat(last.<Integer>path("attemptsLeft")).isZero();
    }

    private void assertOvertaken(Round round, boolean right) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> service.judge(round, new AnswerVerdict(right, List.of())))
                .satisfies(refused -> assertThat(refused.cid()).isEqualTo(Cid.UNLOCK_STEP_DONE));
    }

    private static List<String> atOnce(int times, Callable<Response> call) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(times);
        try {
            List<String> outcomes = new ArrayList<>();
            for (Future<Response> answer : callers.invokeAll(Collections.nCopies(times, call))) {
                outcomes.add(outcome(answer.get()));
            }
            Collections.sort(outcomes);
            return outcomes;
        } finally {
            callers.shutdown();
        }
    }

    private static void assertWrong(LockedOut story, int left) {
        Response wrong = story.answers(LockedOut.WRONG);
        assertRefused(wrong, 422, "CID3305");
        assertThat(wrong.<Integer>path("attemptsLeft")).isEqualTo(left);
    }

    private static String outcome(Response answer) {
        return answer.statusCode() + " " + answer.<String>path("cid");
    }
}
