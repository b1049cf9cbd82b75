package uk.nhs.access.time;

/** What a replica does beside its requests, and ends with it. */
public interface Background {

    /** Begins nothing more. */
    void close();

    /** Waits until what is in hand is done, however long that takes: {@link Ending} says for how long. */
    void awaitEnd() throws InterruptedException;
}
