package uk.nhs.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.CodeStory;
import uk.nhs.access.support.LockedOut;
import uk.nhs.access.support.Management;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.OperationsApi;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.PhoneChangeApi;
import uk.nhs.access.support.Rows;
import uk.nhs.access.support.Story;
import uk.nhs.access.support.VerificationCodeApi;

/** What can be read at {@code /q/metrics} of what the service did. */
@QuarkusTest
class MetricsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Person person = Person.fresh();

    @AfterEach
    void go_on() {
        OperationsApi.open("TEXT");
        Rows.change("update channel set paced_until = '-infinity' where name = 'TEXT'");
    }

    @Test
    void codes_are_counted_by_purpose_and_by_what_came_of_them() {
        double sent = sent("SIGN_IN", "TEXT");
        double wrong = checked("SIGN_IN", "CODE_WRONG");
        double right = checked("SIGN_IN", "RIGHT");
        double used = checked("SIGN_IN", "CODE_EXPIRED");

        CodeStory story = CodeStory.signIn(person);
        String code = story.code();
        story.entersWrong(code, 2).enters(code);
        story.enters(code);

        assertThat(sent("SIGN_IN", "TEXT")).isEqualTo(sent + 1);
        assertThat(checked("SIGN_IN", "CODE_WRONG")).isEqualTo(wrong + 2);
        assertThat(checked("SIGN_IN", "RIGHT")).isEqualTo(right + 1);
        assertThat(checked("SIGN_IN", "CODE_EXPIRED")).isEqualTo(used + 1);
    }

    @Test
    void refusals_are_counted_by_their_reference() {
        double before = refused("CID3109", "CODE_UNKNOWN");
        double nothingThere = refused("CID1005", "NOT_FOUND");

        VerificationCodeApi.check(UUID.randomUUID().toString(), "123456");
        RestAssured.get("/nothing;here");

        assertThat(refused("CID3109", "CODE_UNKNOWN")).isEqualTo(before + 1);
        assertThat(refused("CID1005", "NOT_FOUND")).isEqualTo(nothingThere + 1);
    }

    @Test
    void what_stands_in_the_history_is_counted_by_its_kind() {
        double held = facts("PhoneChangeHeld");
        double cancelled = facts("PhoneChangeCancelled");
        double refused = facts("UnlockRefused");

        Story story = Story.of(person).isHeld();
        PhoneChangeApi.cancel(story.token(), story.change());
        LockedOut.ofSomebody().answers(LockedOut.WRONG);

        assertThat(facts("PhoneChangeHeld")).isEqualTo(held + 1);
        assertThat(facts("PhoneChangeCancelled")).isEqualTo(cancelled + 1);
        assertThat(facts("UnlockRefused")).isEqualTo(refused + 1);
    }

    @Test
    void limits_that_were_hit_are_counted_by_their_names() {
        double apart = Management.metric("access_send_limits_hit_total", "limit=\"apart\"");
        double day = Management.metric("access_send_limits_hit_total", "limit=\"day\"");

        CodeStory.signIn(person);
        VerificationCodeApi.issue(person, "SIGN_IN");

        assertThat(Management.metric("access_send_limits_hit_total", "limit=\"apart\""))
                .isEqualTo(apart + 1);
        assertThat(Management.metric("access_send_limits_hit_total", "limit=\"day\""))
                .isEqualTo(day);
    }

    @Test
    void what_piles_up_in_the_outbox_is_seen_with_its_age() {
        Story story = Story.of(person).asks();
        story.code();
        double waiting = messages("waiting");

        OperationsApi.stop("TEXT", "A test");
        story.entersTheCode();
        MovableClock.advance(Duration.ofMinutes(2));

        Awaitility.await().atMost(PATIENCE).until(() -> messages("waiting") > waiting);
        Awaitility.await().atMost(PATIENCE).until(() -> messages("oldest_age_seconds") >= 120);
    }

    @Test
    void messages_that_were_given_up_are_seen() {
        CodeStory story = CodeStory.signIn(person);
        story.code();
        UUID code = UUID.fromString(story.id());
        double dead = Rows.count("select count(*) from message where channel = 'TEXT' and state = 'DEAD'");

        Rows.change("update message set state = 'DEAD' where about_id = ?", code);

        Awaitility.await().atMost(PATIENCE).until(() -> messages("dead") == dead + 1);
        Rows.change("update message set state = 'SENT' where about_id = ?", code);
    }

    @Test
    void messages_that_would_come_too_late_are_counted_and_those_that_were_taken_back_are_not() {
        Rows.change("update channel set paced_until = db_now() + interval '30 minutes' where name = 'TEXT'");
        double expired = messages("expired_total");
        CodeStory takenBack = CodeStory.signIn(person);
        MovableClock.advance(Duration.ofSeconds(60));
        CodeStory late = CodeStory.signIn(person);
        assertThat(takenBack.messageStates()).containsExactly("EXPIRED");

        MovableClock.advance(Duration.ofMinutes(10));

        Awaitility.await().atMost(PATIENCE).until(() -> messages("expired_total") > expired);
        assertThat(messages("expired_total")).isEqualTo(expired + 1);
        assertThat(late.messageStates()).containsExactly("EXPIRED");
    }

    @Test
    void what_gateways_answered_and_how_long_they_took_is_measured() {
        double accepted = accepted("count");

        CodeStory.signIn(person).code();

        Awaitility.await().atMost(PATIENCE).until(() -> accepted("count") > accepted);
        assertThat(accepted("bucket")).isPositive();
    }

    @Test
    void the_pool_of_connections_and_the_turns_of_slow_hashes_are_measured() {
        assertThat(Management.metrics())
                .contains("agroal_active_count{", "agroal_awaiting_count{", "agroal_available_count{")
                .contains("access_slow_hashes_waiting ", "access_slow_hashes_running ");
    }

    private static double sent(String purpose, String channel) {
        return Management.metric("access_codes_sent_total", label("purpose", purpose), label("channel", channel));
    }

    private static double checked(String purpose, String outcome) {
        return Management.metric("access_codes_checked_total", label("purpose", purpose), label("outcome", outcome));
    }

    private static double refused(String cid, String problem) {
        return Management.metric("access_problems_total", label("cid", cid), label("problem", problem));
    }

    private static double facts(String event) {
        return Management.metric("access_facts_total", label("event", event));
    }

    private static double messages(String what) {
        return Management.metric("access_messages_" + what, label("channel", "TEXT"));
    }

    private static double accepted(String what) {
        return Management.metric("access_deliveries_seconds_" + what, label("channel", "TEXT"), "outcome=\"ACCEPTED\"");
    }

    private static String label(String name, String value) {
        return name + "=\"" + value + '"';
    }
}
