package uk.nhs.access.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.Refusal.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.CodeStory;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.Rows;
import uk.nhs.access.support.VerificationCodeApi;

/** What the whole service may send, with a gateway that takes 50 texts in a minute and 25 in a day: 80 % of that. */
@QuarkusTest
@TestProfile(WholeServiceLimitTest.SmallGateway.class)
class WholeServiceLimitTest {

    private static final int AT_ONCE = 4;
    private static final Duration GAP = Duration.ofNanos(1_666_667_000);
    private static final Duration TICK = Duration.ofNanos(1_000);

    private Instant start = Instant.EPOCH;

    /** 40 texts in any minute, 4 of them at once, and 20 in a day. */
    public static class SmallGateway implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("channel.texts-in-a-minute", "50", "channel.texts-in-a-day", "25", "channel.most-lag", "1m");
        }
    }

    /** Ten o'clock of a day on which nothing was sent yet. */
    @BeforeEach
    void stop_the_clock() {
        start = MovableClock.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(34));
        MovableClock.stopAt(start);
    }

    @AfterEach
    void go_on() {
        Rows.texts("update channel set paced_until = '-infinity', day = '-infinity' returning name");
        MovableClock.goOn();
    }

    @Test
    void what_is_more_than_the_gateway_takes_at_once_leaves_one_by_one() {
        List<CodeStory> codes = codes(AT_ONCE + 2);
        awaitSent(codes, AT_ONCE);

        after(GAP.minus(TICK));
        staysAt(codes, AT_ONCE);
        after(GAP);
        awaitSent(codes, AT_ONCE + 1);
        after(GAP.multipliedBy(2));
        awaitSent(codes, AT_ONCE + 2);
    }

    @Test
    void a_code_whose_turn_would_come_too_late_is_never_sent() {
        List<CodeStory> codes = codes(AT_ONCE + 1);
        awaitSent(codes, AT_ONCE);

        after(Duration.ofMinutes(10));

        Awaitility.await("the end of the last code").until(() -> count(codes, "EXPIRED") == 1);
        assertThat(count(codes, "SENT")).isEqualTo(AT_ONCE);
    }

    @Test
    void no_more_codes_are_taken_on_once_they_would_wait_for_more_than_a_minute() {
        MovableClock.stopAt(start.plus(Duration.ofHours(1)));
        List<CodeStory> codes = codes(AT_ONCE);
        awaitSent(codes, AT_ONCE);
        Rows.texts("update channel set paced_until = paced_until + interval '5 minutes' where name = 'TEXT'"
                + " returning name");
        CodeStory waiting = CodeStory.signIn();

        MovableClock.stopAt(start.plus(Duration.ofMinutes(61)));
        CodeStory.signIn();
        MovableClock.stopAt(start.plus(Duration.ofMinutes(61)).plus(TICK));
        assertClosed(VerificationCodeApi.issue(Person.fresh(), "SIGN_IN"), 61);

        assertThat(waiting.messageStates()).containsExactly("QUEUED");
    }

    /** They tell of something that is days away, and a thousand of them may be due at once. */
    @Test
    void reminders_that_wait_for_their_turn_hold_up_no_code() {
        Person person = Person.fresh();
        Rows.texts(
                "update channel set paced_until = db_now() + interval '5 minutes' where name = 'EMAIL' returning name");
        Rows.texts(
                "insert into message (id, account_id, about_id, kind, channel, awaited, urgent, state, seal_key_id,"
                        + " sealed, queued_at, not_after, next_try_at, tries) values (gen_random_uuid(), ?, gen_random_uuid(),"
                        + " 'PasswordExpiringMail', 'EMAIL', false, false, 'QUEUED', 'none', '', db_now(),"
                        + " db_now() + interval '1 day', db_now() - interval '2 minutes', 0) returning id",
                person.account());

        CodeStory.confirmActionByEmail(person);
    }

    @Test
    void a_day_has_its_number_and_the_next_one_begins_at_midnight_utc() {
        for (int i = 0; i < 5; i++) {
            after(Duration.ofMinutes(i));
            awaitSent(codes(AT_ONCE), AT_ONCE);
        }

        assertClosed(
                VerificationCodeApi.issue(Person.fresh(), "SIGN_IN"),
                Duration.ofHours(14).toSeconds() - 240);
        Instant midnight = start.plus(Duration.ofHours(14));
        MovableClock.stopAt(midnight.minus(TICK));
        assertClosed(VerificationCodeApi.issue(Person.fresh(), "SIGN_IN"), 1);
        CodeStory.confirmActionByEmail(Person.fresh()).mailbox().await(1);

        MovableClock.stopAt(midnight);
        awaitSent(codes(1), 1);
    }

    private void after(Duration time) {
        MovableClock.stopAt(start.plus(time));
    }

    private static List<CodeStory> codes(int count) {
        return Stream.generate(CodeStory::signIn).limit(count).toList();
    }

    private static void awaitSent(List<CodeStory> codes, int count) {
        Awaitility.await(count + " sent").until(() -> count(codes, "SENT") == count);
    }

    /** For as long as the outbox needs to be looked into twice. */
    private static void staysAt(List<CodeStory> codes, int count) {
        Awaitility.await(count + " sent")
                .during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(5))
                .until(() -> count(codes, "SENT") == count);
    }

    private static long count(List<CodeStory> codes, String state) {
        return codes.stream()
                .flatMap(code -> code.messageStates().stream())
                .filter(state::equals)
                .count();
    }

    private static void assertClosed(Response answer, long retryAfter) {
        assertRefused(answer, 503, "CID3111");
        assertThat(answer.header("Retry-After")).isEqualTo(String.valueOf(retryAfter));
    }
}
