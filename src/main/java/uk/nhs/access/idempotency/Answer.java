package uk.nhs.access.idempotency;

/**
 * An answer as it goes over the wire. It holds no secret, as no answer does: numbers are masked in all of them.
 *
 * @param headers as JSON, with a list of values for each name
 * @param body as JSON
 */
record Answer(int status, String headers, String body) {}
