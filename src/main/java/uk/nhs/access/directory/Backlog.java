package uk.nhs.access.directory;

/**
 * What has piled up for one directory.
 *
 * @param waiting changes still to be carried there
 * @param oldestAge for how long the oldest of them could have been there, in seconds; 0 where there is none
 */
record Backlog(double waiting, double oldestAge) {

    static final Backlog NONE = new Backlog(0, 0);

    /** What is known while the database does not answer. */
    static final Backlog UNKNOWN = new Backlog(Double.NaN, Double.NaN);
}
