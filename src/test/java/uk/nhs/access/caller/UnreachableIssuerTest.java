package uk.nhs.access.caller;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.PhoneChangeApi;

/** An identity provider whose keys cannot be had: nobody is signed out for that. */
@QuarkusTest
@TestProfile(UnreachableIssuerTest.WithIssuersAway.class)
class UnreachableIssuerTest {

    /** Nobody listens on the port that keys are to be had from. */
    public static class WithIssuersAway implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "caller.issuers.https.issuer", "https://https.invalid",
                    "caller.issuers.https.audience", "nhs-account-access",
                    "caller.issuers.https.keys", "https://127.0.0.1:9/jwks",
                    "caller.issuers.http.issuer", "https://http.invalid",
                    "caller.issuers.http.audience", "nhs-account-access",
                    "caller.issuers.http.keys", "http://127.0.0.1:9/jwks");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://https.invalid", "https://http.invalid"})
    void whoever_cannot_be_checked_is_asked_to_wait(String issuer) {
        Response answer =
                PhoneChangeApi.list(Person.fresh().token().issuer(issuer).mint());

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(503);
        assertThat(answer.<String>path("cid")).isEqualTo("CID1111");
        assertThat(answer.header("Retry-After")).isNotNull();
    }
}
