package uk.nhs.access.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.directory.Colleague.eventually;
import static uk.nhs.access.directory.Colleague.told;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.nhs.access.crypto.Rings;
import uk.nhs.access.support.AccountsApi;
import uk.nhs.access.support.AdministrationApi;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.Rows;

/** An account that is new to an organisation, until the organisation's directory knows it. */
@QuarkusTest
@TestProfile(Carrying.class)
class FirstSyncTest extends TwoDirectories {

    private static final String CHOSEN = "Kettle orange bus lantern";
    private static final Duration TICK = Duration.ofNanos(1_000);

    @Inject
    CarriedChanges changes;

    @Test
    void a_new_account_waits_and_is_told_from_when_what_it_does_holds() {
        Colleague colleague = newcomer();

        Response answer = colleague.chooses(CHOSEN);

        assertThat(told(answer)).containsExactly("MAILBOX PASSWORD DONE", "DIRECTORY PASSWORD WAITING_FOR_SYNC");
        assertThat(Instant.parse(answer.path("targets[1].holdsFrom")))
                .isEqualTo(joined(colleague).plus(Duration.ofHours(24)));
        colleague.awaitATry();
        assertThat(colleague.standing()).containsExactly("PASSWORD WAITING_FOR_SYNC");
    }

    @Test
    void what_waits_is_carried_as_soon_as_the_account_is_there() {
        Colleague colleague = newcomer();
        colleague.chooses(CHOSEN);
        colleague.awaitATry();

        active.join(colleague.person.address(), "Something that IT has made up");

        colleague.awaitStanding("PASSWORD DONE");
        assertThat(colleague.canWorkWith(CHOSEN)).isTrue();
        assertThat(told(colleague.chooses("Velvet ladder ninety pies"))).endsWith("DIRECTORY PASSWORD QUEUED");
    }

    @Test
    void whoever_sees_the_account_there_has_what_waits_carried_at_once() {
        Colleague colleague = newcomer();
        UUID account = colleague.person.account();
        colleague.chooses(CHOSEN);
        colleague.awaitATry();
        eventually(() -> assertThat(isDue(colleague)).isFalse());
        Rows.change("update carried_change set next_try_at = 'infinity' where account_id = ?", account);
        active.join(colleague.person.address(), "Something that IT has made up");

        QuarkusTransaction.requiringNew().run(() -> {
            assertThat(changes.password(account)).isTrue();
            assertThat(changes.unlock(account)).isFalse();
            changes.seen(account, MovableClock.now());
        });

        colleague.awaitStanding("PASSWORD DONE");
        QuarkusTransaction.requiringNew()
                .run(() -> assertThat(changes.password(account)).isFalse());
    }

    @Test
    void an_account_that_is_not_there_after_24_hours_has_failed_and_not_one_tick_before() {
        Colleague colleague = newcomer();
        colleague.chooses(CHOSEN);
        Instant end = joined(colleague).plus(Duration.ofHours(24));

        MovableClock.stopAt(end.minus(TICK));
        due(colleague);
        eventually(() -> assertThat(isDue(colleague)).isFalse());
        assertThat(colleague.standing()).containsExactly("PASSWORD WAITING_FOR_SYNC");

        MovableClock.stopAt(end);
        due(colleague);
        colleague.awaitStanding("PASSWORD FAILED NOT_IN_DIRECTORY");
        assertThat(colleague.sealed()).isZero();
    }

    @Test
    void whoever_moves_to_the_organisation_waits_as_well() {
        Person person =
                Person.with().organisation("X1A").password(Colleague.FIRST).open();
        AccountsApi.change(person, Map.of("organisation", Adopted.ACTIVE_DIRECTORY))
                .then()
                .statusCode(200);

        assertThat(told(Colleague.notIn(person, active).chooses(CHOSEN)))
                .endsWith("DIRECTORY PASSWORD WAITING_FOR_SYNC");
    }

    @Test
    void another_name_is_no_move() {
        Colleague colleague = Colleague.of(Person.with(), Adopted.ACTIVE_DIRECTORY, active);
        AccountsApi.change(colleague.person, Map.of("name", "Robin Fry")).then().statusCode(200);

        assertThat(told(colleague.chooses(CHOSEN))).endsWith("DIRECTORY PASSWORD QUEUED");
    }

    @Test
    void whoever_has_been_there_for_long_and_is_not_in_the_directory_waits_for_nothing() {
        Person person = Person.with()
                .organisation(Adopted.ACTIVE_DIRECTORY)
                .password(Colleague.FIRST)
                .open();
        Colleague colleague = Colleague.notIn(person, active);

        assertThat(told(colleague.chooses(CHOSEN))).endsWith("DIRECTORY PASSWORD QUEUED");

        colleague.awaitStanding("PASSWORD FAILED NOT_IN_DIRECTORY");
    }

    @Test
    void an_unlocking_waits_as_well() {
        Colleague colleague = newcomer();

        Response answer = AdministrationApi.of(Adopted.ACTIVE_DIRECTORY).unlock(colleague.person, "Rang us");

        assertThat(told(answer)).containsExactly("MAILBOX UNLOCK DONE", "DIRECTORY UNLOCK WAITING_FOR_SYNC");
        active.join(colleague.person.address(), "Something that IT has made up");
        colleague.awaitStanding("UNLOCK DONE");
    }

    /** Somebody whose account was opened a moment ago, with a password. */
    private Colleague newcomer() {
        Map<String, Object> somebody = AccountsApi.somebody();
        somebody.put("organisation", Adopted.ACTIVE_DIRECTORY);
        Person person = AccountsApi.opened(somebody);
        Rows.change(
                "insert into password (account_id, hash, set_at, language) values (?, ?, db_now(), 'ENGLISH')",
                person.account(),
                Rings.slowHashes().hash("password", Colleague.FIRST));
        return Colleague.notIn(person, active);
    }

    private static Instant joined(Colleague colleague) {
        return Rows.instant(
                "select happened_at from history_entry where account_id = ? and event = 'AccountProvisioned'",
                colleague.person.account());
    }

    private static void due(Colleague colleague) {
        Rows.change(
                "update carried_change set next_try_at = asked_at where account_id = ?", colleague.person.account());
    }

    private static boolean isDue(Colleague colleague) {
        return Rows.count(
                        "select count(*) from carried_change where account_id = ? and settled_at is null"
                                + " and (next_try_at <= db_now() or leased_until is not null)",
                        colleague.person.account())
                > 0;
    }
}
