package uk.nhs.access.directory;

import com.unboundid.util.StaticUtils;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Instants as directories write them, in the whole microseconds that the database keeps. */
final class DirectoryTime {

    private static final Instant FIRST_TICK = Instant.parse("1601-01-01T00:00:00Z");
    private static final long TICKS_A_SECOND = 10_000_000;
    private static final int NANOS_A_TICK = 100;

    private static final String FOR_EVER = "0000";

    private DirectoryTime() {}

    /** Ticks of 100 ns since 1601 (MS-ADTS, LargeInteger); none means never. */
    static Optional<Instant> ofTicks(@Nullable Long ticks) {
        return Optional.ofNullable(ticks)
                .filter(some -> some > 0)
                .map(some -> FIRST_TICK
                        .plus(Duration.ofSeconds(some / TICKS_A_SECOND, some % TICKS_A_SECOND * NANOS_A_TICK))
                        .truncatedTo(ChronoUnit.MICROS));
    }

    /** Generalized time (RFC 4517, section 3.3.13). What has been for ever, as some locks have, began in 1970. */
    static Optional<Instant> ofText(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    text.startsWith(FOR_EVER)
                            ? Instant.EPOCH
                            : StaticUtils.decodeGeneralizedTime(text).toInstant());
        } catch (ParseException unreadable) {
            return Optional.empty();
        }
    }
}
