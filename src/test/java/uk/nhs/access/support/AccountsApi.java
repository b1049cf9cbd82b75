package uk.nhs.access.support;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uk.nhs.access.contract.ContractFilter;

/** Accounts as a service uses them that looks after them, each call held to the contract. */
public final class AccountsApi {

    private static final ContractFilter CONTRACT = new ContractFilter();

    private AccountsApi() {}

    public static RequestSpecification service() {
        return given().filter(CONTRACT).contentType(ContentType.JSON).auth().oauth2(token());
    }

    public static String token() {
        return TestTokens.of("provisioning").scope("provisioning").mint();
    }

    /** Somebody who has no account yet, with a number as it is typed. */
    public static Map<String, Object> somebody(String number) {
        Map<String, Object> somebody = somebody();
        somebody.put("mobileNumber", number);
        return somebody;
    }

    /** Somebody who has no account yet, and no mobile. */
    public static Map<String, Object> somebody() {
        String name = UUID.randomUUID().toString();
        Map<String, Object> somebody = new HashMap<>();
        somebody.put("subject", Map.of("issuer", TestTokens.ISSUER, "name", name));
        somebody.put("name", "Robin Marlowe");
        somebody.put("emailAddresses", List.of(name + "@example.org"));
        return somebody;
    }

    public static Response open(Map<String, Object> somebody) {
        return service().body(somebody).post("/v1/accounts");
    }

    /** The same as a person who calls. */
    public static Person opened(Map<String, Object> somebody) {
        Response answer = open(somebody);
        answer.then().statusCode(201);
        String id = answer.path("id");
        String mobile = Rows.text("select mobile from account where id = ?", UUID.fromString(id));
        List<String> addresses = Rows.texts(
                "select address from account_email where account_id = ? order by position", UUID.fromString(id));
        return new Person(UUID.fromString(id), answer.path("subject.name"), answer.path("name"), mobile, addresses);
    }

    public static Response read(Person person) {
        return service().get("/v1/accounts/{id}", person.account());
    }

    public static Response search(String address) {
        return service().body(Map.of("emailAddress", address)).post("/v1/accounts/search");
    }

    public static Response change(Person person, Map<String, ?> change) {
        return service().body(change).patch("/v1/accounts/{id}", person.account());
    }

    public static Response disable(Person person, String reason) {
        return service().body(Map.of("reason", reason)).put("/v1/accounts/{id}/disablement", person.account());
    }

    public static Response enable(Person person) {
        return service().delete("/v1/accounts/{id}/disablement", person.account());
    }
}
