package uk.nhs.access.limit;

import java.time.Duration;

/**
 * At most {@code most} sendings for one subject within any stretch of time as long as {@code window}.
 *
 * @param name what clients know it by
 */
record Rule(String name, String subject, Duration window, int most) {}
