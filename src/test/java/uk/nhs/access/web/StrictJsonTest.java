package uk.nhs.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.Refusal.assertRefused;
import static uk.nhs.access.web.Bodies.post;
import static uk.nhs.access.web.Bodies.postInChunks;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.access.support.RawHttp;
import uk.nhs.access.support.RawHttp.Answer;

/** What counts as a body: strict JSON of a bounded size. Nothing else gets as far as the matter itself. */
@QuarkusTest
class StrictJsonTest {

    private static final String UNKNOWN_LINK = "CID3011";
    private static final String UNREADABLE = "CID1002";
    private static final String TOO_LARGE = "CID1003";
    private static final String GOOD = "{\"token\":\"abc\"}";
    private static final int LIMIT = 16_384;

    @Test
    void a_body_has_at_most_16_kib_as_it_announces_itself() {
        assertRefused(post(padded(LIMIT)), 404, UNKNOWN_LINK);
        assertRefused(post(padded(LIMIT + 1)), 413, TOO_LARGE);
        assertRefused(post(padded(100_000)), 413, TOO_LARGE);
    }

    @Test
    void a_body_has_at_most_16_kib_as_it_really_arrives() {
        assertRefused(postInChunks(padded(LIMIT)), 404, UNKNOWN_LINK);
        assertRefused(postInChunks(padded(LIMIT + 1)), 413, TOO_LARGE);
        assertRefused(postInChunks(padded(100_000)), 413, TOO_LARGE);
        assertRefused(postInChunks(padded(3_000_000)), 413, TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"16385", "2000000", "4294967297", "9223372036854775807"})
    void an_announced_size_is_refused_before_anything_arrives(String length) {
        Answer answer = RawHttp.send(
                GOOD.getBytes(StandardCharsets.UTF_8),
                "POST /v1/cancel-tokens/lookup",
                "Content-Type: application/json",
                "Content-Length: " + length);

        assertRefused(answer, 413, TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(ints = {19, 20, 21, 1_000, 1_700})
    void deep_nesting_is_refused_in_no_time(int depth) {
        for (String open : new String[] {"[", "{\"token\":"}) {
            assertRefused(post(open.repeat(depth)), 400, UNREADABLE);
            assertRefused(post("{\"token\":" + open.repeat(depth)), 400, UNREADABLE);
        }
        assertRefused(post("{\"token\":" + "[".repeat(depth) + "]".repeat(depth) + "}"), 400, UNREADABLE);
    }

    @Test
    void a_text_has_at_most_4096_characters_even_to_be_looked_at() {
        assertRefused(post(token("a".repeat(4_096))), 400, "CID1001");
        assertRefused(post(token("a".repeat(4_097))), 400, UNREADABLE);
        assertRefused(post("{\"" + "a".repeat(16_000) + "\":1}"), 400, UNREADABLE);
        assertRefused(post("{\"token\":" + "9".repeat(16_000) + "}"), 400, UNREADABLE);
        assertRefused(post("{\"token\":1e" + "9".repeat(16_000) + "}"), 400, UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                GOOD + "x",
                GOOD + GOOD,
                GOOD + "]",
                GOOD + ",",
                GOOD + "\u0000",
                "{\"token\":\"abc\"",
                "{\"token\":\"abc",
                "{\"token\":\"abc\",}",
                "{,\"token\":\"abc\"}",
                "{token:\"abc\"}",
                "{'token':'abc'}",
                "{\"token\":'abc'}",
                "{\"token\":NaN}",
                "{\"token\":Infinity}",
                "{\"token\":undefined}",
                "{\"token\":\"abc\"/* c */}",
                "// c\n{\"token\":\"abc\"}",
                "#c\n{\"token\":\"abc\"}",
                "{\"token\":\"a\\x\"}",
                "{\"token\":\"a\nb\"}",
                "{\"token\":\"a\u0000b\"}",
                "{\"token\":\"\\ud8\"}",
                "{\"token\":+1}",
                "{\"token\":01}",
                "[]",
                "[" + GOOD + "]",
                "\"abc\"",
                "\"\"",
                "1",
                "true",
                "{\"token\":\"abc\",\"token\":\"abc\"}",
                "token=abc",
                "<token>abc</token>",
                "{\"token\":\"abc\",\"tok\\u0065n\":\"abd\"}",
                "\u000b" + GOOD,
                "\u00a0" + GOOD
            })
    void what_is_not_strict_json_is_not_read(String body) {
        assertRefused(post(body), 400, UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "{}", "{\"token\":null}"})
    void what_says_nothing_is_refused(String body) {
        assertThat(post(body).status()).isEqualTo(400);
        assertThat(post(body).body()).containsPattern("\"cid\":\"CID100[12]\"");
    }

    private static String token(String token) {
        return "{\"token\":\"" + token + "\"}";
    }

    private static String padded(int size) {
        return GOOD + " ".repeat(size - GOOD.length());
    }
}
