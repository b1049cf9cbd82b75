package uk.nhs.access.provisioning;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.problem.Problem;

/** What became of a line. */
sealed interface BulkResult {

    /** The line's number. */
    long line();

    /** What was done. */
    enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED,
        REFUSED
    }

    /**
     * A line that was carried out.
     *
     * @param numberKept true where the account has another UK number than the line says, and keeps it
     */
    record Done(
            long line,
            Outcome outcome,
            UUID account,
            @Nullable Boolean numberKept) implements BulkResult {}

    /** A line of which nothing was done. */
    record Refused(long line, Problem problem) implements BulkResult {}
}
