/**
 * How the service starts and ends: what it must be told before anything of it runs, and in which order it goes down.
 *
 * <p>A start that lacks something, or that would open a door of development to the public, ends with a sentence for each
 * fault and nothing else.
 */
@NullMarked
package uk.nhs.access.start;

import org.jspecify.annotations.NullMarked;
