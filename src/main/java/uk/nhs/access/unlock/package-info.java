/**
 * Unlocking an account by oneself: the e-mail address and the end of the mobile number, then the security questions, then
 * the choice to keep the password or to reset it. Nobody is signed in.
 *
 * <p>Until all answers are right, nobody can tell by anything whether there is such an account: whoever is not recognised
 * goes the same way, with questions of nobody's, the same limits and the same work. Guessing locks this way in, never the
 * account.
 */
@NullMarked
package uk.nhs.access.unlock;

import org.jspecify.annotations.NullMarked;
