package uk.nhs.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.access.Defaults;
import uk.nhs.access.language.Language;
import uk.nhs.access.support.Cases;
import uk.nhs.access.support.Chance;
import uk.nhs.access.support.Tried;

/** What must be true of whatever arrives in place of JSON. */
class GeneratedJsonTest {

    private static final WebSettings SETTINGS = Defaults.of(WebSettings.class);

    private static final List<String> REFUSED = List.of(
            "\"text\":null",
            "\"number\":null",
            "\"list\":null",
            "\"list\":[null]",
            "\"list\":[\"a\",null]",
            "\"within\":null",
            "\"language\":null",
            "\"text\":\"a\",\"text\":\"a\"",
            "\"text\":\"a\",\"\\u0074ext\":\"b\"",
            "\"Text\":\"a\"",
            "\"number\":\"1\"",
            "\"number\":true",
            "\"text\":1",
            "\"list\":\"a\"",
            "\"language\":0",
            "\"\":1");

    private final ObjectMapper mapper = strict();

    /** What requests are made of: a text, a number, a list, something within. */
    record Said(
            @Nullable String text,
            @Nullable Integer number,
            @Nullable List<String> list,
            @Nullable Said within,
            @Nullable Language language) {}

    @Test
    void what_was_written_is_read_as_it_was() {
        Cases.each(2_000, chance -> {
            Said said = said(chance, chance.between(1, SETTINGS.maxJsonDepth() - 1));

            assertThat(read(write(said))).contains(said);
        });
    }

    @Test
    void nothing_is_nested_more_deeply_than_is_allowed() {
        Cases.each(1_000, chance -> {
            int depth = chance.between(1, 2 * SETTINGS.maxJsonDepth());
            StringBuilder nested = new StringBuilder();
            StringBuilder end = new StringBuilder();
            for (int i = 0; i < depth; i++) {
                boolean list = chance.oneIn(2);
                nested.append(list ? "[" : "{\"a\":");
                end.insert(0, list ? "]" : "}");
            }
            String json = nested + "1" + end;

            assertThat(isJson(json)).as(json).isEqualTo(depth <= SETTINGS.maxJsonDepth());
        });
    }

    @Test
    void a_null_a_name_that_stands_twice_and_one_that_nobody_knows_are_refused_wherever_they_are() {
        Cases.each(200, chance -> {
            int depth = chance.between(0, 5);
            for (String inner : REFUSED) {
                String json = "{\"within\":".repeat(depth) + "{" + inner + "}" + "}".repeat(depth);

                assertThat(read(json.getBytes(StandardCharsets.UTF_8))).as(json).isEmpty();
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "a\\u0000b", "\\ud800", "\\udc00\\ud800", "a\\ud800b"})
    void a_text_that_no_database_keeps_is_refused(String text) {
        assertThat(read(("{\"text\":\"" + text + "\"}").getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void whatever_arrives_it_is_read_or_refused_as_unreadable_and_a_text_that_is_read_can_be_kept() {
        Cases.each(10_000, chance -> {
            byte[] bytes = arrived(chance);
            read(bytes).map(Said::text).ifPresent(text -> {
                assertThat(text).doesNotContain("\u0000");
                assertThat(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                        .isEqualTo(text);
                assertThat(text.length()).isLessThanOrEqualTo(SETTINGS.maxJsonText());
            });
        });
    }

    @Test
    void bytes_are_utf_8_exactly_if_they_are_what_their_text_would_be_written_as() {
        Cases.each(10_000, chance -> {
            byte[] bytes =
                    chance.oneIn(2) ? chance.bytes(0, 4) : chance.anything(6).getBytes(StandardCharsets.UTF_8);
            boolean good =
                    Arrays.equals(bytes, new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8));

            assertThat(Tried.isDone(() -> Utf8.require(bytes))).isEqualTo(good);
        });
    }

    private byte[] arrived(Chance chance) {
        String good = new String(write(said(chance, 3)), StandardCharsets.UTF_8);
        byte[] bytes = (chance.oneIn(2) ? good : chance.twisted(good)).getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0 && chance.oneIn(2)) {
            bytes[chance.between(0, bytes.length - 1)] ^= (byte) (1 << chance.between(0, 7));
        }
        return bytes;
    }

    private static Said said(Chance chance, int depth) {
        return new Said(
                chance.oneIn(2) ? whole(chance.anything(20)) : null,
                chance.oneIn(2) ? chance.between(-5, 1_000_000) : null,
                depth > 1 && chance.oneIn(2) ? chance.several(0, 3, () -> whole(chance.anything(5))) : null,
                depth > 1 ? said(chance, depth - 1) : null,
                chance.oneIn(2) ? chance.of(Language.values()) : null);
    }

    /** The same, without what no database keeps. */
    private static String whole(String text) {
        return text.codePoints()
                .filter(point -> point != 0 && Character.getType(point) != Character.SURROGATE)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private Optional<Said> read(byte[] json) {
        try {
            return Optional.ofNullable(mapper.readValue(json, Said.class));
        } catch (JsonProcessingException unreadable) {
            return Optional.empty();
        } catch (IOException impossible) {
            throw new AssertionError("Nothing but unreadable JSON", impossible);
        }
    }

    private boolean isJson(String json) {
        try {
            return mapper.readValue(json, JsonNode.class) != null;
        } catch (JsonProcessingException unreadable) {
            return false;
        }
    }

    private byte[] write(Object said) {
        try {
            return mapper.writeValueAsBytes(said);
        } catch (JsonProcessingException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static ObjectMapper strict() {
        ObjectMapper mapper = new ObjectMapper();
        new StrictJson(SETTINGS).customize(mapper);
        return mapper;
    }
}
