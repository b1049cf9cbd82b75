package uk.nhs.access.idempotency;

/**
 * The answer that a key has had.
 *
 * @param body stands for the body that it answered
 */
record KeptAnswer(String body, Answer answer) {}
