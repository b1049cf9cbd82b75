/**
 * What people are shown of their own account.
 *
 * <p>Numbers and addresses leave it masked. Nothing is changed here.
 */
@NullMarked
package uk.nhs.access.profile;

import org.jspecify.annotations.NullMarked;
