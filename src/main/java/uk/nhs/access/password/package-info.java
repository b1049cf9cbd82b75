/**
 * The password of an account: what is kept of it, what makes a new one good enough, and how one is compared.
 *
 * <p>A password is kept as a slow hash alone, which is computed outside transactions: read {@link
 * uk.nhs.access.password.KeptPasswords} in one, compare or accept without one ({@link
 * uk.nhs.access.password.PasswordDesk}), and write down what came of it in the next, with the account's row locked
 * ({@link uk.nhs.access.password.Passwords}). Whoever was faster meanwhile is noticed there.
 */
@NullMarked
package uk.nhs.access.password;

import org.jspecify.annotations.NullMarked;
