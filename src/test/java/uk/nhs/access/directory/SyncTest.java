package uk.nhs.access.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.PasswordCheckApi.check;
import static uk.nhs.access.support.PasswordCheckApi.outcome;
import static uk.nhs.access.support.Refusal.assertRefused;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.access.account.EmailAddress;
import uk.nhs.access.account.LockedBecause;
import uk.nhs.access.account.OdsCode;
import uk.nhs.access.support.AccountsApi;
import uk.nhs.access.support.Inbox;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.PasswordApi;
import uk.nhs.access.support.PasswordCheckApi;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.Rows;
import uk.nhs.access.support.Silence;

/** What changes in an organisation's directory, and is so for the mailbox as well. */
@QuarkusTest
@TestProfile(Adopted.class)
class SyncTest {

    private static final String OLD = "gravel otter minuet six";
    private static final String NEW = "kettle orange bus lantern";
    private static final String NEWER = "velvet ladder ninety pies";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static Map<String, DirectoryDouble> directories;

    @Inject
    Standings standings;

    @Inject
    SyncService service;

    @BeforeAll
    static void adopt() {
        directories = Map.of(
                Adopted.ACTIVE_DIRECTORY, Adopted.directory(Adopted.ACTIVE_DIRECTORY),
                Adopted.PLAIN, Adopted.directory(Adopted.PLAIN));
    }

    @AfterEach
    void everybody_is_back() {
        directories.values().forEach(DirectoryDouble::up);
    }

    @AfterAll
    static void end() {
        directories.values().forEach(DirectoryDouble::close);
    }

    @ParameterizedTest
    @ValueSource(strings = {Adopted.ACTIVE_DIRECTORY, Adopted.PLAIN})
    void a_password_that_was_changed_there_is_the_one_here_and_stays_it_without_the_directory(String organisation) {
        Person person = somebody(organisation);
        Instant before = setAt(person);

        directories.get(organisation).setPassword(person.address(), NEW);

        awaitHistory(person, "PasswordChangedInDirectory");
        assertThat(outcome(person, OLD)).isEqualTo("WRONG");
        assertThat(outcome(person, "neither of the two")).isEqualTo("WRONG");
        assertThat(outcome(person, NEW)).isEqualTo("RIGHT");
        directories.get(organisation).down();
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
        Person person = somebody(Adopted.ACTIVE_DIRECTORY);
        directory().setPassword(person.address(), NEW);
        awaitHistory(person, "PasswordChangedInDirectory");
        directory().down();
        long told = told(person);

        for (int i = 0; i < 12; i++) {
            assertRefused(check(person, i % 2 == 0 ? NEW : OLD), 503, "CID1111");
        }

        assertThat(check(person, NEW).<Integer>path("retryAfter")).isEqualTo(30);
        assertThat(Rows.count("select sign_in_tries from account where id = ?", person.account()))
                .isZero();
        assertThat(Rows.history(person)).containsExactly("PasswordChangedInDirectory");
        assertThat(told(person)).isEqualTo(told);
        directory().up();
        assertThat(outcome(person, NEW)).isEqualTo("RIGHT");
    }

    @Test
    void wrong_guesses_at_it_lock_the_account_as_any_do() {
        Person person = somebody(Adopted.ACTIVE_DIRECTORY);
        directory().setPassword(person.address(), NEW);
        awaitHistory(person, "PasswordChangedInDirectory");

        PasswordCheckApi.guess(person, 10);

        assertThat(outcome(person, NEW)).isEqualTo("LOCKED");
    }

    @Test
    void whoever_is_signed_in_proves_by_it_that_they_may_choose_another() {
        Person person = somebody(Adopted.ACTIVE_DIRECTORY);
        directory().setPassword(person.address(), NEW);
        awaitHistory(person, "PasswordChangedInDirectory");

        assertRefused(PasswordApi.change(person.token().mint(), OLD, NEWER), 422, "CID3312");
        PasswordApi.change(person.token().mint(), NEW, NEWER).then().statusCode(200);

        assertThat(outcome(person, NEWER)).isEqualTo("RIGHT");
    }

    @Test
    void an_account_without_a_password_here_gets_the_one_that_is_set_there() {
        Person person = Person.with().organisation(Adopted.ACTIVE_DIRECTORY).open();
        directory().join(person.address(), OLD);
        awaitKnown(person);
        assertThat(outcome(person, OLD)).isEqualTo("WRONG");

        directory().setPassword(person.address(), NEW);

        awaitHistory(person, "PasswordChangedInDirectory");
        assertThat(outcome(person, NEW)).isEqualTo("RIGHT");
    }

    @ParameterizedTest
    @ValueSource(strings = {Adopted.ACTIVE_DIRECTORY, Adopted.PLAIN})
    void a_lock_there_is_a_lock_here_and_is_lifted_with_it(String organisation) {
        Person person = somebody(organisation);
        directories.get(organisation).lock(person.address());

        awaitHistory(person, "LockedInDirectory");
        assertThat(outcome(person, OLD)).isEqualTo("LOCKED");
        assertThat(Rows.text("select locked_because from account where id = ?", person.account()))
                .isEqualTo("FAILED_SIGN_INS");
        assertThat(Inbox.of(person.address()).await(1).get("subject")).contains("locked with your workstation");

        directories.get(organisation).unlock(person.address());

        awaitHistory(person, "LockedInDirectory", "UnlockedInDirectory");
        assertThat(outcome(person, OLD)).isEqualTo("RIGHT");
    }

    @Test
    void an_unlock_there_lifts_no_lock_that_came_from_elsewhere() {
        Person guessed = somebody(Adopted.ACTIVE_DIRECTORY);
        Person shut = Person.with()
                .password(OLD)
                .organisation(Adopted.ACTIVE_DIRECTORY)
                .locked(LockedBecause.BY_ORGANISATION)
                .open();
        directory().join(shut.address(), OLD);
        PasswordCheckApi.guess(guessed, 10);
        for (Person person : List.of(guessed, shut)) {
            directory().lock(person.address());
            awaitReading();
            directory().unlock(person.address());
        }

        awaitReading();

        assertThat(outcome(guessed, OLD)).isEqualTo("LOCKED");
        assertThat(outcome(shut, OLD)).isEqualTo("LOCKED");
        assertThat(Rows.history(shut)).isEmpty();
    }

    @Test
    void a_password_that_was_carried_there_is_not_taken_for_one_that_was_set_there() {
        Person person = somebody(Adopted.ACTIVE_DIRECTORY);
        Silence silence = Silence.of(person);
        directory().down();
        carried(person, OLD);
        directory().up();

        awaitReading();

        silence.isKept();
        assertThat(outcome(person, OLD)).isEqualTo("RIGHT");

        directory().setPassword(person.address(), NEW);
        awaitHistory(person, "PasswordChangedInDirectory");
    }

    @Test
    void what_is_set_there_after_it_is_newer_whatever_the_clocks_say() {
        Person person = somebody(Adopted.ACTIVE_DIRECTORY);
        directory().by(() -> MovableClock.now().minus(Duration.ofMinutes(3)));
        try {
            PasswordApi.change(person.token().mint(), OLD, NEW).then().statusCode(200);
            awaitHistory(person, "PasswordChanged", "CarriedToDirectory");
            directory().setPassword(person.address(), NEWER);

            awaitHistory(person, "PasswordChanged", "CarriedToDirectory", "PasswordChangedInDirectory");
            assertThat(outcome(person, NEWER)).isEqualTo("RIGHT");
        } finally {
            directory().by(MovableClock::now);
        }
    }

    @Test
    void what_was_chosen_here_later_is_not_undone() {
        Person person = somebody(Adopted.ACTIVE_DIRECTORY);
        directory().down();
        directory().setPassword(person.address(), NEW);
        PasswordApi.change(person.token().mint(), OLD, NEWER).then().statusCode(200);
        directory().up();

        awaitHistory(person, "PasswordChanged", "CarriedToDirectory");
        awaitReading();

        assertThat(outcome(person, NEWER)).isEqualTo("RIGHT");
        assertThat(directory().opens(person.address(), NEWER)).isTrue();
        assertThat(Rows.history(person)).containsExactly("PasswordChanged", "CarriedToDirectory");
    }

    @Test
    void how_things_were_at_first_is_no_change() {
        Person person = Person.with()
                .password(OLD, Duration.ofDays(100))
                .organisation(Adopted.ACTIVE_DIRECTORY)
                .open();
        directory().join(person.address(), "another one since an hour ago");

        awaitKnown(person);

        assertThat(outcome(person, OLD)).isEqualTo("RIGHT");
        assertThat(Rows.history(person)).isEmpty();
    }

    @Test
    void after_an_outage_it_goes_on_at_the_cursor() {
        Person person = somebody(Adopted.ACTIVE_DIRECTORY);
        Person other = somebody(Adopted.ACTIVE_DIRECTORY);
        awaitReading();
        String before = cursor();
        directory().down();
        directory().setPassword(person.address(), NEW);
        directory().up();

        awaitHistory(person, "PasswordChangedInDirectory");
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> change(cursor()) > change(before));
        assertThat(cursor().split(":")[0]).isEqualTo(before.split(":")[0]);
        assertThat(Rows.history(other)).isEmpty();
    }

    @Test
    void a_controller_that_was_restored_is_read_anew_and_nobody_is_the_worse_for_it() {
        List<Person> people = IntStream.range(0, 3)
                .mapToObj(i -> somebody(Adopted.ACTIVE_DIRECTORY))
                .toList();
        IntStream.range(0, 1_000).forEach(i -> directory().join("nobody" + i + "@example.org", OLD));
        directory().setPassword(people.get(0).address(), NEW);
        awaitHistory(people.get(0), "PasswordChangedInDirectory");
        String before = cursor();

        directory().restore();

        Awaitility.await().atMost(PATIENCE).until(() -> !cursor().split(":")[0].equals(before.split(":")[0]));
        assertThat(Rows.history(people.get(0))).hasSize(1);
        assertThat(outcome(people.get(0), NEW)).isEqualTo("RIGHT");
        assertThat(outcome(people.get(1), OLD)).isEqualTo("RIGHT");
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
        Person person = somebody(Adopted.ACTIVE_DIRECTORY);
        Reading.Begun overtaken = new Reading.Begun(
                new OdsCode(Adopted.ACTIVE_DIRECTORY),
                cursor(),
                null,
                MovableClock.now().minus(Duration.ofMinutes(1)));
        DirectoryEntry asItWas = new DirectoryEntry(
                new EmailAddress(person.address()), directory().passwordSetAt(person.address()), null);
        directory().lock(person.address());
        awaitHistory(person, "LockedInDirectory");

        service.follow(overtaken, asItWas);

        assertThat(Rows.text("select locked_because from account where id = ?", person.account()))
                .isEqualTo("FAILED_SIGN_INS");
    }

    @Test
    void the_directory_of_an_organisation_that_somebody_has_left_says_nothing_any_more() {
        Person person = somebody(Adopted.ACTIVE_DIRECTORY);
        directory().setPassword(person.address(), NEW);
        awaitHistory(person, "PasswordChangedInDirectory");
        AccountsApi.change(person, Map.of("organisation", "X1A")).then().statusCode(200);

        assertThat(outcome(person, NEW)).isEqualTo("WRONG");
        assertThat(outcome(person, OLD)).isEqualTo("WRONG");
        directory().lock(person.address());
        awaitReading();
        assertThat(Rows.text("select coalesce(locked_because, '') from account where id = ?", person.account()))
                .isEmpty();
    }

    /** What is carried to the directory, as it dates it. */
    private void carried(Person person, String password) {
        directory().setPassword(person.address(), password);
        Instant setAt = directory().passwordSetAt(person.address());
        QuarkusTransaction.requiringNew().run(() -> standings.carried(person.account(), setAt));
    }

    private static DirectoryDouble directory() {
        return directories.get(Adopted.ACTIVE_DIRECTORY);
    }

    /** Somebody whom the directory knows, as the service does. */
    private static Person somebody(String organisation) {
        Person person = Person.with().password(OLD).organisation(organisation).open();
        directories.get(organisation).join(person.address(), OLD);
        awaitKnown(person);
        return person;
    }

    private static void awaitKnown(Person person) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() ->
                        Rows.count("select count(*) from directory_standing where account_id = ?", person.account())
                                == 1);
    }

    private static void awaitHistory(Person person, String... events) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThat(Rows.history(person)).containsExactly(events));
    }

    /** A reading that began from now on is over. */
    private static void awaitReading() {
        String now = Rows.text("select db_now()");
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> Rows.count(
                                "select count(*) from directory_reading where organisation = ?"
                                        + " and read_up_to > cast(? as timestamptz)",
                                Adopted.ACTIVE_DIRECTORY,
                                now)
                        == 1);
    }

    private static long told(Person person) {
        return Rows.count("select count(*) from message where account_id = ?", person.account());
    }

    private static String cursor() {
        return Rows.text("select cursor from directory_reading where organisation = ?", Adopted.ACTIVE_DIRECTORY);
    }

    /** The number of the last change that was read. */
    private static long change(String cursor) {
        return Long.parseLong(cursor.split(":")[1]);
    }

    private static Instant setAt(Person person) {
        return Instant.parse(Rows.text(
                "select to_char(set_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') from password"
                        + " where account_id = ?",
                person.account()));
    }
}
