package uk.nhs.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.Refusal.assertRefused;
import static uk.nhs.access.web.Bodies.post;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.access.support.RawHttp;
import uk.nhs.access.support.RawHttp.Answer;

/** How a body may be written: as application/json, in UTF-8, and no other way. */
@QuarkusTest
class MediaTypeTest {

    private static final String UNREADABLE = "CID1002";
    private static final String NOT_JSON = "CID1004";
    private static final String GOOD = "{\"token\":\"abc\"}";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "UTF-32BE"})
    void utf_8_is_the_only_encoding(String charset) {
        byte[] body = GOOD.getBytes(Charset.forName(charset));

        assertRefused(post(body, "application/json"), 400, UNREADABLE);
        assertRefused(post(body, "application/json; charset=" + charset), 400, UNREADABLE);
    }

    @Test
    void a_byte_order_mark_is_no_json() {
        assertRefused(post("\ufeff" + GOOD), 400, UNREADABLE);
    }

    /** Cut off, overlong, half a surrogate pair, beyond Unicode, and a byte that UTF-8 never has. */
    @ParameterizedTest
    @ValueSource(strings = {"c3", "c328", "80", "c080", "c1bf", "e080af", "eda080", "edbfbf", "f4908080", "fe", "ff"})
    void broken_utf_8_is_refused(String hex) {
        byte[] before = "{\"token\":\"".getBytes(StandardCharsets.US_ASCII);
        byte[] broken = HexFormat.of().parseHex(hex);
        byte[] body = Arrays.copyOf(before, before.length + broken.length + 2);
        System.arraycopy(broken, 0, body, before.length, broken.length);
        body[body.length - 2] = '"';
        body[body.length - 1] = '}';

        assertRefused(post(body, "application/json"), 400, UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "text/json",
                "text/html",
                "application/xml",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/octet-stream",
                "application/vnd.api+json",
                "application/merge-patch+json",
                "application/jsonx",
                ""
            })
    void only_application_json_is_read(String type) {
        assertRefused(post(GOOD.getBytes(StandardCharsets.UTF_8), type), 415, NOT_JSON);
    }

    @Test
    void a_body_without_a_media_type_is_not_read() {
        Answer answer = RawHttp.send(
                GOOD.getBytes(StandardCharsets.UTF_8),
                "POST /v1/cancel-tokens/lookup",
                "Content-Length: " + GOOD.length());

        assertRefused(answer, 415, NOT_JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"///", "a", "application/json; charset", ";", "application/json,text/plain"})
    void a_malformed_media_type_is_refused(String type) {
        assertThat(post(GOOD.getBytes(StandardCharsets.UTF_8), type).status()).isIn(400, 404, 415);
    }
}
