package uk.nhs.access.support;

import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** The API as a sign-in service uses it to have passwords checked. */
public final class PasswordCheckApi {

    private PasswordCheckApi() {}

    /** The service that the tests speak for. */
    public static String service() {
        return TestTokens.of("sign-in").scope("password-check").mint();
    }

    public static Response check(Person person, String password) {
        return check(person.account(), password);
    }

    public static Response check(UUID account, String password) {
        return PhoneChangeApi.with(service())
                .body(Map.of("password", password))
                .post("/v1/accounts/{id}/password-check", account);
    }

    public static Response checkTyped(String email, String password) {
        return PhoneChangeApi.with(service())
                .body(Map.of("email", email, "password", password))
                .post("/v1/password-checks");
    }

    /** What the service is told in one word. */
    public static String outcome(Person person, String password) {
        return check(person, password).path("outcome");
    }

    public static void guess(Person person, int times) {
        IntStream.range(0, times).forEach(i -> check(person, "wrong password " + i));
    }
}
