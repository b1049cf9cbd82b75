package uk.nhs.access.caller;

import static uk.nhs.access.problem.Cid.ISSUER_NOT_TRUSTED;

import jakarta.inject.Singleton;
import uk.nhs.access.account.Subject;
import uk.nhs.access.problem.Problem;

/** The identity providers that are trusted. */
@Singleton
public class Issuers {

    private final CallerSettings settings;

    Issuers(CallerSettings settings) {
        this.settings = settings;
    }

    /**
     * Refuses somebody whom no token could ever name.
     *
     * @throws Problem ISSUER_NOT_TRUSTED if the provider is not one that is trusted
     */
    public void requireTrusted(Subject subject) {
        if (settings.issuers().values().stream()
                .noneMatch(trusted -> trusted.issuer().equals(subject.issuer()))) {
            throw new Problem(ISSUER_NOT_TRUSTED);
        }
    }
}
