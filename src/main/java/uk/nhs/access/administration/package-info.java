/**
 * What Local Administrators do with the accounts of their own organisation, one at a time and always with a reason.
 *
 * <p>An account of another organisation does not exist here: the organisation is part of every query. Whoever holds the
 * account is told of all that was changed, and the history says by whom and why.
 */
@NullMarked
package uk.nhs.access.administration;

import org.jspecify.annotations.NullMarked;
