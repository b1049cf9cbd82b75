/**
 * What makes the service usable on a desk, with nothing else installed: a database, demo accounts, tokens, an inbox.
 *
 * <p>Never in production: nothing here answers unless {@code development.enabled} is set, and production does not start
 * with it set.
 */
@NullMarked
package uk.nhs.access.development;

import org.jspecify.annotations.NullMarked;
