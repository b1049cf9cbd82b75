package uk.nhs.access.channel;

import jakarta.inject.Singleton;
import java.math.BigDecimal;

/** How much the whole service may send by each channel. */
@Singleton
public class Pace {

    private final ChannelSettings settings;

    Pace(ChannelSettings settings) {
        this.settings = settings;
    }

    /** How many may leave at once, if nothing left before: a tenth of what may leave in any minute. */
    public int atOnce(Channel channel) {
        return Math.max(1, inAMinute(channel) / 10);
    }

    /** How many leave in a minute after those: together they are no more than any minute may see. */
    public int afterwards(Channel channel) {
        return Math.max(1, inAMinute(channel) - atOnce(channel));
    }

    private int inAMinute(Channel channel) {
        return share(channel == Channel.TEXT ? settings.textsInAMinute() : settings.emailsInAMinute());
    }

    public int inADay(Channel channel) {
        return share(channel == Channel.TEXT ? settings.textsInADay() : settings.emailsInADay());
    }

    private int share(int limit) {
        return Math.max(1, settings.share().multiply(BigDecimal.valueOf(limit)).intValue());
    }
}
