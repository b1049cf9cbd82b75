package uk.nhs.access.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotifyAnswerTest {

    @ParameterizedTest
    @CsvSource({
        "740e5834, sending, true",
        "740e5834, permanent-failure, true",
        "740e5834, , true",
        "740e5834, technical-failure, false",
        ", sending, false"
    })
    void a_message_that_was_found_counts_as_sent_unless_it_failed_at_the_gateway_or_has_no_name(
            String id, String status, boolean counts) {
        assertThat(new NotifyAnswer.Message(id, status).stillCounts()).isEqualTo(counts);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | 400",
                "{\"errors\":[]} | 400",
                "{\"errors\":[{\"error\":\"AuthError\",\"message\":\"07700 900123\"}]} | 400 AuthError",
                "{\"errors\":[{\"error\":\"A\"},{\"error\":\"B\"}]} | 400 A, B",
                "{\"errors\":[{\"error\":\"07700 900123\"},{\"error\":\"A\"}]} | 400 A"
            })
    void its_text_is_the_status_and_the_names_of_the_errors(String body, String text) {
        assertThat(new NotifyAnswer(400, Optional.empty(), body)).hasToString(text);
    }
}
