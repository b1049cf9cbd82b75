package uk.nhs.access.support;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.contract.ContractFilter;

/** Delivery receipts as GOV.UK Notify brings them, each call held to the contract. */
public final class ReceiptApi {

    /** What the service of the tests expects of GOV.UK Notify. */
    public static final String TOKEN = "receipts-of-the-tests-0123456789";

    /** A number that is in every receipt and must be nowhere else. */
    public static final String TO = "+447999123456";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private ReceiptApi() {}

    public static RequestSpecification anybody() {
        return given().filter(new ContractFilter()).contentType(ContentType.JSON);
    }

    public static Response send(Object body) {
        return anybody().auth().oauth2(TOKEN).body(body).post("/v1/delivery-receipts");
    }

    /** The receipt of a text that the development inbox took over, which knows it by our name for it. */
    public static Response send(UUID message, String status) {
        return send(body(message.toString(), message.toString(), status));
    }

    public static Map<String, Object> body(String id, @Nullable String reference, String status) {
        Map<String, Object> body = new HashMap<>();
        body.put("id", id);
        body.put("reference", reference);
        body.put("to", TO);
        body.put("status", status);
        body.put("created_at", "2026-11-22T10:00:00.000000Z");
        body.put("completed_at", null);
        body.put("sent_at", "2026-11-22T10:00:01.000000Z");
        body.put("notification_type", "sms");
        body.put("template_id", "f33517ff-2a88-4f6e-b855-c550268ce08a");
        body.put("template_version", 1);
        return body;
    }

    /** The latest message of a kind to somebody, once its gateway has taken it over. */
    public static UUID awaitSent(Person person, String kind) {
        Awaitility.await(kind + " to be sent")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> Rows.texts(
                                        "select state from message where account_id = ? and kind = ?",
                                        person.account(),
                                        kind)
                                .stream()
                                .allMatch("SENT"::equals));
        return UUID.fromString(Rows.text(
                "select id from message where account_id = ? and kind = ? order by queued_at desc",
                person.account(),
                kind));
    }
}
