/**
 * What other services are told of accounts: Security Event Tokens (RFC 8417), signed, and pushed over HTTP (RFC 8935).
 *
 * <p>Events are made of what is recorded in the history, in the same transaction and in one place: what is not recorded is
 * not announced, and nobody has to think of it.
 */
@NullMarked
package uk.nhs.access.event;

import org.jspecify.annotations.NullMarked;
