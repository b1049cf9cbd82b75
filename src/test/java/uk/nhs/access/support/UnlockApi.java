package uk.nhs.access.support;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import uk.nhs.access.contract.ContractFilter;

/** Unlocking as a page uses it on which nobody is signed in, each call held to the contract. */
public final class UnlockApi {

    private UnlockApi() {}

    public static Response start(String address, String digits) {
        return PhoneChangeApi.anybody()
                .body(Map.of("emailAddress", address, "mobileNumberEnding", digits))
                .post("/v1/unlocks");
    }

    public static Response answer(String unlock, List<String> answers) {
        return PhoneChangeApi.anybody().body(Map.of("answers", answers)).post("/v1/unlocks/{id}/answers", unlock);
    }

    public static Response code(String unlock) {
        return given().filter(new ContractFilter()).post("/v1/unlocks/{id}/code", unlock);
    }

    public static Response checkCode(String unlock, String code) {
        return PhoneChangeApi.anybody().body(Map.of("code", code)).post("/v1/unlocks/{id}/code/check", unlock);
    }

    public static Response complete(String unlock, String choice) {
        return PhoneChangeApi.anybody().body(Map.of("choice", choice)).post("/v1/unlocks/{id}/completion", unlock);
    }
}
