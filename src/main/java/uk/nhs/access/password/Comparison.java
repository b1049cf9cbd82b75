package uk.nhs.access.password;

import org.jspecify.annotations.Nullable;

/**
 * What a typed password turned out to be against the hash that was kept. It means something only to {@link Passwords},
 * with the account's row locked.
 *
 * @param renewed a hash of the same password as it would be made today, where the one that was kept is dated, or none was
 */
public record Comparison(
        KeptPasswords kept, boolean matches, @Nullable String renewed) {

    @Override
    public String toString() {
        return "Comparison[hidden]";
    }
}
