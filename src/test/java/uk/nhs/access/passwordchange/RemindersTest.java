package uk.nhs.access.passwordchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import uk.nhs.access.account.Account;
import uk.nhs.access.account.Accounts;
import uk.nhs.access.caller.Actor;
import uk.nhs.access.language.Language;
import uk.nhs.access.password.Expiries;
import uk.nhs.access.support.Inbox;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.PasswordApi;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.Rows;

@QuarkusTest
class RemindersTest {

    private static final String CURRENT = "gravel otter minuet six";
    private static final Duration YEAR = Duration.ofDays(365);
    private static final Duration TICK = Duration.ofNanos(1_000);
    private static final List<Integer> DAYS = List.of(18, 10, 5, 2, 1);

    @Inject
    Expiries expiries;

    @Inject
    ReminderRound round;

    @Inject
    Accounts accounts;

    @Inject
    PasswordTrail trail;

    @Test
    void each_address_is_reminded_once_of_each_step() {
        Person person =
                Person.with().addresses(2).password(CURRENT, YEAR.minusDays(18)).open();

        round.remind();
        round.remind();
        MovableClock.advance(Duration.ofDays(8));
        round.remind();

        for (String address : person.addresses()) {
            assertThat(Inbox.of(address).await(2).get("subject"))
                    .isEqualTo("Your NHS account: your password expires soon");
        }
        assertThat(reminded(person)).containsExactly("18", "10");
        assertThat(Inbox.of(person.address()).messages()).hasSize(2);
    }

    @Test
    void the_round_goes_by_itself() {
        Person person = Person.with().password(CURRENT, YEAR.minusDays(1)).open();

        assertThat(Inbox.of(person.address()).awaitText(1)).contains("expires at");
    }

    @Test
    void each_step_is_due_from_its_instant_on_and_not_one_tick_before() {
        Person person = Person.with().password(CURRENT, Duration.ofMinutes(1)).open();
        Instant end = Instant.parse(PasswordApi.account(person.token().mint()).path("password.expiresAt"));

        for (int days : DAYS) {
            Instant due = end.minus(Duration.ofDays(days));
            assertThat(remind(person, due.minus(TICK))).isEmpty();
            assertThat(remind(person, due)).contains(days);
            assertThat(remind(person, due)).isEmpty();
        }
        assertThat(remind(person, end.minus(TICK))).isEmpty();
    }

    @Test
    void one_that_was_missed_is_sent_late_unless_the_next_has_come() {
        Person person = Person.with().password(CURRENT, Duration.ofMinutes(1)).open();
        Instant end = Instant.parse(PasswordApi.account(person.token().mint()).path("password.expiresAt"));

        assertThat(remind(person, end.minus(Duration.ofDays(11)))).contains(18);
        assertThat(remind(person, end.minus(Duration.ofDays(2)))).contains(2);
        assertThat(remind(person, end.minus(Duration.ofDays(1)))).contains(1);
    }

    @Test
    void once_it_has_expired_nobody_is_reminded_any_more() {
        Person person = Person.with().password(CURRENT, Duration.ofMinutes(1)).open();
        Instant end = Instant.parse(PasswordApi.account(person.token().mint()).path("password.expiresAt"));

        assertThat(remind(person, end)).isEmpty();
    }

    @Test
    void the_owner_of_a_disabled_account_is_not_reminded() {
        Person disabled =
                Person.with().disabled().password(CURRENT, YEAR.minusDays(2)).open();
        Person other = Person.with().password(CURRENT, YEAR.minusDays(2)).open();

        round.remind();

        Inbox.of(other.address()).await(1);
        assertThat(reminded(disabled)).isEmpty();
    }

    @Test
    void the_next_password_is_reminded_of_afresh() {
        Person person = Person.with().password(CURRENT, YEAR.minusDays(10)).open();
        round.remind();
        assertThat(reminded(person)).containsExactly("10");

        PasswordApi.change(person.token().mint(), CURRENT, "kettle orange bus lantern");
        round.remind();
        assertThat(reminded(person)).containsExactly("10");
        assertThat(Rows.texts("select reminded_at_days from password where account_id = ?", person.account()))
                .containsExactly((String) null);
    }

    @Test
    void a_reminder_that_has_not_left_when_the_password_is_changed_never_does() {
        Person person = Person.fresh();
        Instant now = MovableClock.now();

        QuarkusTransaction.requiringNew().run(() -> {
            Account account = accounts.lock(person.account()).row();
            trail.reminded(account, now.plus(YEAR), 18, Language.ENGLISH, now);
            trail.changed(account, Actor.SERVICE_ITSELF, Language.ENGLISH, now);
        });

        Inbox.of(person.address()).await(1);
        assertThat(Rows.texts("select kind from message where account_id = ? and state = 'EXPIRED'", person.account()))
                .containsExactly("PasswordExpiringMail");
        assertThat(Inbox.of(person.address()).messages()).hasSize(1);
    }

    @Test
    void replicas_that_look_at_the_same_time_send_one() {
        Person person = Person.with().password(CURRENT, YEAR.minusDays(5)).open();

        List.of(1, 2, 3, 4).parallelStream().forEach(replica -> round.remind());

        Awaitility.await().until(() -> !reminded(person).isEmpty());
        assertThat(reminded(person)).containsExactly("5");
    }

    private Optional<Integer> remind(Person person, Instant now) {
        return QuarkusTransaction.requiringNew()
                .call(() -> expiries.remind(person.account(), DAYS, now).map(Expiries.Reminder::days));
    }

    private static List<String> reminded(Person person) {
        return Rows.texts(
                "select facts ->> 'daysLeft' from history_entry where account_id = ? and event = 'PasswordReminded'"
                        + " order by id",
                person.account());
    }
}
