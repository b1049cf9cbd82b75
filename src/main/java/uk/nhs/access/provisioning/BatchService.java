package uk.nhs.access.provisioning;

import java.util.List;
import uk.nhs.access.account.Account;
import uk.nhs.access.account.Accounts;
import uk.nhs.access.account.EmailAddress;
import uk.nhs.access.account.Names;
import uk.nhs.access.account.Subject;
import uk.nhs.access.phonechange.DirectChanges.By;
import uk.nhs.access.problem.UseCase;
import uk.nhs.access.time.DatabaseClock;
import uk.nhs.access.time.Locked;

/** Some lines of a stream, in one transaction: all of those that are not refused are there afterwards, or none is. */
@UseCase
class BatchService {

    private final Accounts accounts;
    private final Names names;
    private final Registrar registrar;
    private final DatabaseClock clock;

    BatchService(Accounts accounts, Names names, Registrar registrar, DatabaseClock clock) {
        this.accounts = accounts;
        this.names = names;
        this.registrar = registrar;
        this.clock = clock;
    }

    List<BulkResult> carryOut(List<BulkLine> lines, By by) {
        List<Subject> subjects = lines.stream().map(BulkLine::subject).toList();
        List<EmailAddress> addresses =
                lines.stream().flatMap(line -> line.said().addresses().stream()).toList();
        names.reserve(subjects, addresses);
        List<Account> there =
                accounts.lockAll(subjects).stream().map(Locked::row).toList();
        Batch batch = new Batch(registrar, by, clock.now(), there, names.owners(addresses));
        return lines.stream().map(batch::carryOut).toList();
    }
}
