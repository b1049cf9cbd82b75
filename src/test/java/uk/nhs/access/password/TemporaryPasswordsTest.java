package uk.nhs.access.password;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.password.PasswordVerdict.MUST_CHANGE;
import static uk.nhs.access.password.PasswordVerdict.NONE;
import static uk.nhs.access.password.PasswordVerdict.RIGHT;
import static uk.nhs.access.password.PasswordVerdict.TEMPORARY_OVER;
import static uk.nhs.access.password.PasswordVerdict.WRONG;
import static uk.nhs.access.support.Refusal.assertRefused;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import uk.nhs.access.account.Account;
import uk.nhs.access.account.Accounts;
import uk.nhs.access.support.PasswordApi;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.Rows;
import uk.nhs.access.time.Locked;

/** A temporary password on its way to its owner, and what it opens once it is there. */
@QuarkusTest
class TemporaryPasswordsTest {

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
    void a_temporary_password_leaves_the_present_one_alone_until_it_has_arrived() {
        SentTemporary sent = sendTemporary();

        assertThat(sent.password().value()).hasSize(16);
        assertThat(check(CURRENT)).isEqualTo(RIGHT);
        assertThat(check(sent.password().value())).isEqualTo(WRONG);

        assertThat(arrive(sent)).isTrue();
        assertThat(check(CURRENT)).isEqualTo(WRONG);
        assertThat(check(sent.password().value())).isEqualTo(MUST_CHANGE);
    }

    @Test
    void it_opens_one_sign_in() {
        SentTemporary sent = sendTemporary();
        arrive(sent);
        locked(person, account -> {
            passwords.use(account.row(), account.now());
            return null;
        });

        assertThat(check(sent.password().value())).isEqualTo(TEMPORARY_OVER);
        assertThat(check(CURRENT)).isEqualTo(WRONG);
    }

    @Test
    void it_is_changed_like_any_other_and_cannot_become_the_owners_own() {
        SentTemporary sent = sendTemporary();
        arrive(sent);
        String temporary = sent.password().value();
        String token = person.token().mint();
        assertThat(PasswordApi.account(token).<Boolean>path("password.mustChange"))
                .isTrue();

        assertRefused(PasswordApi.change(token, temporary, temporary), 422, "CID3311");
        assertRefused(PasswordApi.change(token, temporary, CURRENT), 422, "CID3311");
        assertThat(PasswordApi.change(token, temporary, CHOSEN).statusCode()).isEqualTo(200);
        assertThat(PasswordApi.account(token).<Boolean>path("password.mustChange"))
                .isFalse();
    }

    @Test
    void one_that_was_given_up_changes_nothing() {
        SentTemporary sent = sendTemporary();

        boolean waited = locked(person, account -> passwords.voidPending(account.row(), sent.id()));

        assertThat(waited).isTrue();
        assertThat(arrive(sent)).isFalse();
        assertThat(check(CURRENT)).isEqualTo(RIGHT);
    }

    @Test
    void it_is_void_if_the_number_was_replaced_or_the_account_disabled_meanwhile() {
        SentTemporary toOldNumber = sendTemporary();
        String number = "+44" + Person.freshNumber().substring(1);
        Rows.change("update account set mobile = ? where id = ?", number, person.account());
        assertThat(arrive(toOldNumber)).isFalse();

        SentTemporary beforeDisabled = sendTemporary();
        Rows.change("update account set disabled_because = 'BY_SERVICE' where id = ?", person.account());
        assertThat(arrive(beforeDisabled)).isFalse();
        assertThat(check(CURRENT)).isEqualTo(RIGHT);
        assertThat(Rows.text(
                        "select num_nonnulls(pending_id, pending_hash, pending_number) from password"
                                + " where account_id = ?",
                        person.account()))
                .isEqualTo("0");
    }

    @Test
    void an_account_without_a_password_gets_its_first_one_so() {
        Person fresh = Person.fresh();
        NewTemporaryPassword made = desk.temporary();
        SentTemporary sent = locked(fresh, account -> passwords.giveTemporary(account.row(), made, account.now()));
        assertThat(check(fresh, sent.password().value())).isEqualTo(NONE);

        locked(fresh, account -> passwords.activate(account.row(), sent.id(), account.now()));
        assertThat(check(fresh, sent.password().value())).isEqualTo(MUST_CHANGE);
    }

    private SentTemporary sendTemporary() {
        NewTemporaryPassword made = desk.temporary();
        return locked(person, account -> passwords.giveTemporary(account.row(), made, account.now()));
    }

    private boolean arrive(SentTemporary sent) {
        return locked(person, account -> passwords.activate(account.row(), sent.id(), account.now()));
    }

    private PasswordVerdict check(String typed) {
        return check(person, typed);
    }

    private PasswordVerdict check(Person owner, String typed) {
        KeptPasswords kept = QuarkusTransaction.requiringNew().call(() -> passwords.kept(owner.account()));
        Comparison comparison = desk.compare(kept, new TypedPassword(typed));
        return locked(owner, account -> passwords.check(account.row(), comparison, account.now()));
    }

    private <T> T locked(Person owner, Function<Locked<Account>, T> work) {
        return QuarkusTransaction.requiringNew().call(() -> work.apply(accounts.lock(owner.account())));
    }
}
