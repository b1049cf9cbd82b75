package uk.nhs.access.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.Refusal.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uk.nhs.access.account.LockedBecause;
import uk.nhs.access.contract.Door;
import uk.nhs.access.support.AccountsApi;
import uk.nhs.access.support.AdministrationApi;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.PhoneChangeApi;
import uk.nhs.access.support.Refusal;
import uk.nhs.access.support.Silence;
import uk.nhs.access.support.TestTokens;

/** What belongs to another organisation is absent, byte by byte, in every operation of the contract. */
@QuarkusTest
class OrganisationsApartTest {

    private static final String OWN = "OWN1";
    private static final String OTHER = "OTH1";
    private static final String NONE = "NONE1";

    static List<Door> doors() {
        return Door.all().stream()
                .filter(door -> door.path().startsWith("/v1/organisations/"))
                .toList();
    }

    static Stream<Arguments> doors_and_tokens() {
        return doors().stream()
                .flatMap(door -> Stream.of(
                                TestTokens.administrator("a", OWN),
                                TestTokens.administrator("a", OWN, NONE),
                                TestTokens.administrator("a").claim("organisation", OWN),
                                TestTokens.administrator("a"),
                                TestTokens.administrator("a").without("organisation"),
                                TestTokens.administrator("a").claim("organisation", "*"),
                                TestTokens.administrator("a").claim("organisation", OTHER + "," + OWN),
                                TestTokens.administrator("a").claim("organisation", 1),
                                TestTokens.administrator("a").claim("organisations", List.of(OTHER)))
                        .map(token -> Arguments.of(door, token.mint())));
    }

    @ParameterizedTest
    @MethodSource("doors_and_tokens")
    void no_token_that_does_not_name_the_organisation_opens_anything_of_it(Door door, String token) {
        Person person = locked(OTHER);
        Silence silence = Silence.of(person);

        Response foreign = knock(door, token, OTHER, person.account());
        Response absent = knock(door, token, "NOBODY1", UUID.randomUUID());

        assertSame(foreign, absent);
        silence.isKept();
    }

    @ParameterizedTest
    @MethodSource("doors")
    void an_account_of_another_organisation_is_as_absent_as_none(Door door) {
        if (!door.path().contains("{id}")) {
            return;
        }
        Person person = locked(OTHER);
        Person homeless = Person.fresh();
        Silence silence = Silence.of(person);
        String token = TestTokens.administrator("a", OWN).mint();

        Response absent = knock(door, token, OWN, UUID.randomUUID());
        assertSame(knock(door, token, OWN, person.account()), absent);
        assertSame(knock(door, token, OWN, homeless.account()), absent);
        silence.isKept();
    }

    @ParameterizedTest
    @MethodSource("doors")
    void each_organisation_that_the_token_names_is_open(Door door) {
        String token =
                TestTokens.administrator("a" + UUID.randomUUID(), OWN, OTHER).mint();

        for (String ods : List.of(OWN, OTHER)) {
            assertThat(knock(door, token, ods, locked(ods).account()).statusCode())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @MethodSource("doors")
    void what_changes_something_wants_two_steps_of_the_last_15_minutes_whoever_the_account_belongs_to(Door door) {
        boolean changes = door.path().matches(".*/(unlock|mobile-number)");
        TestTokens old = TestTokens.administrator("a" + UUID.randomUUID(), OWN)
                .twoSteps(MovableClock.now().minusSeconds(901));
        TestTokens weak = TestTokens.administrator("a" + UUID.randomUUID(), OWN).oneStep(MovableClock.now());

        for (String token : List.of(old.mint(), weak.mint())) {
            Response answer = knock(door, token, OWN, locked(OWN).account());
            assertThat(answer.statusCode()).isEqualTo(changes ? 403 : 200);
            if (changes) {
                assertRefused(answer, 403, "CID1010");
                assertRefused(knock(door, token, OTHER, locked(OTHER).account()), 403, "CID1010");
            }
        }
    }

    @Test
    void reasons_and_names_of_administrators_stay_behind_when_an_account_moves() {
        Person person = locked(OTHER);
        AdministrationApi former = AdministrationApi.of(OTHER);
        former.unlock(person, "Former reason").then().statusCode(200);
        former.setNumber(person, Person.freshNumber(), "Former reason").then().statusCode(200);
        AccountsApi.change(person, Map.of("organisation", OWN)).then().statusCode(200);
        AdministrationApi.of(OWN)
                .setNumber(person, Person.freshNumber(), "Present reason")
                .then()
                .statusCode(200);

        Response history = AdministrationApi.of(OWN).history(person);

        assertThat(history.<List<String>>path("items.event"))
                .containsExactly("NumberSet", "HolderChanged", "NumberSet", "UnlockedForOwner");
        assertThat(history.<List<String>>path("items.facts.reason"))
                .containsExactly("Present reason", null, null, null);
        assertThat(history.<List<String>>path("items.actor"))
                .containsExactly("ADMINISTRATOR", "SERVICE", "ADMINISTRATOR", "ADMINISTRATOR");
        assertThat(history.<String>path("items[0].actorName")).startsWith("administrator-");
        assertThat(history.<List<String>>path("items.actorName").subList(2, 4)).containsOnlyNulls();
        String both = TestTokens.administrator("both", OWN, OTHER).mint();
        assertThat(new AdministrationApi(both, OWN).history(person).<List<String>>path("items.facts.reason"))
                .containsExactly("Present reason", null, "Former reason", "Former reason");
    }

    private static Person locked(String ods) {
        return Person.with()
                .organisation(ods)
                .locked(LockedBecause.FAILED_SIGN_INS)
                .open();
    }

    private static Response knock(Door door, String token, String ods, UUID account) {
        RequestSpecification caller = PhoneChangeApi.with(token);
        RequestSpecification request = door.hasBody() ? caller.body(body(door)) : caller;
        return request.request(door.method(), door.path().replace("{ods}", ods).replace("{id}", account.toString()));
    }

    private static Map<String, Object> body(Door door) {
        if (door.path().endsWith("/search")) {
            return Map.of();
        }
        return door.path().endsWith("/unlock")
                ? Map.of("reason", "Phoned us")
                : Map.of("reason", "Phoned us", "mobileNumber", Person.freshNumber());
    }

    private static void assertSame(Response one, Response other) {
        assertRefused(one, 404, "CID3106");
        assertThat(Refusal.withoutInstance(one)).isEqualTo(Refusal.withoutInstance(other));
        assertThat(one.headers().asList().stream()
                        .map(Object::toString)
                        .sorted()
                        .toList())
                .isEqualTo(other.headers().asList().stream()
                        .map(Object::toString)
                        .sorted()
                        .toList());
    }
}
