/**
 * Who is calling: from a token of a trusted issuer to a person or a service, and what they may do.
 *
 * <p>A token counts only after its signature, algorithm, issuer, audience and times were checked (RFC 8725).
 */
@NullMarked
package uk.nhs.access.caller;

import org.jspecify.annotations.NullMarked;
