package uk.nhs.access.trust;

import java.util.List;

/**
 * What came of one invariant.
 *
 * @param counted how much it was held against; what was held against nothing proves nothing
 * @param breaches each in a line
 * @param skipped why it was not looked at, or empty
 */
record Finding(String name, String sentence, long counted, List<String> breaches, String skipped) {

    static Finding of(String name, String sentence, long counted, List<String> breaches) {
        return new Finding(name, sentence, counted, List.copyOf(breaches), "");
    }

    static Finding skipped(String name, String sentence, String why) {
        return new Finding(name, sentence, 0, List.of(), why);
    }

    boolean isBroken() {
        return !breaches.isEmpty();
    }

    boolean provesNothing() {
        return counted == 0 && skipped.isEmpty();
    }

    String verdict() {
        if (!skipped.isEmpty()) {
            return "skipped";
        }
        return isBroken() ? "BROKEN" : provesNothing() ? "checked nothing" : "held";
    }
}
