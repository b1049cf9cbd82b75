package uk.nhs.access.problem;

import java.util.UUID;

/** Ids as callers write them. */
public final class Ids {

    private Ids() {}

    /**
     * The id that somebody wrote. One that we never gave is not known, whatever its shape.
     *
     * @throws Problem {@code unknown} if it cannot be one of ours
     */
    public static UUID known(String written, Cid unknown) {
        try {
            return UUID.fromString(written);
        } catch (IllegalArgumentException malformed) {
            throw new Problem(unknown);
        }
    }
}
