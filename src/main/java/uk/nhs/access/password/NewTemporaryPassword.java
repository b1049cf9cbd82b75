package uk.nhs.access.password;

import uk.nhs.access.crypto.TemporaryPassword;

/** A temporary password that nobody was given yet, and its hash. */
public record NewTemporaryPassword(TemporaryPassword password, String hash) {

    @Override
    public String toString() {
        return "NewTemporaryPassword[hidden]";
    }
}
