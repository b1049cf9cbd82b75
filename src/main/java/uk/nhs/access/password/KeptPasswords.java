package uk.nhs.access.password;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was kept of an account's passwords when it was read.
 *
 * @param hash the present one, or null if the account has none, or one whose text only somebody else knows
 * @param since when the present one took the place of another, or null if the account has none
 * @param past the last ones that the owner chose, the present one among them
 */
public record KeptPasswords(
        UUID account, @Nullable String hash, @Nullable Instant since, List<String> past) {

    public boolean isNone() {
        return since == null;
    }

    /** Whether somebody else has to say what the present one is. */
    public boolean isElsewhere() {
        return hash == null && since != null;
    }

    @Override
    public String toString() {
        return "KeptPasswords[hidden]";
    }
}
