package uk.nhs.access.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.directory.SyncedDirectories.NEW;
import static uk.nhs.access.directory.SyncedDirectories.NEWER;
import static uk.nhs.access.directory.SyncedDirectories.OLD;
import static uk.nhs.access.support.PasswordCheckApi.outcome;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.PasswordApi;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.Rows;
import uk.nhs.access.support.Silence;

/** Of a password that was set here and one that was set in the directory, the later one holds. */
@QuarkusTest
@TestProfile(Adopted.class)
class SyncOrderTest {

    @Inject
    Standings standings;

    @Inject
    SyncRound round;

    private SyncedDirectories directories;

    @BeforeEach
    void two_directories_are_read() {
        directories = new SyncedDirectories(round);
    }

    @AfterEach
    void they_are_gone() {
        directories.close();
    }

    @Test
    void how_things_were_at_first_is_no_change() {
        Person person = Person.with()
                .password(OLD, Duration.ofDays(100))
                .organisation(Adopted.ACTIVE_DIRECTORY)
                .open();
        directories.active().join(person.address(), "another one since an hour ago");

        directories.awaitKnown(person);

        assertThat(outcome(person, OLD)).isEqualTo("RIGHT");
        assertThat(Rows.history(person)).isEmpty();
    }

    @Test
    void a_password_that_was_carried_there_is_not_taken_for_one_that_was_set_there() {
        Person person = directories.somebody();
        Silence silence = Silence.of(person);
        directories.active().down();
        carried(person, OLD);
        directories.active().up();

        directories.awaitReading();

        silence.isKept();
        assertThat(outcome(person, OLD)).isEqualTo("RIGHT");

        directories.setPassword(person, NEW);
    }

    @Test
    void what_is_set_there_after_it_is_newer_whatever_the_clocks_say() {
        Person person = directories.somebody();
        directories.active().by(() -> MovableClock.now().minus(Duration.ofMinutes(3)));
        PasswordApi.change(person.token().mint(), OLD, NEW).then().statusCode(200);
        directories.awaitHistory(person, "PasswordChanged", "CarriedToDirectory");

        directories.active().setPassword(person.address(), NEWER);

        directories.awaitHistory(person, "PasswordChanged", "CarriedToDirectory", "PasswordChangedInDirectory");
        assertThat(outcome(person, NEWER)).isEqualTo("RIGHT");
    }

    @Test
    void what_was_chosen_here_later_is_not_undone() {
        Person person = directories.somebody();
        directories.active().down();
        directories.active().setPassword(person.address(), NEW);
        PasswordApi.change(person.token().mint(), OLD, NEWER).then().statusCode(200);
        directories.active().up();

        directories.awaitHistory(person, "PasswordChanged", "CarriedToDirectory");
        directories.awaitReading();

        assertThat(outcome(person, NEWER)).isEqualTo("RIGHT");
        assertThat(directories.active().opens(person.address(), NEWER)).isTrue();
        assertThat(Rows.history(person)).containsExactly("PasswordChanged", "CarriedToDirectory");
    }

    /** What is carried to the directory, as it dates it. */
    private void carried(Person person, String password) {
        directories.active().setPassword(person.address(), password);
        Instant setAt = directories.active().passwordSetAt(person.address());
        QuarkusTransaction.requiringNew().run(() -> standings.carried(person.account(), setAt));
    }
}
