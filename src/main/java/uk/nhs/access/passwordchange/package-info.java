/**
 * People who change their password, and are reminded to before it expires.
 *
 * <p>Whoever changes it gives the current one: guesses at it are counted apart from those at sign-in, and lock nothing but
 * this way to guess.
 */
@NullMarked
package uk.nhs.access.passwordchange;

import org.jspecify.annotations.NullMarked;
