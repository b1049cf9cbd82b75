package uk.nhs.access.support;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import uk.nhs.access.contract.ContractFilter;

/** Verification codes as another service uses them, each call held to the contract. */
public final class VerificationCodeApi {

    /** The service that the tests speak for, unless they say otherwise. */
    public static final String SIGN_IN = "sign-in";

    private static final ContractFilter CONTRACT = new ContractFilter();

    private VerificationCodeApi() {}

    public static RequestSpecification as(String service) {
        return with(TestTokens.service(service).mint());
    }

    public static RequestSpecification with(String token) {
        return given().filter(CONTRACT).contentType(ContentType.JSON).auth().oauth2(token);
    }

    public static Response issue(Object body) {
        return as(SIGN_IN).body(body).post("/v1/verification-codes");
    }

    public static Response issue(Person person, String purpose) {
        return issue(Map.of("account", person.account().toString(), "purpose", purpose));
    }

    public static Response issue(Person person, String purpose, String channel) {
        return issue(Map.of("account", person.account().toString(), "purpose", purpose, "channel", channel));
    }

    public static Response read(String id) {
        return as(SIGN_IN).get("/v1/verification-codes/{id}", id);
    }

    public static Response check(String id, String code) {
        return check(SIGN_IN, id, code);
    }

    public static Response check(String service, String id, String code) {
        return as(service).body(Map.of("code", code)).post("/v1/verification-codes/{id}/check", id);
    }

    public static Response resend(String id) {
        return as(SIGN_IN).body(Map.of()).post("/v1/verification-codes/{id}/resend", id);
    }

    public static Response resend(String id, String channel) {
        return as(SIGN_IN).body(Map.of("channel", channel)).post("/v1/verification-codes/{id}/resend", id);
    }
}
