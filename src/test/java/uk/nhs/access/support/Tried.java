package uk.nhs.access.support;

import java.util.Optional;
import uk.nhs.access.problem.Cid;
import uk.nhs.access.problem.Problem;

/** What came of a step that may be refused. */
public final class Tried {

    private Tried() {}

    /** Why the step was refused, if it was. Whatever else is thrown is a bug, and goes on. */
    public static Optional<Cid> refusal(Runnable step) {
        try {
            step.run();
            return Optional.empty();
        } catch (Problem refused) {
            return Optional.of(refused.cid());
        }
    }

    /** Whether the step was done; a refusal, and what no caller may try, are not. */
    public static boolean isDone(Runnable step) {
        try {
            return refusal(step).isEmpty();
        } catch (IllegalStateException bug) {
            return false;
        }
    }
}
