package uk.nhs.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.Refusal.assertRefused;
import static uk.nhs.access.web.EveryAnswerTest.safe;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.access.support.RawHttp;
import uk.nhs.access.support.RawHttp.Answer;

/** What is said to a request before its body counts: about its path, its length and its headers. */
@QuarkusTest
class RequestHeadTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1",
                "/v1/",
                "/v1/nothing",
                "/v1/phone-changes%3bx",
                "/v1/phone-changes%2f",
                "/v1/phone-changes%2fx",
                "/v1/phone-changes/..",
                "/v1/x/../nothing",
                "/v1/%c3%28",
                "/v1/phone-changes#x",
                "/v1/phone-changes/a/b/c",
                "/v1/cancel-tokens",
                "/v1//nothing",
                "/v1/Phone-Changes"
            })
    void an_unknown_path_is_not_found(String path) {
        assertRefused(safe(RawHttp.send("GET " + path)), 404, "CID1005");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/V1/phone-changes",
                "/q/nothing",
                "/dev/nothing",
                "/q/swagger-ui/%00",
                "/..%2f..%2fetc/passwd",
                "/v1%00",
                "/v1/%2e%2e/nothing",
                "*",
                "v1"
            })
    void neither_is_one_outside_the_api(String path) {
        assertRefused(RawHttp.send("GET " + path), 404, "CID1005");
    }

    /** However a path is twisted, it opens nothing without a token. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/phone-changes",
                "/v1/phone-changes/",
                "//v1/phone-changes",
                "/v1//phone-changes",
                "/v1/x/../phone-changes",
                "/v1/%70hone-changes",
                "/v1/phone-changes/%00",
                "/v1/phone-changes/%2f",
                "/v1/phone-changes/%e0%80",
                "http://evil.example/v1/phone-changes"
            })
    void a_twisted_path_opens_nothing(String path) {
        assertThat(safe(RawHttp.send("GET " + path)).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/phone-changes;x", "/v1/phone-changes;a=b", "/v1/;/phone-changes"})
    void a_path_with_parameters_inside_leads_nowhere(String path) {
        assertThat(safe(RawHttp.send("GET " + path)).status()).isEqualTo(404);
    }

    /**
     * The framework refuses these itself before any route, in a handler that nobody can replace, and the HTTP decoder
     * does before any request exists. There is no body to read the CID from.
     */
    @ParameterizedTest
    @CsvSource({
        "/v1/phone-changes/%, 400",
        "/v1/phone-changes/%zz, 400",
        "/%, 400",
        "/v1/phone-changes?a=%zz, 400",
        "/v1/phone changes, 400"
    })
    void a_malformed_path_gets_a_bare_status(String path, int status) {
        Answer answer = RawHttp.send("GET " + path);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"4096, 401", "4097, 414", "8192, 414", "60000, 414"})
    void an_address_has_at_most_4096_characters(int length, int status) {
        String path = "/v1/phone-changes?";
        Answer answer = safe(RawHttp.send("GET " + path + "a".repeat(length - path.length())));

        assertRefused(answer, status, status == 414 ? "CID1012" : "CID1008");
    }

    @ParameterizedTest
    @CsvSource({"20000, 401", "20480, 431", "40960, 431", "60000, 431"})
    void headers_have_at_most_20_kib(int length, int status) {
        Answer one = safe(RawHttp.send("GET /v1/phone-changes", "X: " + "a".repeat(length)));
        Answer many = safe(RawHttp.send(
                "GET /v1/phone-changes", ("X: " + "a".repeat(998) + "\r\n").repeat(length / 999) + "Y: z"));

        assertRefused(one, status, status == 431 ? "CID1013" : "CID1008");
        assertThat(many.status()).isEqualTo(length == 20_480 ? many.status() : status);
    }

    /** The decoder's own walls, far behind ours. */
    @Test
    void beyond_64_kib_the_server_gives_a_bare_status() {
        assertThat(RawHttp.send("GET /v1/" + "a".repeat(70_000)).status()).isEqualTo(414);
        assertThat(RawHttp.send("GET /v1/phone-changes", "X: " + "a".repeat(70_000))
                        .status())
                .isEqualTo(431);
    }

    @Test
    void a_request_without_a_host_is_not_read() {
        Answer answer = RawHttp.exchange("GET /v1/phone-changes HTTP/1.1\r\nConnection: close\r\n\r\n", new byte[0]);

        assertRefused(answer, 400, "CID1002");
    }

    /** What the HTTP decoder itself finds broken never becomes a request. */
    @ParameterizedTest
    @ValueSource(strings = {"Bad Header: x", "Content-Length: abc", "Content-Length: -1", "X: a\u0000b"})
    void a_malformed_header_gets_a_bare_status(String header) {
        Answer answer = RawHttp.send("GET /v1/phone-changes", header);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).isEmpty();
    }

    /** One connection would be many requests. */
    @Test
    void whoever_asks_for_http_2_is_answered_in_http_1() {
        Answer answer = RawHttp.exchange("""
                GET /v1/phone-changes HTTP/1.1\r
                Host: localhost\r
                Connection: Upgrade, HTTP2-Settings, close\r
                Upgrade: h2c\r
                HTTP2-Settings: AAMAAABkAAQAAP__\r
                \r
                """, new byte[0]);

        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void whoever_begins_with_http_2_is_refused() {
        Answer answer = RawHttp.exchange("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", new byte[0]);

        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void a_body_of_two_lengths_gets_a_bare_status() {
        Answer answer = RawHttp.send(
                RawHttp.chunked(new byte[] {'{', '}'}),
                "POST /v1/cancel-tokens/lookup",
                "Content-Type: application/json",
                "Content-Length: 5",
                "Transfer-Encoding: chunked");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).isEmpty();
    }
}
