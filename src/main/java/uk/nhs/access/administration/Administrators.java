package uk.nhs.access.administration;

import static uk.nhs.access.problem.Cid.ACCOUNT_UNKNOWN;
import static uk.nhs.access.problem.Cid.ADMINISTERED_TOO_OFTEN;
import static uk.nhs.access.problem.Cid.OWN_ACCOUNT;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import uk.nhs.access.account.Account;
import uk.nhs.access.account.Accounts;
import uk.nhs.access.account.OdsCode;
import uk.nhs.access.account.Subject;
import uk.nhs.access.caller.Callers;
import uk.nhs.access.limit.TryLimits;
import uk.nhs.access.problem.Problem;
import uk.nhs.access.time.DatabaseClock;
import uk.nhs.access.time.Locked;

/** Which account an administrator may see or change, and how often. */
@Singleton
class Administrators {

    private static final Duration HOUR = Duration.ofHours(1);

    private final Callers callers;
    private final Accounts accounts;
    private final TryLimits limits;
    private final DatabaseClock clock;
    private final AdministrationSettings settings;

    Administrators(
            Callers callers,
            Accounts accounts,
            TryLimits limits,
            DatabaseClock clock,
            AdministrationSettings settings) {
        this.callers = callers;
        this.accounts = accounts;
        this.limits = limits;
        this.clock = clock;
        this.settings = settings;
    }

    /** The organisation that somebody wrote, if it is one of the caller's. All others are as unknown as those that are none. */
    OdsCode organisation(String written) {
        return OdsCode.parse(written)
                .filter(callers.organisations()::contains)
                .orElseThrow(() -> new Problem(ACCOUNT_UNKNOWN));
    }

    /** An organisation whose accounts are searched: not too often in an hour, because a search may look at all of them. */
    OdsCode search(String written) {
        OdsCode organisation = organisation(written);
        count("search", settings.searchesInAnHour());
        return organisation;
    }

    /** An account to look at. */
    Account see(String organisation, UUID id) {
        return accounts.in(organisation(organisation), id).orElseThrow(() -> new Problem(ACCOUNT_UNKNOWN));
    }

    /** An account to change: by somebody who signed in with two steps, not their own, and not too many in an hour. */
    Locked<Account> hold(String organisation, UUID id) {
        callers.requireTwoSteps(clock.now());
        Locked<Account> held =
                accounts.lockIn(organisation(organisation), id).orElseThrow(() -> new Problem(ACCOUNT_UNKNOWN));
        if (held.row().subject().equals(callers.subject())) {
            throw new Problem(OWN_ACCOUNT);
        }
        count("administration", settings.inAnHour());
        return held;
    }

    private void count(String what, int most) {
        Subject administrator = callers.subject();
        TryLimits.Try taken =
                limits.take(what + " by " + administrator.name() + " of " + administrator.issuer(), HOUR, most);
        if (!taken.allowed()) {
            throw new Problem(ADMINISTERED_TOO_OFTEN).with("retryAfter", taken.retryAfter());
        }
    }
}
