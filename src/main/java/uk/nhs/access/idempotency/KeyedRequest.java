package uk.nhs.access.idempotency;

/**
 * A request that came with a key, under names that tell nothing of it.
 *
 * @param id stands for the caller, the operation and the key
 * @param body stands for what is asked
 */
record KeyedRequest(String id, String body) {}
