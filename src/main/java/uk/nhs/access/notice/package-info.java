/**
 * What the service tells people, and how it reaches them: at least once, and never before the facts are committed.
 *
 * <p>A notice is queued in the transaction that makes it true, sealed until it is sent, and wiped then. Each has one
 * reference that stays the same at every try. A code that has expired is not sent late; a security notice is tried for
 * days, and giving it up raises an alarm. What becomes of a text after the gateway took it over is shown, and decides
 * nothing.
 */
@NullMarked
package uk.nhs.access.notice;

import org.jspecify.annotations.NullMarked;
