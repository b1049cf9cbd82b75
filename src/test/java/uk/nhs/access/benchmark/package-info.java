/**
 * How fast the packaged service is, next to what the same PostgreSQL does with the same rows and no service at all.
 *
 * <p>Everything runs on one machine: the load, the service as a process of its own, PostgreSQL with the durability that it
 * comes with, and gateways that accept at once. An answer with another status than expected ends the run: nothing is fast
 * by failing.
 */
@NullMarked
package uk.nhs.access.benchmark;

import org.jspecify.annotations.NullMarked;
