/**
 * The service under faults: replicas that die, a database that restarts, gateways that lie, and a history of every call,
 * from which it is judged whether all that was promised was kept.
 *
 * <p>The way of working is that of Jepsen: clients write down what they asked and what they heard, and what they did not hear
 * counts as unknown; then all is healed, the unknown is asked again, and the history is held against the database and
 * against what the gateways received.
 */
@NullMarked
package uk.nhs.access.trust;

import org.jspecify.annotations.NullMarked;
