package uk.nhs.access.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.directory.SyncedDirectories.NEW;
import static uk.nhs.access.directory.SyncedDirectories.OLD;
import static uk.nhs.access.directory.SyncedDirectories.cursor;
import static uk.nhs.access.support.PasswordCheckApi.outcome;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.nhs.access.account.EmailAddress;
import uk.nhs.access.account.OdsCode;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.Rows;

/** How a directory is read: on from where it was read to, by one replica at a time. */
@QuarkusTest
@TestProfile(Adopted.class)
class ReadingTest {

    private static final int MORE_THAN_A_PAGE = 501;

    @Inject
    SyncService service;

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
    void after_an_outage_it_goes_on_at_the_cursor() {
        Person person = directories.somebody();
        Person other = directories.somebody();
        directories.awaitReading();
        String before = cursor();
        directories.active().down();
        directories.active().setPassword(person.address(), NEW);
        directories.active().up();

        directories.awaitHistory(person, "PasswordChangedInDirectory");
        directories.await(() -> assertThat(change(cursor())).isGreaterThan(change(before)));
        assertThat(controller(cursor())).isEqualTo(controller(before));
        assertThat(Rows.history(other)).isEmpty();
    }

    @Test
    void a_controller_that_was_restored_is_read_anew_and_nobody_is_the_worse_for_it() {
        Person changed = directories.somebody();
        Person unchanged = directories.somebody();
        directories.setPassword(changed, NEW);
        directories.awaitReading();
        Instant now = MovableClock.now();
        directories.active().by(() -> now); // asked once, not of the database for each of them
        IntStream.range(0, MORE_THAN_A_PAGE)
                .forEach(i -> directories.active().join("nobody" + i + "@example.org", OLD));
        String before = cursor();

        directories.active().restore();

        Colleague.eventually(() -> assertThat(controller(cursor())).isNotEqualTo(controller(before)));
        assertThat(Rows.history(changed)).hasSize(1);
        assertThat(outcome(changed, NEW)).isEqualTo("RIGHT");
        assertThat(outcome(unchanged, OLD)).isEqualTo("RIGHT");
    }

    @Test
    void of_many_replicas_one_reads_and_one_that_was_overtaken_moves_no_cursor() {
        OdsCode organisation = new OdsCode("D9Z");
        List<Reading.Begun> begun = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> service.begin(organisation))
                .flatMap(Optional::stream)
                .toList();
        assertThat(begun).hasSize(1);
        assertThat(begun.get(0).cursor()).isNull();

        MovableClock.advance(Duration.ofMillis(100));
        Reading.Begun second = service.begin(organisation).orElseThrow();
        service.end(begun.get(0), "of the one that was overtaken");
        service.end(second, "next");

        MovableClock.advance(Duration.ofMillis(100));
        Reading.Begun third = service.begin(organisation).orElseThrow();
        assertThat(third.cursor()).isEqualTo("next");
        assertThat(third.readUpTo()).isEqualTo(second.at());
    }

    @Test
    void a_reading_that_was_overtaken_undoes_nothing_that_the_later_one_took_over() {
        Person person = directories.somebody();
        Reading.Begun overtaken = new Reading.Begun(
                new OdsCode(Adopted.ACTIVE_DIRECTORY),
                cursor(),
                null,
                MovableClock.now().minus(Duration.ofMinutes(1)));
        DirectoryEntry asItWas = new DirectoryEntry(
                new EmailAddress(person.address()), directories.active().passwordSetAt(person.address()), null);
        directories.active().lock(person.address());
        directories.awaitHistory(person, "LockedInDirectory");

        service.follow(overtaken, asItWas);

        assertThat(Rows.text("select locked_because from account where id = ?", person.account()))
                .isEqualTo("FAILED_SIGN_INS");
    }

    private static String controller(String cursor) {
        return cursor.split(":")[0];
    }

    /** The number of the last change that was read. */
    private static long change(String cursor) {
        return Long.parseLong(cursor.split(":")[1]);
    }
}
