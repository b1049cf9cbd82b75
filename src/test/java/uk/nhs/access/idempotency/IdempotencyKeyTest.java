package uk.nhs.access.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.access.problem.Cid;
import uk.nhs.access.problem.Problem;

class IdempotencyKeyTest {

    @Test
    void a_request_need_not_have_one() {
        assertThat(IdempotencyKey.of(List.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '\'',
            value = {
                "8e03978e-40d5-43e8-bc93-6894a57f9324 8e03978e-40d5-43e8-bc93-6894a57f9324",
                "\"8e03978e-40d5-43e8-bc93-6894a57f9324\" 8e03978e-40d5-43e8-bc93-6894a57f9324",
                "a a",
                "!~ !~",
                "AbC+/= AbC+/=",
                "\"a,b;c\" a,b;c",
                "\"a\\\"b\\\\c\" a\"b\\c",
            })
    void quoted_or_bare_it_is_the_same(String header, String key) {
        assertThat(IdempotencyKey.of(List.of(header))).contains(new IdempotencyKey(key));
    }

    @Test
    void it_may_have_255_characters() {
        String longest = "k".repeat(255);
        assertThat(IdempotencyKey.of(List.of(longest))).contains(new IdempotencyKey(longest));
        assertThat(IdempotencyKey.of(List.of('"' + longest + '"'))).contains(new IdempotencyKey(longest));
        assertInvalid(longest + "k");
        assertInvalid('"' + longest + "k\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"\"",
                "\"",
                "\"a",
                "a\"",
                "a b",
                "\"a b\"",
                "a, b",
                "a,b",
                "\"a\", \"b\"",
                "\"a\";b=1",
                "a;b=1",
                "a\\b",
                "\"a\\b\"",
                "\"a\"b\"",
                "é",
                "\"é\"",
                "a\tb",
                "\u0000",
                "\u007f",
                "::ключ::"
            })
    void what_is_not_one_visible_key_is_refused(String header) {
        assertInvalid(header);
    }

    @Test
    void two_of_them_are_refused_though_they_be_alike() {
        assertInvalid("a", "a");
    }

    private static void assertInvalid(String... headers) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> IdempotencyKey.of(List.of(headers)))
                .satisfies(problem -> assertThat(problem.cid()).isEqualTo(Cid.IDEMPOTENCY_KEY_INVALID));
    }
}
