package uk.nhs.access.directory;

import static uk.nhs.access.problem.Cid.UNAVAILABLE;

import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import uk.nhs.access.password.Comparison;
import uk.nhs.access.password.KeptPasswords;
import uk.nhs.access.password.PasswordDesk;
import uk.nhs.access.password.TypedPassword;
import uk.nhs.access.problem.Problem;

/**
 * Who says whether a typed password is right: the hash that is kept here, or the directory, where the password was changed
 * there and nobody has typed it here since. Ask outside transactions: either takes its time.
 */
@Singleton
public class PasswordJudge {

    private static final Logger LOG = Logger.getLogger(PasswordJudge.class);
    private static final int RETRY_AFTER = 30;

    private final PasswordDesk desk;
    private final SyncService service;
    private final Directories directories;

    PasswordJudge(PasswordDesk desk, SyncService service, Directories directories) {
        this.desk = desk;
        this.service = service;
        this.directories = directories;
    }

    /**
     * Compares. What the directory takes is kept here as of now.
     *
     * @throws Problem UNAVAILABLE if the directory has to say and does not, or too many others are compared
     */
    public Comparison compare(KeptPasswords kept, TypedPassword typed) {
        return kept.isElsewhere()
                ? desk.comparedElsewhere(kept, typed, isTheirs(kept, typed))
                : desk.compare(kept, typed);
    }

    /** Whoever left the organisation whose directory knows the password has it reset. */
    private boolean isTheirs(KeptPasswords kept, TypedPassword typed) {
        return service.whereabouts(kept.account())
                .flatMap(owner ->
                        directories.of(owner.organisation()).map(directory -> accepts(directory, owner, typed)))
                .orElse(false);
    }

    private static boolean accepts(Directory directory, Whereabouts owner, TypedPassword typed) {
        try {
            return directory.accepts(owner.address(), typed.text());
        } catch (DirectoryUnreachable away) {
            LOG.warnf("The directory of %s could not judge a password: %s", owner.organisation(), away.getMessage());
            throw new Problem(UNAVAILABLE).with("retryAfter", RETRY_AFTER);
        }
    }
}
