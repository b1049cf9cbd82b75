package uk.nhs.access.limit;

import java.time.Duration;
import uk.nhs.access.time.WholeSeconds;

/**
 * What a rule leaves.
 *
 * @param reset how long until it leaves one more
 */
record Quota(Rule rule, int remaining, Duration reset) {

    /** As an item of {@code RateLimit-Policy}. */
    String policy() {
        return "\"%s\";q=%d;w=%d"
                .formatted(rule.name(), rule.most(), rule.window().toSeconds());
    }

    /** As an item of {@code RateLimit}. */
    String rest() {
        return "\"%s\";r=%d;t=%d".formatted(rule.name(), remaining, WholeSeconds.of(reset));
    }
}
