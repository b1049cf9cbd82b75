package uk.nhs.access.support;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import uk.nhs.access.contract.ContractFilter;

/**
 * Accounts as a Local Administrator uses them, each call held to the contract.
 *
 * @param ods the organisation as it is written in the path
 */
public record AdministrationApi(String token, String ods) {

    private static final ContractFilter CONTRACT = new ContractFilter();

    /** Somebody new who looks after the organisation. */
    public static AdministrationApi of(String ods) {
        return new AdministrationApi(
                TestTokens.administrator("administrator-" + UUID.randomUUID(), ods)
                        .mint(),
                ods);
    }

    public RequestSpecification request() {
        return given().filter(CONTRACT).contentType(ContentType.JSON).auth().oauth2(token);
    }

    public Response search(Map<String, ?> wanted) {
        return request().body(wanted).post("/v1/organisations/{ods}/accounts/search", ods);
    }

    public Response read(Person person) {
        return request().get("/v1/organisations/{ods}/accounts/{id}", ods, person.account());
    }

    public Response unlock(Person person, String reason) {
        return request()
                .body(Map.of("reason", reason))
                .post("/v1/organisations/{ods}/accounts/{id}/unlock", ods, person.account());
    }

    public Response setNumber(Person person, String number, String reason) {
        return request()
                .body(Map.of("mobileNumber", number, "reason", reason))
                .put("/v1/organisations/{ods}/accounts/{id}/mobile-number", ods, person.account());
    }

    public Response history(Person person) {
        return request().get("/v1/organisations/{ods}/accounts/{id}/history", ods, person.account());
    }

    public Response historyBefore(Person person, String before) {
        return request()
                .queryParam("before", before)
                .get("/v1/organisations/{ods}/accounts/{id}/history", ods, person.account());
    }
}
