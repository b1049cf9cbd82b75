package uk.nhs.access.metric;

/**
 * What has piled up.
 *
 * @param waiting how much is still to be done
 * @param oldestAge for how long the oldest of it has waited, in seconds; 0 where there is none
 * @param dead how much was given up and is still kept; 0 where that is not measured
 */
public record Backlog(double waiting, double oldestAge, double dead) {

    static final Backlog NONE = new Backlog(0, 0, 0);

    static final Backlog UNKNOWN = new Backlog(Double.NaN, Double.NaN, Double.NaN);

    /** @param counted by a query, in the order above; what follows is not looked at */
    public static Backlog from(Object[] counted) {
        return new Backlog(number(counted[0]), number(counted[1]), number(counted[2]));
    }

    private static double number(Object counted) {
        return ((Number) counted).doubleValue();
    }
}
