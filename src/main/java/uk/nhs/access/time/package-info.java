/**
 * The only reader of the clock: the database's, so that replicas whose own clocks disagree decide alike; how what has
 * fallen due is carried out; and how what a replica does beside its requests ends.
 *
 * <p>Whoever decides an expiry, a hold or a limit takes the time from here once and passes it down.
 */
@NullMarked
package uk.nhs.access.time;

import org.jspecify.annotations.NullMarked;
