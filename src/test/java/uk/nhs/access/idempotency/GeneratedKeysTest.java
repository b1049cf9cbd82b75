package uk.nhs.access.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.problem.Cid.IDEMPOTENCY_KEY_INVALID;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.Cases;
import uk.nhs.access.support.Tried;

/** What must be true of whatever a client calls its request. */
class GeneratedKeysTest {

    private static final String VISIBLE =
            IntStream.rangeClosed('!', '~').mapToObj(Character::toString).collect(Collectors.joining());
    private static final String BARE = VISIBLE.replaceAll("[\",;\\\\]", "");

    @Test
    void a_bare_key_is_itself_and_the_same_as_in_quotes() {
        Cases.each(5_000, chance -> {
            String key = chance.text(BARE, 1, 255);

            assertThat(IdempotencyKey.of(List.of(key)))
                    .contains(new IdempotencyKey(key))
                    .isEqualTo(IdempotencyKey.of(List.of('"' + key + '"')));
        });
    }

    @Test
    void a_quoted_key_of_any_visible_characters_is_read_as_it_was_before_it_was_quoted() {
        Cases.each(5_000, chance -> {
            String key = chance.text(VISIBLE, 1, 255);
            String quoted = '"' + key.replace("\\", "\\\\").replace("\"", "\\\"") + '"';

            assertThat(IdempotencyKey.of(List.of(quoted))).contains(new IdempotencyKey(key));
        });
    }

    @Test
    void whatever_is_taken_is_1_to_255_visible_characters_and_all_else_is_refused_as_no_key() {
        Cases.each(20_000, chance -> {
            String header = chance.oneIn(4)
                    ? chance.anything(300)
                    : chance.twisted(
                            chance.of("8e03978e-40d5", "\"8e03978e-40d5\"", "\"a\\\"b\\\\c\"", "k".repeat(254)));
            Tried.refusal(() -> IdempotencyKey.of(List.of(header))
                            .ifPresent(key -> assertThat(key.value())
                                    .as(header)
                                    .matches("[!-~]{1,255}")
                                    .isEqualTo(header.startsWith("\"") ? unquoted(header) : header)))
                    .ifPresent(cid -> assertThat(cid).isEqualTo(IDEMPOTENCY_KEY_INVALID));
        });
    }

    private static String unquoted(String header) {
        return header.substring(1, header.length() - 1).replaceAll("\\\\([\"\\\\])", "$1");
    }
}
