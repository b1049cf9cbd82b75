package uk.nhs.access.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.PasswordCheckApi.check;
import static uk.nhs.access.support.PasswordCheckApi.checkTyped;
import static uk.nhs.access.support.PasswordCheckApi.guess;
import static uk.nhs.access.support.PasswordCheckApi.outcome;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.nhs.access.account.LockedBecause;
import uk.nhs.access.support.Inbox;
import uk.nhs.access.support.PasswordApi;
import uk.nhs.access.support.PasswordCheckApi;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.PhoneChangeApi;
import uk.nhs.access.support.Rows;
import uk.nhs.access.support.Silence;

/** How wrong passwords lock an account, and what does not. */
@QuarkusTest
class SignInLockTest {

    private static final String RIGHT = "gravel otter minuet six";

    private final Person person = Person.with().password(RIGHT).addresses(2).open();

    @Test
    void nine_wrong_ones_lock_nothing_and_a_right_one_ends_the_count() {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 9; i++) {
                assertThat(outcome(person, "wrong password " + i)).isEqualTo("WRONG");
            }
            assertThat(outcome(person, RIGHT)).isEqualTo("RIGHT");
        }
        assertThat(locked()).isEmpty();
        assertThat(Rows.history(person)).isEmpty();
    }

    @Test
    void the_tenth_locks_the_account_and_from_then_on_the_right_one_is_answered_like_a_wrong_one() {
        guess(person, 9);
        String tenth = check(person, "wrong password 10").asString();
        assertThat(tenth).isEqualTo("{\"outcome\":\"LOCKED\"}");
        assertThat(locked()).isEqualTo("FAILED_SIGN_INS");
        Silence silence = Silence.of(person);

        assertThat(check(person, RIGHT).asString()).isEqualTo(tenth);
        assertThat(checkTyped(person.address(), RIGHT).asString()).isEqualTo(tenth);
        assertThat(check(person, "wrong password 11").asString()).isEqualTo(tenth);
        silence.isKept();
    }

    @Test
    void every_address_and_the_mobile_are_told_once_that_it_is_locked_and_how_to_unlock_it() {
        guess(person, 12);

        for (String address : person.addresses()) {
            Map<String, String> mail = Inbox.of(address).await(1);
            assertThat(mail.get("subject")).isEqualTo("Your NHS account: it has been locked");
            assertThat(mail.get("text")).contains("10 times in a row", "How to unlock it", "If it was not you");
        }
        assertThat(Inbox.of(person.mobile()).awaitText(1)).contains("locked after 10 wrong passwords");
        assertThat(Rows.count("select count(*) from message where account_id = ?", person.account()))
                .isEqualTo(3);
        assertThat(Rows.history(person)).containsExactly("AccountLocked");
        assertThat(Rows.text(
                        "select actor_kind || ' ' || actor_name || ' ' || (facts ->> 'because') from history_entry"
                                + " where account_id = ?",
                        person.account()))
                .isEqualTo("SERVICE sign-in FAILED_SIGN_INS");
    }

    @Test
    void whoever_asks_in_welsh_has_the_owner_told_in_welsh() {
        for (int i = 0; i < 10; i++) {
            PhoneChangeApi.with(PasswordCheckApi.service())
                    .header("Accept-Language", "cy")
                    .body(Map.of("password", "wrong password " + i))
                    .post("/v1/accounts/{id}/password-check", person.account());
        }

        assertThat(Inbox.of(person.mobile()).awaitText(1)).contains("clowyd eich cyfrif");
    }

    @Test
    void guesses_count_for_the_account_whichever_of_its_names_they_are_made_by() {
        guess(person, 4);
        IntStream.range(0, 3).forEach(i -> checkTyped(person.address(), "wrong " + i));
        IntStream.range(0, 2).forEach(i -> checkTyped(person.addresses().get(1), "wrong " + i));
        assertThat(locked()).isEmpty();

        assertThat(outcome(person, "wrong again")).isEqualTo("LOCKED");
    }

    @Test
    void an_account_that_nobody_has_is_as_locked_after_ten_as_any_other() {
        UUID nobody = UUID.randomUUID();
        String address = "nobody-" + nobody + "@example.org";
        for (int i = 1; i <= 12; i++) {
            String expected = i < 10 ? "WRONG" : "LOCKED";
            assertThat(check(nobody, "wrong " + i).<String>path("outcome")).isEqualTo(expected);
            assertThat(checkTyped(i % 2 == 0 ? address : " " + address.toUpperCase() + " ", "wrong " + i)
                            .<String>path("outcome"))
                    .isEqualTo(expected);
        }
        assertThat(Rows.count("select count(*) from send_limit where subject like ?", "%" + nobody + "%"))
                .isZero();
    }

    @Test
    void what_the_organisation_locked_is_locked_and_nothing_is_counted() {
        Person other = Person.with()
                .password(RIGHT)
                .locked(LockedBecause.BY_ORGANISATION)
                .open();
        Silence silence = Silence.of(other);

        assertThat(outcome(other, RIGHT)).isEqualTo("LOCKED");
        assertThat(outcome(other, "wrong")).isEqualTo("LOCKED");
        silence.isKept();
    }

    @Test
    void another_password_ends_the_count_and_lifts_no_lock() {
        String chosen = "kettle orange bus lantern";
        guess(person, 9);
        PasswordApi.change(person.token().mint(), RIGHT, chosen);
        guess(person, 9);
        assertThat(outcome(person, chosen)).isEqualTo("RIGHT");

        guess(person, 10);
        PasswordApi.change(person.token().mint(), chosen, "button parade salmon ink");
        assertThat(outcome(person, "button parade salmon ink")).isEqualTo("LOCKED");
    }

    @Test
    void guesses_at_the_current_password_of_a_change_count_apart() {
        guess(person, 9);
        IntStream.range(0, 4)
                .forEach(i -> PasswordApi.change(person.token().mint(), "not this", "kettle orange bus lantern"));

        assertThat(outcome(person, RIGHT)).isEqualTo("RIGHT");
    }

    private String locked() {
        return Rows.text("select coalesce(locked_because, '') from account where id = ?", person.account());
    }
}
