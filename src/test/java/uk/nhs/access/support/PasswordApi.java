package uk.nhs.access.support;

import io.restassured.response.Response;
import java.util.Map;

/** The API as an app uses it to change a password. */
public final class PasswordApi {

    private PasswordApi() {}

    public static Response change(String token, String current, String chosen) {
        return PhoneChangeApi.with(token)
                .body(Map.of("currentPassword", current, "newPassword", chosen))
                .put("/v1/account/password");
    }

    public static Response account(String token) {
        return PhoneChangeApi.with(token).get("/v1/account");
    }
}
