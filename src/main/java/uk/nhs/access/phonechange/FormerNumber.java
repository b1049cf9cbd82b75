package uk.nhs.access.phonechange;

import jakarta.inject.Singleton;
import java.time.Instant;
import uk.nhs.access.account.Account;
import uk.nhs.access.caller.Actor;
import uk.nhs.access.history.History;
import uk.nhs.access.history.HistoryEvent;
import uk.nhs.access.password.Passwords;

/** The number that an account had until now. A temporary password that waits to be sent there is void. */
@Singleton
class FormerNumber {

    private final Passwords passwords;
    private final History history;

    FormerNumber(Passwords passwords, History history) {
        this.passwords = passwords;
        this.history = history;
    }

    /** Takes back what has not left yet. */
    void leave(Account account, Instant now) {
        if (passwords.withdrawTemporary(account, now)) {
            history.record(account.id(), Actor.SERVICE_ITSELF, new HistoryEvent.TemporaryPasswordNotSent(), now);
        }
    }
}
