package uk.nhs.access.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How many events there are, and when the oldest was queued if there is one. */
record Standing(long count, @Nullable Instant oldest) {}
