package uk.nhs.access.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.directory.Colleague.eventually;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.Management;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.Rows;

/** Those who carry, where the database does not let them. */
@QuarkusTest
@TestProfile(Carrying.class)
class CarriersTest extends TwoDirectories {

    @Inject
    Carriers carriers;

    @AfterEach
    void all_is_well_again() {
        Rows.change("alter table if exists carried_change_elsewhere rename to carried_change");
        Rows.change("drop function if exists give_up cascade");
    }

    @Test
    void what_is_over_and_cannot_be_ended_is_an_alarm_and_stops_no_other() {
        active.down();
        List<Colleague> colleagues = Stream.generate(
                        () -> Colleague.of(Person.with(), Adopted.ACTIVE_DIRECTORY, active))
                .limit(3)
                .toList();
        colleagues.forEach(colleague -> colleague.chooses("Kettle orange bus lantern"));
        Colleague stuck = colleagues.get(1);
        Rows.change("create function give_up() returns trigger language plpgsql as"
                + " 'begin raise exception ''disk full'' using errcode = ''53100''; end'");
        Rows.change("create trigger give_up before update on carried_change for each row when (new.account_id = '"
                + stuck.person.account() + "' and new.state = 'FAILED') execute function give_up()");
        double alarms = alarms();

        MovableClock.advance(Duration.ofHours(24));

        colleagues.get(0).awaitStanding("PASSWORD FAILED UNREACHABLE");
        colleagues.get(2).awaitStanding("PASSWORD FAILED UNREACHABLE");
        eventually(() -> assertThat(alarms()).isGreaterThan(alarms));
        assertThat(stuck.standing()).containsExactly("PASSWORD QUEUED");
        all_is_well_again();
        stuck.awaitStanding("PASSWORD FAILED UNREACHABLE");
    }

    @Test
    void where_nobody_knows_what_waits_nobody_is_woken() {
        double alarms = alarms();

        Rows.change("alter table carried_change rename to carried_change_elsewhere");
        carriers.look();

        assertThat(alarms()).isEqualTo(alarms);
    }

    private static double alarms() {
        return Management.metric("access_alarms_total", "alarm=\"DUE_WORK_FAILED\"");
    }
}
