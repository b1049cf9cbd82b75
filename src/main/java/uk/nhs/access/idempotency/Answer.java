package uk.nhs.access.idempotency;

/**
 * An answer as it goes over the wire.
 *
 * @param headers as JSON, with a list of values for each name
 * @param body as JSON
 */
record Answer(int status, String headers, String body) {}
