package uk.nhs.access.support;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import uk.nhs.access.contract.ContractFilter;

/** The API as an app uses it that names its requests with one {@code Idempotency-Key}. */
public record KeyedApi(String key) {

    public Response ask(String token, String number) {
        return keyed(PhoneChangeApi.with(token))
                .body(Map.of("mobileNumber", number))
                .post("/v1/phone-changes");
    }

    public Response confirm(String token, String change, String code) {
        return keyed(PhoneChangeApi.with(token))
                .body(Map.of("code", code))
                .post("/v1/phone-changes/{id}/confirmation", change);
    }

    public Response resend(String token, String change) {
        return keyed(given().filter(new ContractFilter()).auth().oauth2(token))
                .post("/v1/phone-changes/{id}/resend", change);
    }

    public Response recover(String token) {
        return keyed(given().filter(new ContractFilter()).auth().oauth2(token)).post("/v1/recoveries");
    }

    public Response redeem(String cancelToken) {
        return keyed(PhoneChangeApi.anybody())
                .body(Map.of("token", cancelToken))
                .post("/v1/cancel-tokens/redeem");
    }

    private RequestSpecification keyed(RequestSpecification request) {
        return request.header("Idempotency-Key", key);
    }
}
