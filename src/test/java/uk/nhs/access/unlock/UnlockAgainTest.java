package uk.nhs.access.unlock;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.Refusal.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.LockedOut;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.PhoneChangeApi;
import uk.nhs.access.support.QuestionApi;
import uk.nhs.access.support.Rows;
import uk.nhs.access.support.UnlockApi;

/** Steps of an unlock that are sent again with the same key: done once, and answered alike. */
@QuarkusTest
class UnlockAgainTest {

    private final Person person = LockedOut.somebody();
    private final String key = UUID.randomUUID().toString();

    @BeforeEach
    void let_an_hour_pass() {
        MovableClock.advance(Duration.ofHours(1));
    }

    @Test
    void a_start_that_is_sent_again_is_another_unlock_because_anybody_could_have_sent_it() {
        String first =
                UnlockApi.start(person.address(), LockedOut.digits(person)).path("id");
        Response again = start();

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).isNull();
        assertThat(start().<String>path("id")).isNotEqualTo(again.path("id")).isNotEqualTo(first);
        assertThat(Rows.count("select count(*) from unlock where subject_id = ?", person.account()))
                .isEqualTo(3);
    }

    @Test
    void answers_that_are_sent_again_count_once() {
        LockedOut story = LockedOut.of(person);

        Response first = answer(story, LockedOut.WRONG);
        Response again = answer(story, LockedOut.WRONG);

        assertRefused(first, 422, "CID3305");
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(story.answers(LockedOut.WRONG).<Integer>path("attemptsLeft")).isEqualTo(1);
    }

    @Test
    void a_choice_that_is_sent_again_is_made_once() {
        LockedOut story = LockedOut.of(person);
        assertThat(answer(story, QuestionApi.ANSWERS).asString())
                .isEqualTo(answer(story, QuestionApi.ANSWERS).asString());

        Response first = complete(story);
        Response again = complete(story);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(Rows.history(person)).containsOnlyOnce("UnlockProved", "UnlockCompleted");
        assertThat(Rows.count(
                        "select count(*) from message where kind = 'TemporaryPasswordText' and account_id = ?",
                        person.account()))
                .isEqualTo(1);
    }

    @Test
    void the_answers_that_are_kept_for_this_bring_nobody_any_further_who_reads_the_table() {
        LockedOut story = LockedOut.of(person);
        answer(story, QuestionApi.ANSWERS);

        assertThat(Rows.texts("select kept_answer::text from kept_answer"))
                .isNotEmpty()
                .noneMatch(row -> row.contains(story.unlock()));
    }

    private Response start() {
        return PhoneChangeApi.anybody()
                .header("Idempotency-Key", key)
                .body(Map.of("emailAddress", person.address(), "mobileNumberEnding", LockedOut.digits(person)))
                .post("/v1/unlocks");
    }

    private Response answer(LockedOut story, List<String> answers) {
        return PhoneChangeApi.anybody()
                .header("Idempotency-Key", key)
                .body(Map.of("answers", answers))
                .post("/v1/unlocks/{id}/answers", story.unlock());
    }

    private Response complete(LockedOut story) {
        return PhoneChangeApi.anybody()
                .header("Idempotency-Key", key)
                .body(Map.of("choice", "RESET_PASSWORD"))
                .post("/v1/unlocks/{id}/completion", story.unlock());
    }
}
