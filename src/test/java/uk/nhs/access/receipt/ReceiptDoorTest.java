package uk.nhs.access.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.Refusal.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.access.notice.HeardLog;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.PhoneChangeApi;
import uk.nhs.access.support.RawHttp;
import uk.nhs.access.support.RawHttp.Answer;
import uk.nhs.access.support.ReceiptApi;
import uk.nhs.access.support.Rows;
import uk.nhs.access.support.TestTokens;
import uk.nhs.access.support.VerificationCodeApi;

/** Who may bring receipts, and what counts as one. */
@QuarkusTest
class ReceiptDoorTest {

    private final HeardLog log = HeardLog.start();
    private final String id = UUID.randomUUID().toString();

    @AfterEach
    void nothing_of_a_receipt_is_logged() {
        assertThat(log.stop()).doesNotContain(ReceiptApi.TO, ReceiptApi.TO.substring(1), ReceiptApi.TOKEN, id);
    }

    @Test
    void whoever_has_the_token_is_let_in() {
        Response taken = ReceiptApi.send(ReceiptApi.body(id, null, "delivered"));

        assertThat(taken.statusCode()).as(taken.asString()).isEqualTo(204);
        assertThat(parked()).isEqualTo(1);
    }

    @Test
    void nobody_else_is() {
        Map<String, Object> body = ReceiptApi.body(id, null, "delivered");
        String person = Person.fresh().token().mint();
        String service = TestTokens.service(VerificationCodeApi.SIGN_IN).mint();

        assertShut(ReceiptApi.anybody().body(body).post("/v1/delivery-receipts"));
        for (String wrong : new String[] {"wrong", ReceiptApi.TOKEN + "x", person, service}) {
            assertShut(ReceiptApi.anybody().auth().oauth2(wrong).body(body).post("/v1/delivery-receipts"));
        }
        assertShut(ReceiptApi.anybody()
                .auth()
                .preemptive()
                .basic("notify", ReceiptApi.TOKEN)
                .body(body)
                .post("/v1/delivery-receipts"));
        assertThat(parked()).isZero();
    }

    @Test
    void the_token_opens_nothing_else() {
        assertRefused(PhoneChangeApi.list(ReceiptApi.TOKEN), 401, "CID1008");
        assertRefused(
                VerificationCodeApi.with(ReceiptApi.TOKEN)
                        .body(Map.of("code", "123456"))
                        .post("/v1/verification-codes/{id}/check", id),
                401,
                "CID1008");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/delivery-receipts/", "/v1//delivery-receipts", "/v1/%64elivery-receipts"})
    void the_door_is_shut_however_its_address_is_written(String path) {
        Answer answer = post(path, "wrong", "{\"id\":\"" + id + "\",\"status\":\"delivered\"}");

        assertThat(answer.status()).as(answer.toString()).isIn(401, 404);
        assertThat(parked()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{}", "[]", "{\"to\":\"" + ReceiptApi.TO + "\""})
    void what_a_stranger_writes_is_not_even_read(String body) {
        assertRefused(post("/v1/delivery-receipts", "wrong", body), 401, "CID1008");
    }

    @Test
    void what_is_new_in_a_receipt_is_left_unread() {
        Map<String, Object> body = ReceiptApi.body(id, null, "delivered");
        body.put("client_reference", Map.of("of", "the future"));
        body.put("billable_units", 2);

        assertThat(ReceiptApi.send(body).statusCode()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"to\":\"" + ReceiptApi.TO + "\"",
                "{\"to\":\"" + ReceiptApi.TO + "\",\"to\":\"" + ReceiptApi.TO + "\"}",
                "{\"id\":\"" + ReceiptApi.TO + "\",\"status\":\"delivered\"}",
                "{\"id\":[\"" + ReceiptApi.TO + "\"],\"status\":\"delivered\"}",
                "\"" + ReceiptApi.TO + "\"",
                ReceiptApi.TO,
                "{\"to\":\"" + ReceiptApi.TO + "\",\"id\":null,\"status\":\"delivered\"}"
            })
    void what_is_no_receipt_is_refused_without_being_repeated(String body) {
        Response refused = ReceiptApi.send(body);

        assertRefused(refused, 400, "CID1002");
        assertThat(refused.asString()).doesNotContain(ReceiptApi.TO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"to\":\"" + ReceiptApi.TO + "\"}"})
    void what_says_nothing_is_refused_without_being_repeated(String body) {
        Response refused = ReceiptApi.send(body);

        assertRefused(refused, 400, "CID1001");
        assertThat(refused.asString()).doesNotContain(ReceiptApi.TO);
    }

    @Test
    void more_than_16_kib_are_refused() {
        String large = "{\"to\":\"" + ReceiptApi.TO + "\",\"more\":[" + "\"x\",".repeat(17 * 256) + "0]}";

        assertThat(large).hasSizeGreaterThan(17 * 1024);
        assertRefused(ReceiptApi.send(large), 413, "CID1003");
    }

    @Test
    void a_status_of_the_future_is_taken_in_and_changes_nothing() {
        assertThat(ReceiptApi.send(ReceiptApi.body(id, null, "read-aloud")).statusCode())
                .isEqualTo(204);
        assertThat(parked()).isZero();
    }

    private static void assertShut(Response answer) {
        assertRefused(answer, 401, "CID1008");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    private static Answer post(String path, String token, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return RawHttp.send(
                bytes,
                "POST " + path,
                "Authorization: Bearer " + token,
                "Content-Type: application/json",
                "Content-Length: " + bytes.length);
    }

    private long parked() {
        return Rows.count("select count(*) from parked_receipt where provider_id = ?", id);
    }
}
