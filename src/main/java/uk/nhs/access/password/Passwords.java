package uk.nhs.access.password;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import uk.nhs.access.account.Account;
import uk.nhs.access.crypto.KeyedHashes;
import uk.nhs.access.language.Language;
import uk.nhs.access.notice.Outbox;

/** All passwords. Whoever changes one, or has one checked, holds the lock on its account. */
@ApplicationScoped
public class Passwords implements PanacheRepositoryBase<Password, UUID> {

    private final PastPasswords past;
    private final PasswordSettings settings;
    private final KeyedHashes hashes;
    private final Outbox outbox;

    Passwords(PastPasswords past, PasswordSettings settings, KeyedHashes hashes, Outbox outbox) {
        this.past = past;
        this.settings = settings;
        this.hashes = hashes;
        this.outbox = outbox;
    }

    /** What there is to compare with, to be taken out of the transaction. */
    public KeptPasswords kept(UUID account) {
        Optional<Password> present = set(account);
        return new KeptPasswords(
                account,
                present.flatMap(Password::hash).orElse(null),
                present.map(Password::since).orElse(null),
                past.hashes(account));
    }

    /** What the typed password is worth by now. It counts nothing and uses nothing up. */
    public PasswordVerdict check(Account account, Comparison comparison, Instant now) {
        Optional<Password> present = set(account.id());
        if (present.isEmpty()) {
            return PasswordVerdict.NONE;
        }
        return isRight(present.get(), comparison)
                ? present.get().verdict(settings.validity(), now)
                : PasswordVerdict.WRONG;
    }

    /** Whether the typed password proves that its owner may choose another one: an expired one does as well. */
    public boolean proves(Account account, Comparison comparison, Instant now) {
        return set(account.id())
                .filter(present -> isRight(present, comparison) && present.proves(settings.temporaryGrace(), now))
                .isPresent();
    }

    /**
     * A sign-in was opened with the password: a temporary one opens no other.
     *
     * @return until when a temporary one can be changed
     */
    public Instant use(Account account, Instant now) {
        set(account.id()).ifPresent(present -> present.use(now));
        return now.plus(settings.temporaryGrace());
    }

    /** The owner chose another password. Whatever was temporary, or on its way, is over, and so are guesses at the old one. */
    public PasswordState replace(Account account, NewPassword chosen, Language language, Instant now) {
        account.signInLock().forget();
        withdrawn(account, now).replace(chosen.hash(), language, now);
        past.add(account.id(), chosen.hash(), now);
        return state(account.id()).orElseThrow();
    }

    /**
     * The owner chose another password elsewhere, where alone its text is known: the one so far is right no more. What was
     * temporary is over, and what is on its way is not, for it was asked for.
     *
     * @param setAt when, by the clock of that place
     */
    public void replaceElsewhere(Account account, Instant setAt) {
        account.signInLock().forget();
        row(account).replaceElsewhere(setAt);
    }

    /**
     * Has a temporary password wait until its text is accepted: {@link #activate} it then, or {@link #voidPending} it.
     * Until then the present password stays as it is. One that was on its way is void, and not sent any more.
     */
    public SentTemporary giveTemporary(Account account, NewTemporaryPassword made, Instant now) {
        SentTemporary sent =
                new SentTemporary(UUID.randomUUID(), made.password(), now.plus(settings.temporaryValidity()));
        String number = number(account).orElseThrow();
        withdrawn(account, now).await(new PendingPassword(sent.id(), made.hash(), sent.goodUntil(), number));
        return sent;
    }

    /**
     * The temporary password has arrived, and takes the place of the present one. Guesses at that are over.
     *
     * @return false if it is void, came too late, or went to a number that is not the account's any more; and for an
     *     account that is disabled
     */
    public boolean activate(Account account, UUID temporary, Instant now) {
        String number = number(account).orElse(null);
        Optional<Password> activated =
                findByIdOptional(account.id()).filter(row -> row.activate(temporary, number, now));
        activated.ifPresent(row -> account.signInLock().forget());
        return activated.isPresent();
    }

    /**
     * The temporary password never arrived: everything stays as it is.
     *
     * @return false if it did not wait any more
     */
    public boolean voidPending(Account account, UUID temporary) {
        return findByIdOptional(account.id())
                .filter(row -> row.voidPending(temporary))
                .isPresent();
    }

    /**
     * Voids a temporary password that is on its way, and has its text not sent any more.
     *
     * @return false if there was none
     */
    public boolean withdrawTemporary(Account account, Instant now) {
        Optional<UUID> waiting = findByIdOptional(account.id()).flatMap(Password::pending);
        waiting.ifPresent(id -> outbox.withdraw(id, now));
        return waiting.filter(id -> voidPending(account, id)).isPresent();
    }

    /** How the password of the account stands, if it has one here. */
    public Optional<PasswordState> state(UUID account) {
        return set(account)
                .map(set -> new PasswordState(set.since(), set.expiresAt(settings.validity()), set.isTemporary()));
    }

    /** What was compared with a password that another has replaced since is wrong: nothing is hashed under the lock. */
    private boolean isRight(Password present, Comparison comparison) {
        boolean right =
                comparison.matches() && present.since().equals(comparison.kept().since());
        if (right) {
            renew(present, comparison);
        }
        return right;
    }

    /** Keeps a newer hash of the same password, or the first one, unless somebody was faster. */
    private void renew(Password present, Comparison comparison) {
        UUID account = comparison.kept().account();
        String hash = comparison.kept().hash();
        String renewed = comparison.renewed();
        if (renewed == null || !Objects.equals(hash, present.hash().orElse(null))) {
            return;
        }
        present.renew(renewed);
        if (hash == null) {
            past.add(account, renewed, present.since());
        } else {
            past.renew(account, hash, renewed);
        }
    }

    private Optional<Password> set(UUID account) {
        return findByIdOptional(account).filter(Password::isSet);
    }

    private Password row(Account account) {
        return findByIdOptional(account.id()).orElseGet(() -> {
            Password none = Password.none(account.id());
            persist(none);
            return none;
        });
    }

    /** The password, of which no temporary one is sent any more that was on its way. */
    private Password withdrawn(Account account, Instant now) {
        Password row = row(account);
        row.pending().ifPresent(id -> outbox.withdraw(id, now));
        return row;
    }

    /** Stands for the number of an account that is not disabled. */
    private Optional<String> number(Account account) {
        return account.mobile()
                .filter(mobile -> !account.isDisabled())
                .map(mobile -> hashes.fingerprint("temporary password", account.id(), mobile.e164()));
    }
}
