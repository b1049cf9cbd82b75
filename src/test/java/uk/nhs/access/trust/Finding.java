package uk.nhs.access.trust;

import java.util.List;

/**
 * What came of one invariant.
 *
 * @param counted how much it was held against; what was held against nothing proves nothing
 * @param breaches each in a line
 */
record Finding(String name, String sentence, long counted, List<String> breaches) {

    static Finding of(String name, String sentence, long counted, List<String> breaches) {
        return new Finding(name, sentence, counted, List.copyOf(breaches));
    }

    boolean isBroken() {
        return !breaches.isEmpty();
    }

    boolean provesNothing() {
        return counted == 0;
    }

    String verdict() {
        return isBroken() ? "BROKEN" : provesNothing() ? "checked nothing" : "held";
    }
}
