package uk.nhs.access.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.Cases;
import uk.nhs.access.support.Chance;

/** What must be true of whatever GOV.UK Notify answers. */
class GeneratedRepliesTest {

    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void whatever_the_body_is_it_is_understood_or_not_and_nothing_of_it_is_repeated_but_the_names_of_errors() {
        Cases.each(10_000, chance -> {
            int status = chance.of(200, 201, 400, 401, 403, 429, 500, 503);
            NotifyAnswer answer = new NotifyAnswer(status, Optional.of(chance.anything(30)), body(chance));

            assertThat(answer.toString()).matches(status + "( [A-Za-z]{1,40}(, [A-Za-z]{1,40})*)?");
            assertThat(answer.later().why()).endsWith(": " + answer);
            answer.created().ifPresent(message -> assertThat(message.id()).isNotBlank());
            answer.found();
        });
    }

    @Test
    void once_the_day_is_used_up_the_wait_is_until_the_servers_midnight_in_whatever_zone_it_says_its_time() {
        Cases.each(3_000, chance -> {
            ZonedDateTime now =
                    ZonedDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC).plusSeconds(chance.between(0, 31_000_000));
            String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                    now.withZoneSameInstant(ZoneOffset.ofHours(chance.of(0, 0, 1, -5))));

            Duration pause = limited(date).later().pause();

            assertThat(pause).isPositive().isLessThanOrEqualTo(DAY);
            assertThat(now.plus(pause).toLocalTime()).isEqualTo(LocalTime.MIDNIGHT);
        });
    }

    @Test
    void a_date_that_cannot_be_read_means_an_hour() {
        Cases.each(5_000, chance -> {
            Duration pause = limited(chance.twisted("Sun, 22 Nov 2026 10:00:00 GMT"))
                    .later()
                    .pause();

            assertThat(pause).isPositive().isLessThanOrEqualTo(DAY);
        });
        assertThat(limited("soon").later().pause()).isEqualTo(Duration.ofHours(1));
        assertThat(new NotifyAnswer(429, Optional.empty(), "{\"errors\":[{\"error\":\"TooManyRequestsError\"}]}")
                        .later()
                        .pause())
                .isEqualTo(Duration.ofHours(1));
    }

    @Test
    void what_is_understood_is_what_was_said() {
        NotifyAnswer created = new NotifyAnswer(201, Optional.empty(), "{\"id\":\"740e5834\"}");
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.created().map(NotifyAnswer.Message::id)).contains("740e5834");
        assertThat(new NotifyAnswer(201, Optional.empty(), "{\"id\":\" \"}").created())
                .isEmpty();
        assertThat(new NotifyAnswer(201, Optional.empty(), "{}").created()).isEmpty();

        NotifyAnswer found = new NotifyAnswer(200, Optional.empty(), "{\"notifications\":[{\"id\":\"1\"}]}");
        assertThat(found.found().orElseThrow()).containsExactly(new NotifyAnswer.Message("1", null));
        assertThat(found).hasToString("200");
        assertThat(new NotifyAnswer(429, Optional.empty(), "{\"errors\":[{\"error\":\"RateLimitError\"}]}")
                        .later()
                        .pause())
                .hasSeconds(2);
    }

    private static NotifyAnswer limited(String date) {
        return new NotifyAnswer(429, Optional.of(date), "{\"errors\":[{\"error\":\"TooManyRequestsError\"}]}");
    }

    private static String body(Chance chance) {
        String good = chance.of(
                "{\"id\":\"740e5834\",\"status\":\"created\",\"content\":{\"body\":\"012345\"}}",
                "{\"notifications\":[{\"id\":\"740e5834\",\"status\":\"sending\"},null]}",
                "{\"errors\":[{\"error\":\"BadRequestError\",\"message\":\"07700900123\"},null,{}]}",
                "{\"errors\":null,\"notifications\":null,\"id\":null}");
        return chance.oneIn(4) ? chance.anything(40) : chance.oneIn(2) ? chance.twisted(good) : good;
    }
}
