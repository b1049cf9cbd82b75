/**
 * Accounts, and the addresses and numbers they are reached at.
 *
 * <p>Whoever changes anything that belongs to an account locks the account's row first: it is the one lock that all use
 * cases of the same person meet at.
 */
@NullMarked
package uk.nhs.access.account;

import org.jspecify.annotations.NullMarked;
