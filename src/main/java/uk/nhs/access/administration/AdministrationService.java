package uk.nhs.access.administration;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.account.Account;
import uk.nhs.access.account.Accounts;
import uk.nhs.access.account.LockedBecause;
import uk.nhs.access.account.MobileNumber;
import uk.nhs.access.caller.Callers;
import uk.nhs.access.directory.SameSignOn;
import uk.nhs.access.history.History;
import uk.nhs.access.history.HistoryEntry;
import uk.nhs.access.phonechange.DirectChanges;
import uk.nhs.access.phonechange.DirectChanges.By;
import uk.nhs.access.problem.UseCase;
import uk.nhs.access.time.Locked;

/** What a Local Administrator does. */
@UseCase
class AdministrationService {

    private final Callers callers;
    private final Administrators administrators;
    private final Accounts accounts;
    private final DirectChanges numbers;
    private final History history;
    private final HistoryLines lines;
    private final AdministrationTrail trail;
    private final SameSignOn sameSignOn;

    AdministrationService(
            Callers callers,
            Administrators administrators,
            Accounts accounts,
            DirectChanges numbers,
            History history,
            HistoryLines lines,
            AdministrationTrail trail,
            SameSignOn sameSignOn) {
        this.callers = callers;
        this.administrators = administrators;
        this.accounts = accounts;
        this.numbers = numbers;
        this.history = history;
        this.lines = lines;
        this.trail = trail;
        this.sameSignOn = sameSignOn;
    }

    /** The accounts of the organisation by name, of all whom {@link Accounts#search} finds by {@code text}. */
    Page<AdministeredAccount> search(String organisation, String text, @Nullable UUID after, int most) {
        return Page.of(
                accounts.search(administrators.search(organisation), text, after, most + 1),
                most,
                AdministeredAccount::from,
                Account::id);
    }

    AdministeredAccount one(String organisation, UUID id) {
        Account account = administrators.see(organisation, id);
        return AdministeredAccount.standing(
                account, sameSignOn.standing(account).orElse(null));
    }

    /** What happened to the account, the newest first. Before what is no line of it there is nothing. */
    Page<HistoryLine> history(String organisation, UUID id, @Nullable String before, int most) {
        Account account = administrators.see(organisation, id);
        return Page.of(history.newest(account.id(), before, most + 1), most, lines::of, HistoryEntry::id);
    }

    /** Lifts whatever lock there is, and the one of the directory. Unlocking an account that is not locked changes nothing here. */
    AdministeredAccount unlock(String organisation, UUID id, String reason) {
        Locked<Account> held = administrators.hold(organisation, id);
        Account account = held.row();
        account.requireEnabled();
        Optional<LockedBecause> lock = account.lockedBecause();
        if (account.unlock()) {
            trail.unlocked(held, lock.orElseThrow(), reason, by(organisation));
        }
        return AdministeredAccount.unlocked(account, sameSignOn.unlocked(account, callers.language(), held.now()));
    }

    /** Sets the number, which lifts the disablement by a foreign one and no other. */
    AdministeredAccount setNumber(String organisation, UUID id, MobileNumber number, String reason) {
        Locked<Account> held = administrators.hold(organisation, id);
        numbers.set(held.row(), number, by(organisation), reason, held.now());
        return AdministeredAccount.from(held.row());
    }

    private By by(String organisation) {
        return new By(callers.current().asAdministrator(administrators.organisation(organisation)), callers.language());
    }
}
