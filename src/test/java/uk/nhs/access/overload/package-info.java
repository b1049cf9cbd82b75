/** More requests than one replica can take: what becomes of them, of those that are let in, and of the replica. */
@NullMarked
package uk.nhs.access.overload;

import org.jspecify.annotations.NullMarked;
