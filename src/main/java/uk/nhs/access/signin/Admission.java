package uk.nhs.access.signin;

import static uk.nhs.access.problem.Cid.UNAVAILABLE;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.password.KeptPasswords;
import uk.nhs.access.problem.Problem;

/** What is to be done with a typed password before anybody has looked at it. */
sealed interface Admission {

    /** No comparison lasts that long. Whoever is still at it has died on the way. */
    Duration COMPARED_BY_THEN = Duration.ofMinutes(1);

    int ALMOST_COMPARED = 1;

    /** The answer while the last tries are still being compared, whether or not there is an account. */
    static Problem stillCompared() {
        return new Problem(UNAVAILABLE).with("retryAfter", ALMOST_COMPARED);
    }

    /** It is not compared with anything: the answer is the same whatever it is. */
    record Refused(Outcome outcome) implements Admission {}

    /**
     * It has been counted, and is to be compared.
     *
     * @param last whether it locks the account if it is wrong
     * @param nobody what counts the guesses at an account that does not exist, or null where it does
     */
    record Guess(KeptPasswords kept, boolean last, @Nullable String nobody) implements Admission {}
}
