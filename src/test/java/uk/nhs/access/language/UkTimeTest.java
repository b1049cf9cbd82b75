package uk.nhs.access.language;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.language.Language.ENGLISH;
import static uk.nhs.access.language.Language.WELSH;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UkTimeTest {

    @Test
    void winter_time_is_utc() {
        assertThat(UkTime.time(Instant.parse("2026-01-15T14:05:00Z"))).isEqualTo("14:05");
    }

    @Test
    void summer_time_is_an_hour_ahead_of_utc() {
        assertThat(UkTime.time(Instant.parse("2026-07-15T14:05:00Z"))).isEqualTo("15:05");
    }

    @Test
    void the_clocks_go_forward_at_one_on_the_last_sunday_in_march() {
        assertThat(UkTime.time(Instant.parse("2026-03-29T00:59:59Z"))).isEqualTo("00:59");
        assertThat(UkTime.time(Instant.parse("2026-03-29T01:00:00Z"))).isEqualTo("02:00");
    }

    @Test
    void the_clocks_go_back_at_two_on_the_last_sunday_in_october() {
        assertThat(UkTime.time(Instant.parse("2026-10-25T00:59:59Z"))).isEqualTo("01:59");
        assertThat(UkTime.time(Instant.parse("2026-10-25T01:00:00Z"))).isEqualTo("01:00");
    }

    @Test
    void the_date_is_the_one_in_the_uk() {
        Instant lateInTheEvening = Instant.parse("2026-07-14T23:30:00Z");
        assertThat(UkTime.dateTime(lateInTheEvening, ENGLISH)).isEqualTo("00:30 on Wednesday 15 July 2026");
        assertThat(UkTime.dateTime(lateInTheEvening, WELSH)).isEqualTo("00:30 ddydd Mercher 15 Gorffennaf 2026");
    }

    @ParameterizedTest
    @CsvSource({
        "16, ddydd Llun",
        "17, ddydd Mawrth",
        "18, ddydd Mercher",
        "19, ddydd Iau",
        "20, ddydd Gwener",
        "21, ddydd Sadwrn",
        "22, ddydd Sul"
    })
    void a_welsh_date_says_on_which_day_of_the_week_it_is(int day, String onTheDay) {
        Instant instant = Instant.parse("2026-11-" + day + "T14:05:00Z");
        assertThat(UkTime.dateTime(instant, WELSH)).isEqualTo("14:05 " + onTheDay + " " + day + " Tachwedd 2026");
    }

    @ParameterizedTest
    @CsvSource({
        "PT24H, 24 hours, 24 awr",
        "PT1H, 1 hour, 1 awr",
        "PT90M, 90 minutes, 90 munud",
        "PT1M, 1 minute, 1 munud",
        "PT90S, 90 seconds, 90 eiliad",
        "PT1S, 1 second, 1 eiliad",
        "P2D, 48 hours, 48 awr"
    })
    void a_length_is_said_in_the_largest_unit_that_gives_a_whole_number(Duration length, String english, String welsh) {
        assertThat(UkTime.length(length, ENGLISH)).isEqualTo(english);
        assertThat(UkTime.length(length, WELSH)).isEqualTo(welsh);
    }
}
