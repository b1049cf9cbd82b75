package uk.nhs.access.metric;

/**
 * What has piled up.
 *
 * @param waiting how much is still to be done
 * @param oldestAge for how long the oldest of it has waited, in seconds; 0 where there is none
 * @param dead how much was given up and is still kept; 0 where that is not measured
 */
public record Backlog(double waiting, double oldestAge, double dead) {

    /** @param counted by a query, in the order above; what follows is not looked at */
    public static Backlog from(Object[] counted) {
        return new Backlog(number(counted[0]), number(counted[1]), number(counted[2]));
    }

    private static double number(Object counted) {
        return ((Number) counted).doubleValue();
    }
}
