package uk.nhs.access.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.directory.SyncedDirectories.OLD;
import static uk.nhs.access.support.PasswordCheckApi.outcome;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.access.account.LockedBecause;
import uk.nhs.access.support.Inbox;
import uk.nhs.access.support.PasswordCheckApi;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.Rows;

/** A lock in an organisation's directory locks the mailbox as well, for as long as it lasts. */
@QuarkusTest
@TestProfile(Adopted.class)
class SyncedLockTest {

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

    @ParameterizedTest
    @ValueSource(strings = {Adopted.ACTIVE_DIRECTORY, Adopted.PLAIN})
    void a_lock_there_is_a_lock_here_and_is_lifted_with_it(String organisation) {
        Person person = directories.somebody(organisation);
        directories.of(organisation).lock(person.address());

        directories.awaitHistory(person, "LockedInDirectory");
        assertThat(outcome(person, OLD)).isEqualTo("LOCKED");
        assertThat(Rows.text("select locked_because from account where id = ?", person.account()))
                .isEqualTo("FAILED_SIGN_INS");
        assertThat(Inbox.of(person.address()).await(1).get("subject")).contains("locked with your workstation");

        directories.of(organisation).unlock(person.address());

        directories.awaitHistory(person, "LockedInDirectory", "UnlockedInDirectory");
        assertThat(outcome(person, OLD)).isEqualTo("RIGHT");
    }

    @Test
    void an_unlock_there_lifts_no_lock_that_came_from_elsewhere() {
        Person guessed = directories.somebody();
        Person shut = Person.with()
                .password(OLD)
                .organisation(Adopted.ACTIVE_DIRECTORY)
                .locked(LockedBecause.BY_ORGANISATION)
                .open();
        directories.active().join(shut.address(), OLD);
        PasswordCheckApi.guess(guessed, 10);
        for (Person person : List.of(guessed, shut)) {
            directories.active().lock(person.address());
            directories.awaitReading();
            directories.active().unlock(person.address());
        }

        directories.awaitReading();

        assertThat(outcome(guessed, OLD)).isEqualTo("LOCKED");
        assertThat(outcome(shut, OLD)).isEqualTo("LOCKED");
        assertThat(Rows.history(shut)).isEmpty();
    }
}
