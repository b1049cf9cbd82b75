package uk.nhs.access.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.directory.Colleague.FIRST;
import static uk.nhs.access.directory.Colleague.eventually;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.Inbox;
import uk.nhs.access.support.LockedOut;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.Rows;

/** What waits for a directory that is away, what of it comes there, and what is given up. */
@QuarkusTest
@TestProfile(Carrying.class)
class CarryOutageTest extends TwoDirectories {

    private static final List<String> CHOSEN =
            List.of("Kettle orange bus lantern", "Velvet ladder ninety pies", "Button parade salmon ink");
    private static final Duration TICK = Duration.ofNanos(1_000);

    @Test
    void an_outage_delays_a_password_and_loses_none() {
        List<Colleague> colleagues = IntStream.range(0, 5)
                .mapToObj(i -> Colleague.of(Person.with(), Adopted.ACTIVE_DIRECTORY, active))
                .toList();
        active.down();
        colleagues.forEach(colleague -> colleague.chooses(CHOSEN.get(0)));
        colleagues.forEach(Colleague::awaitATry);
        assertThat(colleagues)
                .allSatisfy(colleague -> assertThat(colleague.standing()).containsExactly("PASSWORD QUEUED"));

        active.up();

        colleagues.forEach(colleague -> colleague.awaitStanding("PASSWORD DONE"));
        assertThat(colleagues).allMatch(colleague -> colleague.canWorkWith(CHOSEN.get(0)));
    }

    @Test
    void of_several_passwords_the_newest_alone_is_carried_and_the_others_are_wiped_at_once() {
        Colleague colleague = Colleague.of(LockedOut.lockedBySignIns(), Adopted.ACTIVE_DIRECTORY, active);
        active.lock(colleague.person.address());
        active.down();
        LockedOut.of(colleague.person).proves().keeps().then().statusCode(200);
        for (String chosen : CHOSEN) {
            colleague.chooses(chosen);
            assertThat(colleague.sealed()).isEqualTo(1);
        }
        assertThat(colleague.queue())
                .containsExactly("UNLOCK QUEUED", "PASSWORD SUPERSEDED", "PASSWORD SUPERSEDED", "PASSWORD QUEUED");
        CHOSEN.forEach(chosen -> assertThat(colleague.rows()).doesNotContain(chosen));

        active.up();

        colleague.awaitStanding("UNLOCK DONE", "PASSWORD DONE");
        assertThat(colleague.canWorkWith(CHOSEN.get(2))).isTrue();
        assertThat(Rows.texts(
                        "select facts ->> 'errand' from history_entry where account_id = ? and event = ? order by id",
                        colleague.person.account(),
                        "CarriedToDirectory"))
                .containsExactly("UNLOCK", "PASSWORD");
        assertThat(colleague.sealed()).isZero();
    }

    @Test
    void a_try_that_timed_out_and_may_have_been_carried_out_is_followed_by_the_newer_password() {
        Colleague colleague = Colleague.of(Person.with(), Adopted.ACTIVE_DIRECTORY, active);
        active.slow(Duration.ofMillis(1_500));
        colleague.chooses(CHOSEN.get(0));
        colleague.awaitATry();
        colleague.chooses(CHOSEN.get(1));

        eventually(() -> assertThat(Rows.count(
                        "select count(*) from carried_change where account_id = ? and tries > 0",
                        colleague.person.account()))
                .isEqualTo(2));
        active.slow(Duration.ZERO);

        colleague.awaitStanding("PASSWORD DONE");
        assertThat(colleague.canWorkWith(CHOSEN.get(1))).isTrue();
    }

    @Test
    void a_password_that_waited_for_a_day_is_given_up_wiped_and_told_of() {
        Colleague colleague = Colleague.of(Person.with(), Adopted.ACTIVE_DIRECTORY, active);
        active.down();
        colleague.chooses(CHOSEN.get(0));
        Instant end =
                Rows.instant("select not_after from carried_change where account_id = ?", colleague.person.account());
        MovableClock.stopAt(end.minus(TICK));
        colleague.awaitATry();
        assertThat(colleague.standing()).containsExactly("PASSWORD QUEUED");

        MovableClock.stopAt(end);

        colleague.awaitStanding("PASSWORD FAILED UNREACHABLE");
        assertThat(colleague.sealed()).isZero();
        MovableClock.goOn();
        assertThat(Inbox.of(colleague.person.address()).await(2).get("subject"))
                .isEqualTo("Your NHS account: your workstation still has the old password");
        active.up();
        assertThat(colleague.canWorkWith(FIRST)).isTrue();
    }

    @Test
    void a_temporary_password_that_no_directory_got_in_time_ends_with_the_old_one_there() {
        Colleague colleague = Colleague.of(LockedOut.lockedBySignIns(), Adopted.ACTIVE_DIRECTORY, active);
        active.down();
        LockedOut.of(colleague.person).proves().resets();
        eventually(() -> assertThat(colleague.queue()).containsExactly("UNLOCK QUEUED", "PASSWORD QUEUED"));

        MovableClock.advance(Duration.ofMinutes(60));

        eventually(() -> assertThat(colleague.queue())
                .containsExactly("UNLOCK QUEUED", "PASSWORD SUPERSEDED", "REVOCATION QUEUED"));
        assertThat(colleague.sealed()).isZero();
        active.up();
        eventually(() -> assertThat(colleague.queue()).endsWith("REVOCATION DONE"));
        assertThat(colleague.canWorkWith(FIRST)).isFalse();
    }

    @Test
    void a_directory_that_is_away_or_slow_holds_up_no_other() {
        List<Colleague> wait = IntStream.range(0, 6)
                .mapToObj(i -> Colleague.of(Person.with(), Adopted.ACTIVE_DIRECTORY, active))
                .toList();
        Colleague goes = Colleague.of(Person.with(), Adopted.PLAIN, plain);
        active.slow(Duration.ofSeconds(5));
        wait.forEach(colleague -> colleague.chooses(CHOSEN.get(0)));

        goes.chooses(CHOSEN.get(0));

        goes.awaitStanding("PASSWORD DONE");
        assertThat(wait)
                .allSatisfy(colleague -> assertThat(colleague.standing()).containsExactly("PASSWORD QUEUED"));
    }

    @Test
    void whoever_left_the_organisation_is_not_looked_for_there_any_more() {
        Colleague colleague = Colleague.of(Person.with(), Adopted.ACTIVE_DIRECTORY, active);
        active.down();
        colleague.chooses(CHOSEN.get(0));
        Rows.change("update account set organisation = 'X1A' where id = ?", colleague.person.account());

        eventually(() -> assertThat(colleague.queue()).containsExactly("PASSWORD SUPERSEDED"));
        active.up();

        assertThat(colleague.canWorkWith(FIRST)).isTrue();
    }
}
