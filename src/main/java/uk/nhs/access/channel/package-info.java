/**
 * The ways to reach people: whether each is open, and how much may leave by it.
 *
 * <p>Both stand in the database, so that all replicas together keep to them.
 */
@NullMarked
package uk.nhs.access.channel;

import org.jspecify.annotations.NullMarked;
