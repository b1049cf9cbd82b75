/**
 * What tests stand on: a real PostgreSQL, a clock that can be moved, tokens with any claims, and people with accounts.
 *
 * <p>All of it works over plain JDBC and files, so that the packaged service in a process of its own can be tested with
 * it as well.
 */
@NullMarked
package uk.nhs.access.support;

import org.jspecify.annotations.NullMarked;
