package uk.nhs.access.directory;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.account.OdsCode;
import uk.nhs.access.language.Language;

/**
 * For whom something is carried where, and since when.
 *
 * @param language the one that its owner is told in, should it fail
 * @param holdsFrom when the account has had the time for its first sync, where it is new to the organisation
 */
record Ordered(
        UUID account,
        OdsCode organisation,
        Language language,
        Instant at,
        @Nullable Instant holdsFrom) {}
