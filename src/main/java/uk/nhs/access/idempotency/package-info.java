/**
 * Requests that may be sent again: the same key and body have one effect and one answer, on any number of replicas.
 *
 * <p>Effect and answer commit together, in one transaction around the use case. So there is nothing to recover: after a
 * crash, either both are there or neither.
 */
@NullMarked
package uk.nhs.access.idempotency;

import org.jspecify.annotations.NullMarked;
