package uk.nhs.access.development;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class DevelopmentDoorTest {

    @Test
    void every_role_has_a_token_at_an_address_of_its_own() {
        when().get("/dev/tokens")
                .then()
                .body("roles.role", hasItems("amina", "bob", "carys", "dilys", "sign-in-service", "operator"));
        for (Role role : Role.all()) {
            when().get("/dev/tokens/" + role.name()).then().statusCode(200).body(startsWith("ey"));
        }
    }

    @Test
    void a_service_can_be_had_as_well_and_the_list_says_whose_codes_it_may_have_sent() {
        String bob = when().get("/dev/tokens").path("roles.find { it.role == 'bob' }.account");
        when().get("/dev/tokens").then().body("roles.find { it.role == 'sign-in-service' }", not(hasKey("account")));

        given().auth()
                .oauth2(token("sign-in-service"))
                .contentType(ContentType.JSON)
                .body("{\"account\": \"" + bob + "\", \"purpose\": \"SIGN_IN\"}")
                .post("/v1/verification-codes")
                .then()
                .statusCode(201)
                .body("sentTo", equalTo("•••• •••457"));
    }

    @Test
    void the_list_says_what_each_person_signs_in_with() {
        String email = when().get("/dev/tokens").path("roles.find { it.role == 'carys' }.email");
        String password = when().get("/dev/tokens").path("roles.find { it.role == 'carys' }.password");

        given().auth()
                .oauth2(token("sign-in-service"))
                .contentType(ContentType.JSON)
                .body(Map.of("email", email, "password", password))
                .post("/v1/password-checks")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("RIGHT"));
    }

    @Test
    void a_token_lets_its_person_in() {
        given().auth().oauth2(token("amina")).get("/v1/phone-changes").then().statusCode(200);
        given().auth().oauth2(token("amina")).get("/v1/account").then().body("mobileNumber", startsWith("••••"));
    }

    @Test
    void somebody_who_lost_the_phone_can_be_had_as_well() {
        String token = token("bob?lostPhone=true");
        given().auth().oauth2(token).post("/v1/recoveries").then().statusCode(201);
        given().auth().oauth2(token).get("/v1/account").then().statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"carys?twoSteps=false", "carys?age=PT20M"})
    void a_weak_or_old_sign_in_can_be_had_as_well(String role) {
        given().auth()
                .oauth2(token(role))
                .contentType(ContentType.JSON)
                .body("{\"mobileNumber\": \"07700 900999\"}")
                .post("/v1/phone-changes")
                .then()
                .statusCode(403)
                .body("cid", equalTo("CID1010"));
    }

    @Test
    void who_asks_for_a_token_wrongly_is_told() {
        when().get("/dev/tokens/nobody").then().statusCode(404);
        when().get("/dev/tokens/amina?age=20").then().statusCode(400).body(containsString("PT20M"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/dev/cancel", "/dev/messages"})
    void pages_run_no_script_but_our_own(String page) {
        given().accept("text/html")
                .get(page)
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("script-src 'self';"))
                .body(containsString("<html lang=\"en\">"), not(containsString("<script>")));
    }

    private static String token(String role) {
        return when().get("/dev/tokens/" + role).asString().strip();
    }
}
