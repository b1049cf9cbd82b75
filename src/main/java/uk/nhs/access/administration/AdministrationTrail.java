package uk.nhs.access.administration;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import uk.nhs.access.account.Account;
import uk.nhs.access.account.AccountUnlocked;
import uk.nhs.access.account.LockedBecause;
import uk.nhs.access.history.History;
import uk.nhs.access.history.HistoryEvent;
import uk.nhs.access.notice.Notice;
import uk.nhs.access.notice.Notice.UnlockedForYouMail;
import uk.nhs.access.notice.Notice.UnlockedForYouText;
import uk.nhs.access.notice.Outbox;
import uk.nhs.access.phonechange.DirectChanges.By;
import uk.nhs.access.time.Locked;

/** What an unlocking leaves behind: a line of history, what the owner is told, and what other rooms hear. */
@Singleton
class AdministrationTrail {

    private final History history;
    private final Outbox outbox;
    private final Event<AccountUnlocked> unlocked;

    AdministrationTrail(History history, Outbox outbox, Event<AccountUnlocked> unlocked) {
        this.history = history;
        this.outbox = outbox;
        this.unlocked = unlocked;
    }

    void unlocked(Locked<Account> held, LockedBecause lock, String reason, By by) {
        Account account = held.row();
        history.record(account.id(), by.actor(), new HistoryEvent.UnlockedForOwner(lock.name(), reason), held.now());
        account.emails().forEach(address -> tell(held, new UnlockedForYouMail(address, held.now()), by));
        account.mobile().ifPresent(number -> tell(held, new UnlockedForYouText(number), by));
        unlocked.fire(new AccountUnlocked(account.id(), held.now()));
    }

    private void tell(Locked<Account> held, Notice notice, By by) {
        outbox.queue(held.row().id(), held.row().id(), notice, by.language(), held.now());
    }
}
