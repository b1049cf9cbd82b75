package uk.nhs.access.language;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Times as people in the UK say them. */
public final class UkTime {

    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    private UkTime() {}

    /** As in «14:05». */
    public static String time(Instant instant) {
        return DateTimeFormatter.ofPattern("HH:mm").withZone(ZONE).format(instant);
    }

    /** As in «14:05 on Sunday 22 November 2026», in the language's own words. */
    public static String dateTime(Instant instant, Language language) {
        boolean welsh = language == Language.WELSH;
        String said = DateTimeFormatter.ofPattern(
                        welsh ? "HH:mm EEEE d MMMM yyyy" : "HH:mm 'on' EEEE d MMMM yyyy", language.locale())
                .withZone(ZONE)
                .format(instant);
        // The Welsh names are «Dydd Sul», and «on Sunday» is «ddydd Sul».
        return welsh ? said.replace("Dydd", "ddydd") : said;
    }

    /** As in «24 hours» or «1 minute», in the largest unit that gives a whole number. */
    public static String length(Duration length, Language language) {
        boolean welsh = language == Language.WELSH;
        if (length.toSecondsPart() != 0) {
            return length.toSeconds() + (welsh ? " eiliad" : plural(length.toSeconds(), " second"));
        }
        if (length.toMinutesPart() != 0) {
            return length.toMinutes() + (welsh ? " munud" : plural(length.toMinutes(), " minute"));
        }
        return length.toHours() + (welsh ? " awr" : plural(length.toHours(), " hour"));
    }

    private static String plural(long count, String unit) {
        return count == 1 ? unit : unit + "s";
    }
}
