package uk.nhs.access.limit;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import uk.nhs.access.time.WholeSeconds;

/** Counts tries at something, so that no stretch of time sees more of them than its number. */
@ApplicationScoped
public class TryLimits {

    private final Windows windows;

    TryLimits(Windows windows) {
        this.windows = windows;
    }

    /** Takes one try of {@code subject}, if fewer than {@code most} were taken within {@code window}. */
    public Try take(String subject, Duration window, int most) {
        return windows.take(List.of(new Rule("tries", subject, window, most, false)))
                .map(wait -> new Try(false, 0, WholeSeconds.of(wait)))
                .orElseGet(() -> new Try(true, most - windows.taken(subject, window), 0));
    }

    /** How many more tries of {@code subject} there are. */
    public int left(String subject, Duration window, int most) {
        return Math.max(0, most - windows.taken(subject, window));
    }

    /** Gives {@code subject} its latest try back: nothing came of it. */
    public void giveBack(String subject) {
        windows.giveBack(subject);
    }

    /** Lets {@code subject} start afresh: whoever succeeded has guessed nothing. */
    public void forget(String subject) {
        windows.forget(subject);
    }

    /**
     * A try, or none.
     *
     * @param left how many more there are after it
     * @param retryAfter seconds until there is another, where there was none
     */
    public record Try(boolean allowed, int left, long retryAfter) {}
}
