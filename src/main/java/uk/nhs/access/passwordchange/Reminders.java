package uk.nhs.access.passwordchange;

import java.util.List;
import java.util.UUID;
import uk.nhs.access.account.Account;
import uk.nhs.access.account.Accounts;
import uk.nhs.access.password.Expiries;
import uk.nhs.access.problem.UseCase;
import uk.nhs.access.time.Locked;

/** Reminds people that their password is about to expire. */
@UseCase
class Reminders {

    private final Accounts accounts;
    private final Expiries expiries;
    private final PasswordTrail trail;
    private final PasswordChangeSettings settings;

    Reminders(Accounts accounts, Expiries expiries, PasswordTrail trail, PasswordChangeSettings settings) {
        this.accounts = accounts;
        this.expiries = expiries;
        this.trail = trail;
        this.settings = settings;
    }

    /** The accounts whose owners are to be reminded, without locking them. */
    List<UUID> due() {
        return expiries.due(settings.reminders(), settings.remindAtOnce());
    }

    /** Sends the one reminder that is due. Whoever was faster leaves nothing to do. */
    void remind(UUID id) {
        Locked<Account> locked = accounts.lock(id);
        Account account = locked.row();
        if (!account.isDisabled()) {
            expiries.remind(id, settings.reminders(), locked.now())
                    .ifPresent(reminder -> trail.reminded(
                            account, reminder.expiresAt(), reminder.days(), reminder.language(), locked.now()));
        }
    }
}
