package uk.nhs.access.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.PasswordCheckApi.check;
import static uk.nhs.access.support.PasswordCheckApi.guess;
import static uk.nhs.access.support.PasswordCheckApi.outcome;
import static uk.nhs.access.support.Refusal.assertRefused;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.nhs.access.account.Account;
import uk.nhs.access.account.Accounts;
import uk.nhs.access.password.NewTemporaryPassword;
import uk.nhs.access.password.PasswordDesk;
import uk.nhs.access.password.Passwords;
import uk.nhs.access.password.SentTemporary;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.PasswordApi;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.Rows;
import uk.nhs.access.time.Locked;

/** Signing in with a temporary password: once, in time, and then it must be changed. */
@QuarkusTest
class TemporaryPasswordSignInTest {

    private static final Duration TICK = Duration.ofNanos(1_000);
    private static final String BEFORE = "gravel otter minuet six";
    private static final String CHOSEN = "kettle orange bus lantern";

    @Inject
    Passwords passwords;

    @Inject
    PasswordDesk desk;

    @Inject
    Accounts accounts;

    private final Person person = Person.with().password(BEFORE).open();

    @AfterEach
    void go_on() {
        MovableClock.goOn();
    }

    @Test
    void until_it_has_arrived_the_present_one_opens_and_this_one_does_not() {
        String temporary = send().password().value();

        assertThat(outcome(person, temporary)).isEqualTo("WRONG");
        assertThat(outcome(person, BEFORE)).isEqualTo("RIGHT");
    }

    @Test
    void it_opens_one_sign_in_which_is_for_changing_it_within_a_quarter_of_an_hour() {
        String temporary = arrive(send());

        Response opened = check(person, temporary);
        assertThat(opened.<String>path("outcome")).isEqualTo("MUST_CHANGE");
        assertThat(opened.<String>path("account")).isEqualTo(person.account().toString());
        Instant changeBy = Instant.parse(opened.path("changeBy"));
        assertThat(Duration.between(MovableClock.now(), changeBy))
                .isBetween(Duration.ofMinutes(14), Duration.ofMinutes(15));
        assertThat(opened.<Map<String, Object>>path("$")).doesNotContainKey("expiresAt");

        assertThat(check(person, temporary).asString()).isEqualTo("{\"outcome\":\"WRONG\"}");
        assertThat(outcome(person, BEFORE)).isEqualTo("WRONG");
        MovableClock.stopAt(changeBy.minus(TICK));
        assertThat(change(temporary).statusCode()).isEqualTo(200);
        assertThat(outcome(person, CHOSEN)).isEqualTo("RIGHT");
        assertThat(Rows.history(person)).containsExactly("TemporaryPasswordUsed", "PasswordChanged");
    }

    @Test
    void when_the_quarter_of_an_hour_is_over_it_changes_nothing_any_more() {
        String temporary = arrive(send());
        Instant changeBy = Instant.parse(check(person, temporary).path("changeBy"));

        MovableClock.stopAt(changeBy);
        assertRefused(change(temporary), 422, "CID3312");
    }

    @Test
    void it_opens_until_the_last_tick_of_its_hour() {
        SentTemporary sent = send();
        String temporary = arrive(sent);

        MovableClock.stopAt(sent.goodUntil().minus(TICK));
        assertThat(outcome(person, temporary)).isEqualTo("MUST_CHANGE");
    }

    @Test
    void after_its_hour_it_is_wrong_and_counts_like_any_wrong_one() {
        SentTemporary sent = send();
        String temporary = arrive(sent);

        MovableClock.stopAt(sent.goodUntil());
        for (int i = 0; i < 9; i++) {
            assertThat(outcome(person, temporary)).isEqualTo("WRONG");
        }
        assertThat(outcome(person, temporary)).isEqualTo("LOCKED");
    }

    @Test
    void of_20_sign_ins_at_once_it_opens_one() {
        String temporary = arrive(send());

        List<String> outcomes = IntStream.range(0, 20)
                .parallel()
                .mapToObj(i -> check(person, temporary))
                .filter(answer -> answer.statusCode() == 200)
                .map(answer -> answer.<String>path("outcome"))
                .toList();

        assertThat(outcomes).containsOnlyOnce("MUST_CHANGE").isSubsetOf("MUST_CHANGE", "WRONG", "LOCKED");
    }

    @Test
    void its_arrival_ends_the_count_of_wrong_ones() {
        guess(person, 9);
        arrive(send());

        guess(person, 9);
        assertThat(Rows.texts("select locked_because from account where id = ?", person.account()))
                .containsExactly((String) null);
    }

    private Response change(String current) {
        return PasswordApi.change(person.token().twoSteps(MovableClock.now()).mint(), current, CHOSEN);
    }

    private SentTemporary send() {
        NewTemporaryPassword made = desk.temporary();
        return locked(account -> passwords.giveTemporary(account.row(), made, account.now()));
    }

    private String arrive(SentTemporary sent) {
        boolean arrived = locked(account -> passwords.activate(account.row(), sent.id(), account.now()));
        assertThat(arrived).isTrue();
        return sent.password().value();
    }

    private <T> T locked(Function<Locked<Account>, T> work) {
        return QuarkusTransaction.requiringNew().call(() -> work.apply(accounts.lock(person.account())));
    }
}
