package uk.nhs.access.notice;

/**
 * What has piled up in the outbox for one channel.
 *
 * @param waiting messages still to be sent
 * @param oldestAge since when the oldest of them waits, in seconds; 0 where there is none
 * @param dead messages that were given up and are still kept
 */
record Backlog(double waiting, double oldestAge, double dead) {

    /** What is known while the database does not answer. */
    static final Backlog UNKNOWN = new Backlog(Double.NaN, Double.NaN, Double.NaN);

    static Backlog from(Object[] counted) {
        return new Backlog(number(counted[0]), number(counted[1]), number(counted[2]));
    }

    private static double number(Object counted) {
        return ((Number) counted).doubleValue();
    }
}
