package uk.nhs.access.password;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.password.PasswordVerdict.EXPIRED;
import static uk.nhs.access.password.PasswordVerdict.NONE;
import static uk.nhs.access.password.PasswordVerdict.RIGHT;
import static uk.nhs.access.password.PasswordVerdict.WRONG;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import uk.nhs.access.account.Account;
import uk.nhs.access.account.Accounts;
import uk.nhs.access.crypto.Rings;
import uk.nhs.access.language.Language;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.Rows;
import uk.nhs.access.support.Silence;
import uk.nhs.access.time.Locked;

/** What the rooms above are given to work with. */
@QuarkusTest
class PasswordsTest {

    private static final String CURRENT = "gravel otter minuet six";
    private static final String CHOSEN = "kettle orange bus lantern";

    @Inject
    Passwords passwords;

    @Inject
    PasswordDesk desk;

    @Inject
    Accounts accounts;

    private final Person person = Person.with().password(CURRENT).open();

    @Test
    void a_check_tells_right_from_wrong_and_changes_nothing() {
        Silence silence = Silence.of(person);

        assertThat(check(CURRENT)).isEqualTo(RIGHT);
        assertThat(check(CURRENT + " ")).isEqualTo(WRONG);
        assertThat(check("Gravel otter minuet six")).isEqualTo(WRONG);
        silence.isKept();
    }

    @Test
    void an_account_without_a_password_is_told_apart_only_by_whoever_asks_here() {
        assertThat(check(Person.fresh(), CURRENT)).isEqualTo(NONE);
    }

    @Test
    void an_expired_one_is_said_to_be_expired_only_to_whoever_knows_it() {
        Person late = Person.with().password(CURRENT, Duration.ofDays(365)).open();

        assertThat(check(late, CURRENT)).isEqualTo(EXPIRED);
        assertThat(check(late, CHOSEN)).isEqualTo(WRONG);
    }

    @Test
    void a_dated_hash_is_renewed_when_the_password_is_next_right_and_stays_remembered() {
        String dated = Rings.slowHashes(Map.of("crypto.slow-hash.memory", "64")).hash("password", CURRENT);
        Rows.texts("update past_password set hash = ? where account_id = ? returning 1", dated, person.account());
        Rows.texts("update password set hash = ? where account_id = ? returning 1", dated, person.account());

        assertThat(check(CHOSEN)).isEqualTo(WRONG);
        assertThat(hash()).isEqualTo(dated);
        assertThat(check(CURRENT)).isEqualTo(RIGHT);
        assertThat(hash()).contains("m=1024");
        assertThat(Rows.texts("select hash from past_password where account_id = ?", person.account()))
                .containsExactly(hash());
        assertThat(check(CURRENT)).isEqualTo(RIGHT);
    }

    @Test
    void what_was_compared_before_a_change_is_wrong_after_it() {
        Comparison before = compare(person, CURRENT);
        Comparison wrongBefore = compare(person, CHOSEN);
        change();

        assertThat(verdict(person, before)).isEqualTo(WRONG);
        assertThat(verdict(person, wrongBefore)).isEqualTo(WRONG);
        assertThat(check(CHOSEN)).isEqualTo(RIGHT);
    }

    @Test
    void of_two_who_find_a_dated_hash_at_once_both_are_right_and_one_renews_it() {
        String dated = Rings.slowHashes(Map.of("crypto.slow-hash.memory", "64")).hash("password", CURRENT);
        Rows.texts("update password set hash = ? where account_id = ? returning 1", dated, person.account());
        Comparison first = compare(person, CURRENT);
        Comparison second = compare(person, CURRENT);

        assertThat(verdict(person, first)).isEqualTo(RIGHT);
        String renewed = hash();
        assertThat(verdict(person, second)).isEqualTo(RIGHT);
        assertThat(renewed).isNotEqualTo(dated).isEqualTo(hash());
    }

    @Test
    void nothing_of_a_password_is_shown_in_passing() {
        KeptPasswords kept = QuarkusTransaction.requiringNew().call(() -> passwords.kept(person.account()));
        Comparison comparison = desk.compare(kept, new TypedPassword(CURRENT));
        NewTemporaryPassword temporary = desk.temporary();
        SentTemporary sent =
                locked(person, account -> passwords.giveTemporary(account.row(), temporary, account.now()));

        assertThat(List.of(kept, comparison, temporary, sent, desk.accept(kept, new TypedPassword(CHOSEN)))
                        .toString())
                .doesNotContain(CURRENT, CHOSEN, "argon2")
                .doesNotContain(temporary.password().value(), sent.password().value());
    }

    private void change() {
        KeptPasswords kept = QuarkusTransaction.requiringNew().call(() -> passwords.kept(person.account()));
        NewPassword chosen = desk.accept(kept, new TypedPassword(CHOSEN));
        locked(person, account -> passwords.replace(account.row(), chosen, Language.ENGLISH, account.now()));
    }

    private PasswordVerdict check(String typed) {
        return check(person, typed);
    }

    private PasswordVerdict check(Person owner, String typed) {
        return verdict(owner, compare(owner, typed));
    }

    private PasswordVerdict verdict(Person owner, Comparison comparison) {
        return locked(owner, account -> passwords.check(account.row(), comparison, account.now()));
    }

    private Comparison compare(Person owner, String typed) {
        KeptPasswords kept = QuarkusTransaction.requiringNew().call(() -> passwords.kept(owner.account()));
        return desk.compare(kept, new TypedPassword(typed));
    }

    private <T> T locked(Person owner, Function<Locked<Account>, T> work) {
        return QuarkusTransaction.requiringNew().call(() -> work.apply(accounts.lock(owner.account())));
    }

    private String hash() {
        return Rows.text("select hash from password where account_id = ?", person.account());
    }
}
