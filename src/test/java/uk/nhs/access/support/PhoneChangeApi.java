package uk.nhs.access.support;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import uk.nhs.access.contract.ContractFilter;

/** The API as an app uses it, each call held to the contract. */
public final class PhoneChangeApi {

    private static final ContractFilter CONTRACT = new ContractFilter();

    private PhoneChangeApi() {}

    public static RequestSpecification anybody() {
        return given().filter(CONTRACT).contentType(ContentType.JSON);
    }

    public static RequestSpecification with(String token) {
        return anybody().auth().oauth2(token);
    }

    public static Response ask(String token, String number) {
        return with(token).body(Map.of("mobileNumber", number)).post("/v1/phone-changes");
    }

    public static Response confirm(String token, String change, String code) {
        return with(token).body(Map.of("code", code)).post("/v1/phone-changes/{id}/confirmation", change);
    }

    public static Response resend(String token, String change) {
        return given().filter(CONTRACT).auth().oauth2(token).post("/v1/phone-changes/{id}/resend", change);
    }

    public static Response read(String token, String change) {
        return with(token).get("/v1/phone-changes/{id}", change);
    }

    public static Response list(String token) {
        return with(token).get("/v1/phone-changes");
    }

    public static Response cancel(String token, String change) {
        return with(token).delete("/v1/phone-changes/{id}", change);
    }

    public static Response lookUp(String cancelToken) {
        return anybody().body(Map.of("token", cancelToken)).post("/v1/cancel-tokens/lookup");
    }

    public static Response redeem(String cancelToken) {
        return anybody().body(Map.of("token", cancelToken)).post("/v1/cancel-tokens/redeem");
    }
}
