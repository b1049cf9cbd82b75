package uk.nhs.access.notice;

import java.time.Instant;
import java.util.Optional;

/** A notice that is of no use once what it brings, or tells of, has expired. */
non-sealed interface Expiring extends Notice {

    Instant expiresAt();

    @Override
    default Optional<Instant> notAfter() {
        return Optional.of(expiresAt());
    }
}
