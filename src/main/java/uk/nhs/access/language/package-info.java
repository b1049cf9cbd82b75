/** English and Welsh: which one somebody reads, and how times are said in it. */
@NullMarked
package uk.nhs.access.language;

import org.jspecify.annotations.NullMarked;
