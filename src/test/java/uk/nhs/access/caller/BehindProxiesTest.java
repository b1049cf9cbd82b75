package uk.nhs.access.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.Refusal.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.PhoneChangeApi;
import uk.nhs.access.support.Rows;

/** The service behind two proxies of its own, where one client address may have one code sent in an hour. */
@QuarkusTest
@TestProfile(BehindProxiesTest.BehindTwo.class)
class BehindProxiesTest {

    private static final String OUTER = "10.0.0.7";

    /** The inner one is on this machine. */
    public static class BehindTwo implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.http.proxy.proxy-address-forwarding", "true",
                    "quarkus.http.proxy.trusted-proxies", "127.0.0.1",
                    "caller.proxies", "2",
                    "limit.in-an-hour-by-address", "1");
        }
    }

    @Test
    void whatever_a_client_writes_before_it_the_address_that_our_proxies_tell_counts() {
        assertSent(ask("198.51.100.1, 203.0.113.1, " + OUTER));

        assertTooOften(ask("198.51.100.2, 203.0.113.1, " + OUTER));
        assertTooOften(ask("203.0.113.1, " + OUTER));
        assertTooOften(ask("127.0.0.1,, 203.0.113.1:4711, " + OUTER));
        assertTooOften(ask("198.51.100.3", "198.51.100.4, 203.0.113.1", OUTER));
        assertSent(ask("203.0.113.1, 203.0.113.2, " + OUTER));
    }

    @Test
    void history_tells_it_too() {
        Person person = Person.fresh();

        assertSent(ask(person, "198.51.100.5, 203.0.113.3, " + OUTER));

        assertThat(Rows.texts("select actor_address from history_entry where account_id = ?", person.account()))
                .contains("203.0.113.3")
                .doesNotContain("198.51.100.5", OUTER);
    }

    /** The first of these may not be the first of its hour from this machine. */
    @Test
    void what_is_no_address_counts_for_the_proxy_that_brought_it() {
        ask("unknown, " + OUTER);

        assertTooOften(ask("_hidden, " + OUTER));
        assertTooOften(ask("203.0.113.4, :::, " + OUTER));
        assertTooOften(PhoneChangeApi.ask(Person.fresh().token().mint(), Person.freshNumber()));
    }

    /** Somebody else each time: the limits of one account are not the matter here. */
    private static Response ask(String line, String... more) {
        return ask(Person.fresh(), line, more);
    }

    private static Response ask(Person person, String line, String... more) {
        return PhoneChangeApi.with(person.token().mint())
                .header("X-Forwarded-For", line, (Object[]) more)
                .header("Forwarded", "for=203.0.113.99")
                .header("X-Forwarded-Trusted-Proxy", "false")
                .body(Map.of("mobileNumber", Person.freshNumber()))
                .post("/v1/phone-changes");
    }

    private static void assertSent(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    }

    private static void assertTooOften(Response answer) {
        assertRefused(answer, 429, "CID3105");
    }
}
