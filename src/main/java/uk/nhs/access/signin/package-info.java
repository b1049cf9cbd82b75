/**
 * Passwords that people type when they sign in, judged for the services where they do.
 *
 * <p>Ten wrong ones in a row lock the account. A guess is counted before it is looked at, in a transaction of its own, and
 * compared outside of any: however many come at once, on however many replicas, no more than ten are compared. Nothing
 * tells a guesser whether there is an account, nor, once it is locked, whether a password would have been right.
 */
@NullMarked
package uk.nhs.access.signin;

import org.jspecify.annotations.NullMarked;
