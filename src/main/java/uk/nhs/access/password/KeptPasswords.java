package uk.nhs.access.password;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was kept of an account's passwords when it was read.
 *
 * @param hash the present one, or null if the account has none here
 * @param past the last ones that the owner chose, the present one among them
 */
public record KeptPasswords(UUID account, @Nullable String hash, List<String> past) {

    public boolean isNone() {
        return hash == null;
    }

    @Override
    public String toString() {
        return "KeptPasswords[hidden]";
    }
}
