package uk.nhs.access.unlock;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.LockedOut;
import uk.nhs.access.support.PhoneChangeApi;
import uk.nhs.access.support.Rows;

/** Answers and choices that are sent again with an Idempotency-Key, because nobody knows whether they arrived. */
@QuarkusTest
class UnlockAnsweredAgainTest {

    private final String key = UUID.randomUUID().toString();

    @Test
    void answers_sent_again_cost_one_round_and_are_answered_alike() {
        LockedOut story = LockedOut.ofSomebody();

        Response first = answers(story);
        Response again = answers(story);

        assertThat(first.statusCode()).isEqualTo(422);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(first.<Integer>path("attemptsLeft")).isEqualTo(2);
    }

    @Test
    void a_choice_sent_ten_times_at_once_sends_one_text() {
        LockedOut story = LockedOut.ofSomebody().proves();

        List<CompletableFuture<Response>> calls = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> resets(story)))
                .limit(10)
                .toList();
        List<Response> answers = calls.stream().map(CompletableFuture::join).toList();

        assertThat(answers)
                .extracting(Response::statusCode)
                .containsOnly(200, 409)
                .contains(200);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 409)
                .allSatisfy(answer -> assertThat(answer.<String>path("cid")).isEqualTo("CID1016"));
        assertThat(resets(story).header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(Rows.count(
                        "select count(*) from message where account_id = ? and kind = 'TemporaryPasswordText'",
                        story.person.account()))
                .isEqualTo(1);
    }

    private Response answers(LockedOut story) {
        return keyed().body(Map.of("answers", LockedOut.WRONG)).post("/v1/unlocks/{id}/answers", story.unlock());
    }

    private Response resets(LockedOut story) {
        return keyed().body(Map.of("choice", "RESET_PASSWORD")).post("/v1/unlocks/{id}/completion", story.unlock());
    }

    private RequestSpecification keyed() {
        return PhoneChangeApi.anybody().header("Idempotency-Key", key);
    }
}
