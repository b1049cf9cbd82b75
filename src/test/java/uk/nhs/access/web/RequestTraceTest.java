package uk.nhs.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestTraceTest {

    @ParameterizedTest
    @CsvSource({
        "/v1/unlocks/85tixssPV7DkFD1U1Lrz6hHbQTkg14/answers, /v1/unlocks/{id}/answers",
        "/v1/unlocks/85tixssPV7DkFD1U1Lrz6hHbQTkg14, /v1/unlocks/{id}",
        "//v1/unlocks/85tixssPV7DkFD1U1Lrz6hHbQTkg14/code/check, //v1/unlocks/{id}/code/check",
        "/v1/unlocks, /v1/unlocks",
        "/v1/phone-changes/7ec1f820-7f6c-4106-a4d2-0fb87840bdb0, /v1/phone-changes/7ec1f820-7f6c-4106-a4d2-0fb87840bdb0"
    })
    void a_path_is_recorded_without_what_is_secret_in_it(String path, String recorded) {
        assertThat(RequestTrace.withoutSecret(path)).isEqualTo(recorded);
    }
}
