package uk.nhs.access.event;

/**
 * What is sent again.
 *
 * @param queued how many events that had been given up wait again
 */
record Redelivery(int queued) {}
