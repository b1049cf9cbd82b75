package uk.nhs.access.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.directory.Colleague.eventually;
import static uk.nhs.access.directory.SyncedDirectories.NEW;
import static uk.nhs.access.directory.SyncedDirectories.NEWER;
import static uk.nhs.access.directory.SyncedDirectories.OLD;
import static uk.nhs.access.support.PasswordCheckApi.check;
import static uk.nhs.access.support.PasswordCheckApi.outcome;
import static uk.nhs.access.support.Refusal.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.access.support.AccountsApi;
import uk.nhs.access.support.Inbox;
import uk.nhs.access.support.PasswordApi;
import uk.nhs.access.support.PasswordCheckApi;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.Rows;

/** A password that was set in an organisation's directory is that of the mailbox as well, and the directory is its judge. */
@QuarkusTest
@TestProfile(Adopted.class)
class SyncedPasswordTest {

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
    void a_password_that_was_changed_there_is_the_one_here_and_stays_it_without_the_directory(String organisation) {
        Person person = directories.somebody(organisation);
        Instant before = setAt(person);

        directories.of(organisation).setPassword(person.address(), NEW);

        eventually(() -> assertThat(Rows.history(person)).containsExactly("PasswordChangedInDirectory"));
        assertThat(outcome(person, OLD)).isEqualTo("WRONG");
        assertThat(outcome(person, "neither of the two")).isEqualTo("WRONG");
        assertThat(outcome(person, NEW)).isEqualTo("RIGHT");
        directories.of(organisation).down();
        assertThat(outcome(person, NEW)).isEqualTo("RIGHT");
        assertThat(outcome(person, OLD)).isEqualTo("WRONG");
        assertThat(setAt(person)).isAfter(before);
        assertThat(Instant.parse(check(person, NEW).path("expiresAt")))
                .isEqualTo(setAt(person).plus(Duration.ofDays(365)));
        assertThat(Rows.count("select count(*) from past_password where account_id = ?", person.account()))
                .isEqualTo(2);
        assertThat(Inbox.of(person.address()).await(1).get("subject"))
                .isEqualTo("Your NHS account: your password was changed");
        assertThat(Inbox.of(person.mobile()).awaitText(1)).contains("your password was changed");
        assertThat(Rows.history(person)).containsExactly("PasswordChangedInDirectory");
    }

    @Test
    void a_directory_that_is_away_when_it_has_to_judge_is_waited_for_and_nothing_is_counted() {
        Person person = directories.somebody();
        directories.setPassword(person, NEW);
        directories.active().down();
        long told = told(person);

        for (int i = 0; i < 12; i++) {
            assertRefused(check(person, i % 2 == 0 ? NEW : OLD), 503, "CID1111");
        }

        assertThat(check(person, NEW).<Integer>path("retryAfter")).isEqualTo(30);
        assertThat(Rows.count("select sign_in_tries from account where id = ?", person.account()))
                .isZero();
        assertThat(Rows.history(person)).containsExactly("PasswordChangedInDirectory");
        assertThat(told(person)).isEqualTo(told);
        directories.active().up();
        assertThat(outcome(person, NEW)).isEqualTo("RIGHT");
    }

    @Test
    void wrong_guesses_at_it_lock_the_account_as_any_do() {
        Person person = directories.somebody();
        directories.setPassword(person, NEW);

        PasswordCheckApi.guess(person, 10);

        assertThat(outcome(person, NEW)).isEqualTo("LOCKED");
    }

    @Test
    void whoever_is_signed_in_proves_by_it_that_they_may_choose_another() {
        Person person = directories.somebody();
        directories.setPassword(person, NEW);

        assertRefused(PasswordApi.change(person.token().mint(), OLD, NEWER), 422, "CID3312");
        PasswordApi.change(person.token().mint(), NEW, NEWER).then().statusCode(200);

        assertThat(outcome(person, NEWER)).isEqualTo("RIGHT");
    }

    @Test
    void an_account_without_a_password_here_gets_the_one_that_is_set_there() {
        Person person = Person.with().organisation(Adopted.ACTIVE_DIRECTORY).open();
        directories.active().join(person.address(), OLD);
        directories.awaitKnown(person);
        assertThat(outcome(person, OLD)).isEqualTo("WRONG");

        directories.setPassword(person, NEW);

        assertThat(outcome(person, NEW)).isEqualTo("RIGHT");
    }

    @Test
    void the_directory_of_an_organisation_that_somebody_has_left_says_nothing_any_more() {
        Person person = directories.somebody();
        directories.setPassword(person, NEW);
        AccountsApi.change(person, Map.of("organisation", "X1A")).then().statusCode(200);

        assertThat(outcome(person, NEW)).isEqualTo("WRONG");
        assertThat(outcome(person, OLD)).isEqualTo("WRONG");
        directories.active().lock(person.address());
        directories.awaitReading();
        assertThat(Rows.text("select coalesce(locked_because, '') from account where id = ?", person.account()))
                .isEmpty();
    }

    private static long told(Person person) {
        return Rows.count("select count(*) from message where account_id = ?", person.account());
    }

    private static Instant setAt(Person person) {
        return Rows.instant("select set_at from password where account_id = ?", person.account());
    }
}
