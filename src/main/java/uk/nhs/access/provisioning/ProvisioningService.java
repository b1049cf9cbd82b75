package uk.nhs.access.provisioning;

import static uk.nhs.access.problem.Cid.ACCOUNT_UNKNOWN;
import static uk.nhs.access.problem.Cid.SUBJECT_TAKEN;

import java.util.List;
import java.util.UUID;
import uk.nhs.access.account.Account;
import uk.nhs.access.account.Accounts;
import uk.nhs.access.account.DisabledBecause;
import uk.nhs.access.account.EmailAddress;
import uk.nhs.access.account.Names;
import uk.nhs.access.account.Subject;
import uk.nhs.access.caller.Callers;
import uk.nhs.access.caller.Issuers;
import uk.nhs.access.phonechange.DirectChanges.By;
import uk.nhs.access.problem.Problem;
import uk.nhs.access.problem.UseCase;
import uk.nhs.access.time.DatabaseClock;
import uk.nhs.access.time.Locked;

/** What a service does with one account. */
@UseCase
class ProvisioningService {

    private final Callers callers;
    private final Issuers issuers;
    private final Accounts accounts;
    private final Names names;
    private final Registrar registrar;
    private final ProvisioningTrail trail;
    private final DatabaseClock clock;

    ProvisioningService(
            Callers callers,
            Issuers issuers,
            Accounts accounts,
            Names names,
            Registrar registrar,
            ProvisioningTrail trail,
            DatabaseClock clock) {
        this.callers = callers;
        this.issuers = issuers;
        this.accounts = accounts;
        this.names = names;
        this.registrar = registrar;
        this.trail = trail;
        this.clock = clock;
    }

    ProvisionedAccount open(Subject subject, Particulars said) {
        issuers.requireTrusted(subject);
        names.reserve(List.of(subject), said.addresses());
        accounts.of(subject).ifPresent(there -> {
            throw new Problem(SUBJECT_TAKEN).with("account", there.id());
        });
        Registrar.requireFree(said.addresses(), names.owners(said.addresses())::get, null);
        return ProvisionedAccount.from(registrar.open(subject, said, by(), clock.now()));
    }

    ProvisionedAccount one(UUID id) {
        return ProvisionedAccount.from(accounts.findByIdOptional(id).orElseThrow(() -> new Problem(ACCOUNT_UNKNOWN)));
    }

    /** The account that an address belongs to, however that is written; an empty list if it is nobody's. */
    List<ProvisionedAccount> having(EmailAddress address) {
        return names.owners(List.of(address)).values().stream().map(this::one).toList();
    }

    ProvisionedAccount change(UUID id, Particulars said) {
        names.reserve(List.of(), said.addresses());
        Locked<Account> locked = lock(id);
        Registrar.requireFree(said.addresses(), names.owners(said.addresses())::get, id);
        registrar.change(locked.row(), said, by(), locked.now());
        return ProvisionedAccount.from(locked.row());
    }

    /** Disables the account. One that a service disabled before keeps its reason. */
    ProvisionedAccount disable(UUID id, String reason) {
        Locked<Account> locked = lock(id);
        Account account = locked.row();
        if (account.disable(DisabledBecause.BY_SERVICE)) {
            trail.disabled(account, reason, by(), locked.now());
        }
        return ProvisionedAccount.from(account);
    }

    /** Lifts what a service disabled. A number that is not of the UK disables the account still. */
    ProvisionedAccount enable(UUID id) {
        Locked<Account> locked = lock(id);
        if (locked.row().enable(DisabledBecause.BY_SERVICE)) {
            trail.enabled(locked.row(), by(), locked.now());
        }
        return ProvisionedAccount.from(locked.row());
    }

    private Locked<Account> lock(UUID id) {
        return accounts.lockIfKnown(id).orElseThrow(() -> new Problem(ACCOUNT_UNKNOWN));
    }

    private By by() {
        return new By(callers.current().asService(), callers.language());
    }
}
