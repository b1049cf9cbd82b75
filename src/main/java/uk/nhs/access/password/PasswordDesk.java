package uk.nhs.access.password;

import static uk.nhs.access.problem.Cid.PASSWORD_REFUSED;

import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.crypto.SlowHashes;
import uk.nhs.access.crypto.TemporaryPassword;
import uk.nhs.access.problem.Problem;

/**
 * The slow part of the work on passwords. Call it outside transactions: it takes tens of milliseconds for each hash, and
 * may wait for its turn.
 */
@Singleton
public class PasswordDesk {

    private static final String USE = "password";

    private final SlowHashes hashes;

    PasswordDesk(SlowHashes hashes) {
        this.hashes = hashes;
    }

    /** Compares, at the same cost whether or not there is anything to compare with. */
    public Comparison compare(KeptPasswords kept, TypedPassword typed) {
        String hash = kept.hash();
        if (hash == null) {
            pretend(typed);
            return new Comparison(kept, false, null);
        }
        boolean matches = matches(hash, typed);
        return new Comparison(kept, matches, matches ? renewed(hash, typed) : null);
    }

    /** What somebody else compared, at the cost of a comparison: what is right is hashed, and can be compared here next time. */
    public Comparison comparedElsewhere(KeptPasswords kept, TypedPassword typed, boolean matches) {
        if (!matches) {
            pretend(typed);
            return new Comparison(kept, false, null);
        }
        return new Comparison(kept, true, hashes.hash(USE, typed.text()));
    }

    /** Costs what a comparison costs, for an account that does not exist. */
    public void pretend(TypedPassword typed) {
        hashes.pretend(USE, typed.text());
    }

    /**
     * Makes ready what {@link PasswordPolicy} let pass.
     *
     * @throws Problem PASSWORD_REFUSED if it is one of the last passwords
     */
    public NewPassword accept(KeptPasswords kept, TypedPassword chosen) {
        if (isOneOf(kept, chosen)) {
            throw new Problem(PASSWORD_REFUSED).with("reasons", List.of(PasswordReason.USED_BEFORE));
        }
        return new NewPassword(hashes.hash(USE, chosen.text()));
    }

    /** A fresh temporary password. */
    public NewTemporaryPassword temporary() {
        TemporaryPassword password = TemporaryPassword.random();
        return new NewTemporaryPassword(password, hashes.hash(USE, password.value()));
    }

    private boolean matches(String hash, TypedPassword typed) {
        return hashes.matches(hash, USE, typed.text());
    }

    /** A temporary password is none of the past ones, and may not be chosen either. */
    private boolean isOneOf(KeptPasswords kept, TypedPassword chosen) {
        String present = kept.hash();
        return present != null && !kept.past().contains(present) && matches(present, chosen)
                || kept.past().stream().anyMatch(hash -> matches(hash, chosen));
    }

    private @Nullable String renewed(String hash, TypedPassword typed) {
        return hashes.isDated(hash) ? hashes.hash(USE, typed.text()) : null;
    }
}
