package uk.nhs.access.provisioning;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uk.nhs.access.account.Account;
import uk.nhs.access.account.EmailAddress;
import uk.nhs.access.account.Subject;
import uk.nhs.access.phonechange.DirectChanges;
import uk.nhs.access.phonechange.DirectChanges.By;
import uk.nhs.access.problem.Problem;
import uk.nhs.access.provisioning.BulkResult.Done;
import uk.nhs.access.provisioning.BulkResult.Outcome;
import uk.nhs.access.provisioning.BulkResult.Refused;

/** Some lines of a stream, carried out one after the other: each sees what those before it did. */
final class Batch {

    private final Registrar registrar;
    private final By by;
    private final Instant now;
    private final Map<Subject, Account> accounts;
    private final Map<String, UUID> owners;

    /**
     * @param accounts those that the lines are about, as far as they are there, locked
     * @param owners whose those addresses are that the lines name
     */
    Batch(Registrar registrar, By by, Instant now, List<Account> accounts, Map<EmailAddress, UUID> owners) {
        this.registrar = registrar;
        this.by = by;
        this.now = now;
        this.accounts = new HashMap<>(accounts.stream().collect(toMap(Account::subject, account -> account)));
        this.owners = new HashMap<>();
        owners.forEach((address, owner) -> this.owners.put(address.key(), owner));
    }

    BulkResult carryOut(BulkLine line) {
        Account there = accounts.get(line.subject());
        try {
            Registrar.requireFree(
                    line.said().addresses(), address -> owners.get(address.key()), there == null ? null : there.id());
        } catch (Problem refused) {
            return new Refused(line.number(), refused);
        }
        return there == null ? open(line) : change(line, there);
    }

    private BulkResult open(BulkLine line) {
        Account opened = registrar.open(line.subject(), line.said(), by, now);
        accounts.put(line.subject(), opened);
        own(opened);
        return new Done(line.number(), Outcome.CREATED, opened.id(), null);
    }

    private BulkResult change(BulkLine line, Account there) {
        there.emails().forEach(address -> owners.remove(address.key(), there.id()));
        DirectChanges.Outcome number = registrar.fillIn(there, line.said().number(), by, now);
        boolean changed = registrar.change(there, line.said().withoutNumber(), by, now);
        own(there);
        return new Done(
                line.number(),
                changed || number == DirectChanges.Outcome.SET ? Outcome.UPDATED : Outcome.UNCHANGED,
                there.id(),
                number == DirectChanges.Outcome.KEPT ? Boolean.TRUE : null);
    }

    private void own(Account account) {
        account.emails().forEach(address -> owners.put(address.key(), account.id()));
    }
}
