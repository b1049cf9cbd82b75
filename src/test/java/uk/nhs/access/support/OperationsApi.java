package uk.nhs.access.support;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import uk.nhs.access.contract.ContractFilter;

/** What those do who run the service, each call held to the contract. */
public final class OperationsApi {

    private static final ContractFilter CONTRACT = new ContractFilter();

    private OperationsApi() {}

    public static RequestSpecification operator() {
        return given().filter(CONTRACT)
                .contentType(ContentType.JSON)
                .auth()
                .oauth2(TestTokens.of("operator").scope("operations").mint());
    }

    public static Response channels() {
        return operator().get("/v1/channels");
    }

    public static Response stop(String channel, Object reason) {
        return operator().body(Map.of("reason", reason)).put("/v1/channels/{channel}/stop", channel);
    }

    public static Response open(String channel) {
        return operator().delete("/v1/channels/{channel}/stop", channel);
    }

    public static Response receivers() {
        return operator().get("/v1/event-receivers");
    }

    public static Response redeliver(String receiver) {
        return operator().post("/v1/event-receivers/{name}/redelivery", receiver);
    }
}
