/**
 * Changing the mobile number that receives security codes: a code to the new number, then a hold during which the owner
 * can stop it by the link that we e-mailed.
 *
 * <p>At most one change per account waits. The hold starts when the mail system accepted the link, never before. Cancel
 * and apply exclude each other: before the end of the hold a change can only be cancelled, from then on only applied.
 */
@NullMarked
package uk.nhs.access.phonechange;

import org.jspecify.annotations.NullMarked;
