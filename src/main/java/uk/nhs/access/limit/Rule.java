package uk.nhs.access.limit;

import java.time.Duration;

/**
 * At most {@code most} sendings for one subject within any stretch of time as long as {@code window}.
 *
 * @param name what clients know it by
 * @param shared whether it counts what others asked for as well, who must not be told of
 */
record Rule(String name, String subject, Duration window, int most, boolean shared) {}
