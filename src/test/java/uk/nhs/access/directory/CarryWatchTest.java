package uk.nhs.access.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.directory.Colleague.eventually;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.access.account.OdsCode;
import uk.nhs.access.metric.Backlog;
import uk.nhs.access.support.Management;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.Rows;

/** What can be read at {@code /q/metrics} of the directories. */
@QuarkusTest
@TestProfile(Carrying.class)
class CarryWatchTest extends TwoDirectories {

    private static final OdsCode NOBODY_ELSE = new OdsCode("S7Z");
    private static final Duration TICK = Duration.ofMillis(1);

    @Inject
    Backlogs backlogs;

    @AfterEach
    void nothing_is_left() {
        Rows.change("delete from carried_change where organisation = ?", NOBODY_ELSE.value());
    }

    @Test
    void what_waits_for_a_directory_is_seen_with_its_age_until_it_was_carried() {
        eventually(() -> assertThat(measured("oldest_age_seconds")).isZero());
        Colleague colleague = Colleague.of(Person.with(), Adopted.ACTIVE_DIRECTORY, active);
        active.down();
        colleague.chooses("Kettle orange bus lantern");

        MovableClock.advance(Duration.ofMinutes(2));

        eventually(() -> assertThat(measured("oldest_age_seconds")).isBetween(120.0, 180.0));
        assertThat(measured("waiting")).isPositive();
        active.up();
        colleague.awaitStanding("PASSWORD DONE");
        eventually(() -> assertThat(measured("oldest_age_seconds")).isZero());
    }

    @Test
    void the_oldest_of_an_organisation_is_as_old_as_its_asking() {
        Instant now = stopped();
        waits("QUEUED", now.minusSeconds(90), null);
        waits("QUEUED", now.minusSeconds(30), null);

        assertThat(backlogs.present()).containsEntry(NOBODY_ELSE, new Backlog(2, 90, 0));
    }

    @Test
    void what_waits_for_its_first_sync_begins_to_age_when_that_is_over() {
        Instant end = stopped().plus(TICK);
        waits("WAITING_FOR_SYNC", end.minus(Duration.ofHours(20)), end);
        assertThat(backlogs.present()).containsEntry(NOBODY_ELSE, new Backlog(1, 0, 0));

        MovableClock.stopAt(end);
        assertThat(backlogs.present()).containsEntry(NOBODY_ELSE, new Backlog(1, 0, 0));
        MovableClock.stopAt(end.plus(TICK));
        assertThat(backlogs.present()).containsEntry(NOBODY_ELSE, new Backlog(1, 0.001, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AWAITED", "DONE", "FAILED", "SUPERSEDED"})
    void what_is_not_to_be_carried_yet_or_any_more_does_not_wait(String state) {
        waits(state, stopped().minusSeconds(90), null);

        assertThat(backlogs.present()).doesNotContainKey(NOBODY_ELSE);
    }

    @Test
    void every_answer_and_every_outcome_is_counted_from_the_start() {
        List<String> series = Management.metrics().lines().toList();

        assertThat(List.of("DONE", "ABSENT", "REFUSED", "UNREACHABLE"))
                .allSatisfy(answer ->
                        assertThat(series).anyMatch(isOf("access_carried_changes_total", "answer=\"" + answer + '"')));
        assertThat(List.of("READ", "UNREACHABLE", "FAILED"))
                .allSatisfy(outcome -> assertThat(series)
                        .anyMatch(isOf("access_directory_readings_total", "outcome=\"" + outcome + '"')));
    }

    private static Predicate<String> isOf(String metric, String label) {
        return line -> line.startsWith(metric + "{")
                && line.contains(label)
                && line.contains("organisation=\"" + Adopted.PLAIN + '"');
    }

    private static Instant stopped() {
        Instant now = MovableClock.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(5);
        MovableClock.stopAt(now);
        return now;
    }

    /** A change for an organisation that no directory is set for, so that nobody takes it. */
    private static void waits(String state, Instant askedAt, @Nullable Instant holdsFrom) {
        Rows.change(
                "insert into carried_change (id, account_id, organisation, errand, temporary, language, state, reason,"
                        + " asked_at, holds_from, not_after, next_try_at, tries, settled_at)"
                        + " select gen_random_uuid(), ?, ?, 'UNLOCK', false, 'ENGLISH', state,"
                        + " case state when 'FAILED' then 'UNREACHABLE' end, asked_at, cast(? as timestamptz),"
                        + " asked_at + interval '7 days', asked_at, 0,"
                        + " case when state in ('DONE', 'FAILED', 'SUPERSEDED') then asked_at end"
                        + " from (values (?, cast(? as timestamptz))) as asked (state, asked_at)",
                Person.fresh().account(),
                NOBODY_ELSE.value(),
                holdsFrom == null ? null : holdsFrom.toString(),
                state,
                askedAt.toString());
    }

    private static double measured(String what) {
        return Management.metric("access_carried_changes_" + what, "organisation=\"" + Adopted.ACTIVE_DIRECTORY + '"');
    }
}
