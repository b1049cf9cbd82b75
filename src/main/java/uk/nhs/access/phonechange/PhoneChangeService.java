package uk.nhs.access.phonechange;

import static uk.nhs.access.problem.Cid.NUMBER_UNCHANGED;
import static uk.nhs.access.problem.Cid.PHONE_CHANGE_UNKNOWN;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.account.Account;
import uk.nhs.access.account.MobileNumber;
import uk.nhs.access.caller.Callers;
import uk.nhs.access.channel.Channel;
import uk.nhs.access.code.CodeBinding;
import uk.nhs.access.code.CodePurpose;
import uk.nhs.access.code.IssuedCode;
import uk.nhs.access.code.VerificationCodes;
import uk.nhs.access.crypto.SecretToken;
import uk.nhs.access.notice.DeliveryStatus;
import uk.nhs.access.problem.Problem;
import uk.nhs.access.problem.UseCase;
import uk.nhs.access.time.Locked;

/** What the owner of an account, signed in, does with changes of the mobile number. */
@UseCase
public class PhoneChangeService {

    private final Callers callers;
    private final Admission admission;
    private final PhoneChanges changes;
    private final VerificationCodes codes;
    private final PhoneChangeTrail trail;
    private final DueChanges dueChanges;

    PhoneChangeService(
            Callers callers,
            Admission admission,
            PhoneChanges changes,
            VerificationCodes codes,
            PhoneChangeTrail trail,
            DueChanges dueChanges) {
        this.callers = callers;
        this.admission = admission;
        this.changes = changes;
        this.codes = codes;
        this.trail = trail;
        this.dueChanges = dueChanges;
    }

    /**
     * Sends a code to the new number. A change that still waits is superseded: its code and its link die.
     *
     * @param recovery the proved recovery that this is asked by, or null for a person who is signed in
     */
    PhoneChangeView ask(MobileNumber number, @Nullable UUID recovery) {
        Locked<Account> locked = lockEnabledAccount();
        Account account = locked.row();
        Instant now = locked.now();
        PhoneChangeOrigin origin = admission.admit(account, recovery, now);
        Optional<PhoneChange> waiting = dueChanges.carryOutFirst(account, now);
        requireOther(number, account);
        CodeBinding binding = CodeBinding.fresh(CodePurpose.PHONE_CHANGE, account.id(), number.e164(), now);
        IssuedCode code = codes.issue(binding, Channel.TEXT, callers.actor(), now);
        admission.spend(account, recovery, now);
        PhoneChange asked = PhoneChange.ask(account, number, origin, callers.language(), code, now);
        waiting.ifPresent(change -> supersede(change, asked, now));
        changes.persist(asked);
        return view(asked, trail.asked(asked, code, callers.actor(), now));
    }

    List<PhoneChangeView> list() {
        return changes.newest(callers.account()).stream().map(this::view).toList();
    }

    /** The change that is not over, if there is one. */
    public Optional<PhoneChangeView> waiting() {
        return changes.waiting(callers.account()).map(this::view);
    }

    PhoneChangeView one(UUID id) {
        return view(own(callers.account(), id));
    }

    /** Takes the code as proof of the new number, and tells the owner how to stop the change. */
    PhoneChangeView confirm(UUID id, String code) {
        Locked<Account> locked = lockEnabledAccount();
        Account account = locked.row();
        Instant now = locked.now();
        PhoneChange change = own(account, id);
        change.progress().requireAwaitingCode(now);
        codes.use(change.codeBinding(), code, callers.actor(), now);
        SecretToken cancelToken = SecretToken.random();
        change.confirm(cancelToken, now, trail.noticesGivenUpAfter());
        trail.confirmed(change, account, cancelToken, callers.actor(), now);
        return view(change);
    }

    /** Sends the same code once more. Tries that were used stay used. */
    PhoneChangeView resend(UUID id) {
        Locked<Account> locked = lockEnabledAccount();
        Instant now = locked.now();
        PhoneChange change = own(locked.row(), id);
        change.progress().requireAwaitingCode(now);
        IssuedCode code = codes.again(change.codeBinding(), Channel.TEXT, callers.actor(), now);
        return view(change, trail.resent(change, code, callers.actor(), now));
    }

    /** Stops the change, of a disabled account too: that is always safe. Stopping it again is no mistake. */
    void cancel(UUID id) {
        Locked<Account> locked = callers.lockAccount();
        PhoneChange change = own(locked.row(), id);
        if (change.progress().state() != PhoneChangeState.CANCELLED) {
            change.progress().cancel(locked.now());
            trail.cancelled(change, locked.row(), callers.actor(), locked.now());
        }
    }

    private Locked<Account> lockEnabledAccount() {
        Locked<Account> locked = callers.lockAccount();
        locked.row().requireEnabled();
        return locked;
    }

    private static void requireOther(MobileNumber number, Account account) {
        if (account.mobile().filter(number::equals).isPresent()) {
            throw new Problem(NUMBER_UNCHANGED);
        }
    }

    /** Written out at once: the database allows one waiting change, and the next one is about to be added. */
    private void supersede(PhoneChange waiting, PhoneChange by, Instant now) {
        waiting.progress().supersede(now);
        changes.flush();
        trail.superseded(waiting, by.id(), callers.actor(), now);
    }

    private PhoneChange own(Account account, UUID id) {
        admission.requireGoodToken();
        return changes.of(account, id)
                .filter(change -> admission.maySee(change.origin()))
                .orElseThrow(() -> new Problem(PHONE_CHANGE_UNKNOWN));
    }

    private PhoneChangeView view(PhoneChange change) {
        return change.awaitsCode()
                ? view(change, trail.codeDelivery(change))
                : PhoneChangeView.from(change, null, null);
    }

    private PhoneChangeView view(PhoneChange change, DeliveryStatus delivery) {
        return PhoneChangeView.from(change, codes.findById(change.codeId()), delivery);
    }
}
