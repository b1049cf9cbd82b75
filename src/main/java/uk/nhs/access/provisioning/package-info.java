/**
 * What services do with accounts: open, find, read, change and disable them, one by one and by the stream.
 *
 * <p>What is given to an account is reserved before any row is locked. Nothing is said to the owner of a new account; of
 * what changes, the owner is told wherever the account was reached before.
 */
@NullMarked
package uk.nhs.access.provisioning;

import org.jspecify.annotations.NullMarked;
