package uk.nhs.access.provisioning;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.account.Account;
import uk.nhs.access.account.AnyNumber;
import uk.nhs.access.account.DisabledBecause;
import uk.nhs.access.account.EmailAddress;
import uk.nhs.access.account.Holder;
import uk.nhs.access.account.OdsCode;
import uk.nhs.access.history.History;
import uk.nhs.access.history.HistoryEvent;
import uk.nhs.access.notice.Notice;
import uk.nhs.access.notice.Notice.AccountDisabledMail;
import uk.nhs.access.notice.Notice.AccountDisabledText;
import uk.nhs.access.notice.Notice.AccountEnabledMail;
import uk.nhs.access.notice.Notice.AccountEnabledText;
import uk.nhs.access.notice.Notice.AddressesChangedMail;
import uk.nhs.access.notice.Notice.AddressesChangedText;
import uk.nhs.access.notice.Outbox;
import uk.nhs.access.phonechange.DirectChanges.By;

/** What each thing that a service does leaves behind: a line of history, and what the owner is told. */
@Singleton
class ProvisioningTrail {

    private final History history;
    private final Outbox outbox;

    ProvisioningTrail(History history, Outbox outbox) {
        this.history = history;
        this.outbox = outbox;
    }

    void opened(Account account, By by, Instant now) {
        String number = account.number().map(AnyNumber::masked).orElse(null);
        record(
                account,
                new HistoryEvent.AccountProvisioned(text(account.holder().organisation()), number),
                by,
                now);
        account.disabledBecause()
                .ifPresent(because -> record(account, new HistoryEvent.AccountDisabled(because.name(), null), by, now));
    }

    void holderChanged(Account account, Holder former, By by, Instant now) {
        record(
                account,
                new HistoryEvent.HolderChanged(
                        text(former.organisation()), text(account.holder().organisation())),
                by,
                now);
    }

    /** Whoever could read what was sent so far hears of it too: the new address may be a stranger's. */
    void addressesChanged(Account account, List<EmailAddress> former, By by, Instant now) {
        record(account, new HistoryEvent.AddressesChanged(masked(former), masked(account.emails())), by, now);
        Stream.concat(former.stream(), account.emails().stream())
                .distinct()
                .forEach(address -> tell(account, new AddressesChangedMail(address, now), by, now));
        account.mobile().ifPresent(number -> tell(account, new AddressesChangedText(number), by, now));
    }

    void disabled(Account account, String reason, By by, Instant now) {
        record(account, new HistoryEvent.AccountDisabled(DisabledBecause.BY_SERVICE.name(), reason), by, now);
        account.emails().forEach(address -> tell(account, new AccountDisabledMail(address, now), by, now));
        account.mobile().ifPresent(number -> tell(account, new AccountDisabledText(number), by, now));
    }

    /** Nobody is told of an account that works again which does not: its number may still be foreign. */
    void enabled(Account account, By by, Instant now) {
        record(account, new HistoryEvent.AccountEnabled(DisabledBecause.BY_SERVICE.name()), by, now);
        if (!account.isDisabled()) {
            account.emails().forEach(address -> tell(account, new AccountEnabledMail(address, now), by, now));
            account.mobile().ifPresent(number -> tell(account, new AccountEnabledText(number), by, now));
        }
    }

    private void record(Account account, HistoryEvent event, By by, Instant now) {
        history.record(account.id(), by.actor(), event, now);
    }

    private void tell(Account account, Notice notice, By by, Instant now) {
        outbox.queue(account.id(), account.id(), notice, by.language(), now);
    }

    private static List<String> masked(List<EmailAddress> addresses) {
        return addresses.stream().map(EmailAddress::masked).toList();
    }

    private static @Nullable String text(@Nullable OdsCode organisation) {
        return Optional.ofNullable(organisation).map(OdsCode::value).orElse(null);
    }
}
