package uk.nhs.access.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.Refusal.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.access.account.LockedBecause;
import uk.nhs.access.support.AdministrationApi;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.PhoneChangeApi;
import uk.nhs.access.support.TestTokens;

/** A request names its organisation once, by its code in the path. */
@QuarkusTest
class NamedOrganisationTest {

    private static final String OWN = "OWN1";

    private final Person person = Person.with()
            .organisation(OWN)
            .locked(LockedBecause.FAILED_SIGN_INS)
            .open();

    @ParameterizedTest
    @ValueSource(strings = {"own1", "Own1"})
    void a_code_in_lower_case_is_the_same_organisation(String written) {
        String token = TestTokens.administrator("a", "own1").mint();
        new AdministrationApi(token, written).read(person).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OWN1%2e",
                "%2e%2e%2e",
                "OWN1%00",
                "%20OWN1",
                "OWN1%20",
                "%EF%BC%AFWN1",
                "OWN%C2%B9",
                "OWN1%2FX",
                "%2A",
                "OWN1'",
                "%25"
            })
    void what_is_no_code_is_no_organisation(String written) {
        Response answer = PhoneChangeApi.with(TestTokens.administrator("a", OWN).mint())
                .urlEncodingEnabled(false)
                .get("/v1/organisations/" + written + "/accounts/" + person.account());

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(404);
    }

    @Test
    void a_body_that_names_another_organisation_is_refused() {
        Response answer = AdministrationApi.of(OWN)
                .request()
                .body(Map.of("reason", "Phoned us", "organisation", "OTH1"))
                .post("/v1/organisations/{ods}/accounts/{id}/unlock", OWN, person.account());

        assertRefused(answer, 400, "CID1002");
    }
}
