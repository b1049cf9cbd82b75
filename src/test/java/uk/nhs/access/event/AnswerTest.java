package uk.nhs.access.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a receiver's answer means (RFC 8935). */
class AnswerTest {

    @Test
    void accepted_is_accepted() {
        assertThat(Answer.of(202, "")).isEqualTo(new Answer.Accepted());
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 204, 301, 302, 307, 401, 403, 404, 429, 500, 503})
    void any_other_status_is_tried_again(int status) {
        assertThat(Answer.of(status, "{\"err\":\"invalid_request\"}")).isEqualTo(new Answer.Later("" + status));
    }

    @ParameterizedTest
    @ValueSource(strings = {"invalid_request", "invalid_issuer", "invalid_audience"})
    void what_is_wrong_with_the_event_itself_stays_wrong(String error) {
        assertThat(Answer.of(400, "{\"err\":\"" + error + "\",\"description\":\"no\"}"))
                .isEqualTo(new Answer.Refused("400 " + error));
    }

    @ParameterizedTest
    @ValueSource(strings = {"invalid_key", "authentication_failed", "access_denied", "of_its_own"})
    void what_somebody_can_mend_is_tried_again(String error) {
        assertThat(Answer.of(400, "{\"err\":\"" + error + "\"}")).isEqualTo(new Answer.Later("400 " + error));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "null", "[]", "{\"err\":{}}", "{\"err\":\"07700 900123\\nALARM\"}"})
    void what_is_no_error_of_that_kind_is_not_repeated(String body) {
        assertThat(Answer.of(400, body)).isEqualTo(new Answer.Later("400"));
    }
}
