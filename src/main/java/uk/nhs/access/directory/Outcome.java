package uk.nhs.access.directory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of a change that was carried to a directory. */
sealed interface Outcome {

    /** @param passwordSetAt when the directory says that the password was set, by its own clock; null for an unlock */
    record Done(@Nullable Instant passwordSetAt) implements Outcome {}

    /** Nobody there has this address, or not yet. */
    record Absent() implements Outcome {}

    /** The directory will not do it, however often it is asked. */
    record Refused(Refusal reason) implements Outcome {}

    /**
     * Nothing is known: it may be done or not, and can be tried again.
     *
     * @param cause safe to log
     */
    record Unreachable(String cause) implements Outcome {}
}
