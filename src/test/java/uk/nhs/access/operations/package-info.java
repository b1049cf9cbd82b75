/** Holds what is under {@code docker} to the service: what it watches, sets and asks for is there. */
@NullMarked
package uk.nhs.access.operations;

import org.jspecify.annotations.NullMarked;
