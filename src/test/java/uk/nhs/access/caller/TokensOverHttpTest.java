package uk.nhs.access.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.Refusal.assertRefused;
import static uk.nhs.access.support.Refusal.withoutInstance;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.PhoneChangeApi;
import uk.nhs.access.support.Silence;
import uk.nhs.access.support.TestKeys;
import uk.nhs.access.support.TestTokens;

/** Whatever is wrong with a token, its holder is told the same: to sign in. */
@QuarkusTest
class TokensOverHttpTest {

    private final Person person = Person.fresh();

    /** What can be wrong with a token that looks like one. */
    enum Fault {
        EXPIRED {
            @Override
            TestTokens in(TestTokens token) {
                return token.expires(Instant.now().minus(Duration.ofMinutes(2)));
            }
        },
        FOR_OTHERS {
            @Override
            TestTokens in(TestTokens token) {
                return token.audience("another-service");
            }
        },
        FOR_NOBODY {
            @Override
            TestTokens in(TestTokens token) {
                return token.without("aud");
            }
        },
        FROM_OTHERS {
            @Override
            TestTokens in(TestTokens token) {
                return token.issuer("https://others.invalid");
            }
        },
        FROM_NOBODY {
            @Override
            TestTokens in(TestTokens token) {
                return token.without("iss");
            }
        },
        NOT_SIGNED {
            @Override
            TestTokens in(TestTokens token) {
                return token.signed("none", null, null);
            }
        },
        SIGNED_WITH_ANOTHER_KEY {
            @Override
            TestTokens in(TestTokens token) {
                return token.signed("RS256", TestKeys.rsa("trusted").getPrivateKey(), "trusted");
            }
        },
        SIGNED_WITH_AN_UNKNOWN_KEY {
            @Override
            TestTokens in(TestTokens token) {
                return token.signed("RS256", TestKeys.rsa("other").getPrivateKey(), "../../etc/passwd");
            }
        },
        SIGNED_OTHERWISE {
            @Override
            TestTokens in(TestTokens token) {
                return token.signed("RS512", TestKeys.trusted().getPrivateKey(), "trusted");
            }
        },
        WITHOUT_END {
            @Override
            TestTokens in(TestTokens token) {
                return token.without("exp");
            }
        },
        OF_NOBODY {
            @Override
            TestTokens in(TestTokens token) {
                return token.without("sub");
            }
        },
        WITH_AN_ABSURD_END {
            @Override
            TestTokens in(TestTokens token) {
                return token.claim("exp", "never");
            }
        };

        abstract TestTokens in(TestTokens token);
    }

    @ParameterizedTest
    @EnumSource
    void a_token_with_any_fault_is_no_token(Fault fault) {
        assertNotSignedIn(authorized("Bearer " + fault.in(person.token()).mint()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer",
                "Bearer ",
                "Bearer garbage",
                "Bearer a.b.c",
                "Bearer ..",
                "Bearer null",
                "Basic YTpi",
                "Digest x",
                "Bearer eyJhbGciOiJub25lIn0.e30.",
                "Bearer %00",
                "Bearer a b",
                "garbage",
                "Bearer \u00e9\u00e9.\u00e9.\u00e9"
            })
    void what_is_no_token_is_refused_alike(String header) {
        assertNotSignedIn(authorized(header));
    }

    @Test
    void a_token_is_taken_from_the_header_only() {
        String token = person.token().mint();

        assertNotSignedIn(PhoneChangeApi.anybody().queryParam("access_token", token));
        assertNotSignedIn(PhoneChangeApi.anybody().cookie("Bearer", token).cookie("access_token", token));
        assertNotSignedIn(authorized("Basic " + token));
    }

    @Test
    void a_changed_token_is_refused_whichever_part_was_changed() {
        List<String> parts = List.of(person.token().mint().split("\\."));
        List<String> others = List.of(Person.fresh().token().mint().split("\\."));

        assertNotSignedIn(authorized("Bearer " + parts.get(0) + "." + others.get(1) + "." + parts.get(2)));
        assertNotSignedIn(authorized("Bearer " + parts.get(0) + "." + parts.get(1) + "." + others.get(2)));
        assertNotSignedIn(authorized("Bearer " + parts.get(0) + "." + parts.get(1) + "."));
        assertNotSignedIn(authorized("Bearer " + parts.get(0) + "." + parts.get(1)));
    }

    private static RequestSpecification authorized(String header) {
        return PhoneChangeApi.anybody().header("Authorization", header);
    }

    private void assertNotSignedIn(RequestSpecification request) {
        String number = Person.freshNumber();
        Silence silence = Silence.of(person, number);

        Response answer = request.body(Map.of("mobileNumber", number)).post("/v1/phone-changes");

        assertRefused(answer, 401, "CID1008");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        Response none =
                PhoneChangeApi.anybody().body(Map.of("mobileNumber", number)).post("/v1/phone-changes");
        assertThat(withoutInstance(answer)).isEqualTo(withoutInstance(none));
        silence.isKept();
    }
}
