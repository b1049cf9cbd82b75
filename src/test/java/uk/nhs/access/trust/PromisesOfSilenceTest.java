package uk.nhs.access.trust;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That a code is seen wherever it stands, and nothing else is taken for one. */
class PromisesOfSilenceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456",
                "code:123456",
                "/v1/codes/123456/check",
                "/check?code=123456&more",
                "/page#123456",
                "Your code is 123456.",
                "{\"code\": \"123456\"}",
                "{\"code\": 123456}",
                "{\"facts\": [123456, 1]}"
            })
    void a_code_is_seen(String text) {
        assertThat(PromisesOfSilence.codesIn(text)).containsExactly("123456");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-22T21:17:38.123456+00:00",
                "2026-11-22 21:17:38,123456 INFO",
                "seconds_sum 0.123456",
                "bytes_max 123456.0",
                "1.123456E7",
                "1234567",
                "0190f3c2-a123456b-1",
                "{\"id\": 123456, \"position\": 234567}",
                "2026-11-22 21:10:05.486 UTC [123456] LOG"
            })
    void nothing_else_is_taken_for_one(String text) {
        assertThat(PromisesOfSilence.codesIn(text)).isEmpty();
    }
}
