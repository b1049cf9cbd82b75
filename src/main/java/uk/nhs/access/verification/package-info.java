/**
 * Codes that other services have sent to somebody, and have checked: at sign-in, or to confirm something.
 *
 * <p>A code belongs to the service that asked for it, and is good only where it went: once the account has another
 * number or address, it is dead.
 */
@NullMarked
package uk.nhs.access.verification;

import org.jspecify.annotations.NullMarked;
