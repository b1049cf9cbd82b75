package uk.nhs.access.support;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.util.Map;
import uk.nhs.access.contract.ContractFilter;

/** Recoveries as the page at the security-code prompt uses them, each call held to the contract. */
public final class RecoveryApi {

    private static final ContractFilter CONTRACT = new ContractFilter();

    private RecoveryApi() {}

    public static Response start(String token) {
        return given().filter(CONTRACT).auth().oauth2(token).post("/v1/recoveries");
    }

    public static Response previousNumber(String token, String recovery, String number) {
        return PhoneChangeApi.with(token)
                .body(Map.of("mobileNumber", number))
                .post("/v1/recoveries/{id}/previous-number", recovery);
    }

    public static Response emailCode(String token, String recovery) {
        return given().filter(CONTRACT).auth().oauth2(token).post("/v1/recoveries/{id}/email-code", recovery);
    }

    public static Response check(String token, String recovery, String code) {
        return PhoneChangeApi.with(token)
                .body(Map.of("code", code))
                .post("/v1/recoveries/{id}/email-code/check", recovery);
    }

    /** Asks for a change with a recovery. */
    public static Response ask(String token, String number, String recovery) {
        return PhoneChangeApi.with(token)
                .body(Map.of("mobileNumber", number, "recovery", recovery))
                .post("/v1/phone-changes");
    }
}
