/**
 * What ties together everything that is done for one request, in other services and later on too: the W3C trace context.
 *
 * <p>It names nobody: ids are random, and what callers send in their place is taken only if it looks like one.
 */
@NullMarked
package uk.nhs.access.trace;

import org.jspecify.annotations.NullMarked;
