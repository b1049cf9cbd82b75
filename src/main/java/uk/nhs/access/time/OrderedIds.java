package uk.nhs.access.time;

import java.time.Instant;
import java.util.UUID;

/**
 * Ids that sort by when they were made (RFC 9562, version 7), so that rows which are written together lie together in
 * their indexes, however many older ones there are. They tell that time, to the millisecond, and are no secrets.
 */
public final class OrderedIds {

    private static final int TIME_STARTS_AT_BIT = 16;
    private static final long VERSION = 0x7000;
    private static final long RANDOM = 0x0FFF;

    private OrderedIds() {}

    public static UUID at(Instant now) {
        UUID random = UUID.randomUUID();
        long time = now.toEpochMilli() << TIME_STARTS_AT_BIT;
        return new UUID(time | VERSION | random.getMostSignificantBits() & RANDOM, random.getLeastSignificantBits());
    }
}
