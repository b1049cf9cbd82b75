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

    public int inAMinute(Channel channel) {
        return share(channel == Channel.TEXT ? settings.textsInAMinute() : settings.emailsInAMinute());
    }

    /** How many may leave at once, if nothing left before: a third of a minute's, as at GOV.UK Notify. */
    public int atOnce(Channel channel) {
        return Math.max(1, inAMinute(channel) / 3);
    }

    public int inADay(Channel channel) {
        return share(channel == Channel.TEXT ? settings.textsInADay() : settings.emailsInADay());
    }

    private int share(int limit) {
        return Math.max(1, settings.share().multiply(BigDecimal.valueOf(limit)).intValue());
    }
}
