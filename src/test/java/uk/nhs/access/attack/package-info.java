/** What is done to services of this kind, and the tests that show what becomes of it here. */
@NullMarked
package uk.nhs.access.attack;

import org.jspecify.annotations.NullMarked;
