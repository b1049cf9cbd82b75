/** What fails around and within services of this kind, what has to hold meanwhile, and where it is made to fail. */
@NullMarked
package uk.nhs.access.failure;

import org.jspecify.annotations.NullMarked;
