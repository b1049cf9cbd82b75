package uk.nhs.access.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static uk.nhs.access.support.Refusal.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uk.nhs.access.contract.Door;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.PhoneChangeApi;
import uk.nhs.access.support.TestTokens;

/** Every operation of the contract against every scope: each is opened by those that the contract lists, and no other. */
@QuarkusTest
class ScopeMatrixTest {

    private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);
    private static final String NOBODYS_ID = "0f8fad5b-d9cb-469f-a165-70867728950e";

    private final Person person = Person.fresh();

    static List<Door> doors() {
        return Door.all().stream().filter(door -> !door.hasOwnKey()).toList();
    }

    static List<Door> doors_with_keys_of_their_own() {
        return Door.all().stream().filter(Door::hasOwnKey).toList();
    }

    static Stream<Arguments> doors_and_keys() {
        return doors().stream().flatMap(door -> Door.keys().stream().map(scope -> arguments(door, scope)));
    }

    static Stream<Arguments> doors_and_their_keys() {
        return doors().stream().flatMap(door -> door.scopes().stream().map(scope -> arguments(door, scope)));
    }

    @Test
    void the_contract_has_every_scope_there_is_and_no_other() {
        Set<String> there = Arrays.stream(Scope.class.getFields())
                .map(scope -> scope.getName().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.toSet());

        assertThat(Door.keys()).isEqualTo(there);
    }

    @ParameterizedTest
    @MethodSource("doors_and_keys")
    void a_scope_opens_what_the_contract_says_it_opens(Door door, String scope) {
        Response answer = knock(door, personWith(scope));

        assertOpened(door.isOpen() || door.scopes().contains(scope), answer);
    }

    @ParameterizedTest
    @MethodSource("doors_and_their_keys")
    void each_scope_written_otherwise_or_in_part_opens_nothing(Door door, String scope) {
        for (String other :
                List.of(scope.toUpperCase(Locale.ROOT), scope + "s", scope + ":read", scope + "," + scope)) {
            Response answer = knock(door, person.token().scope(other));

            assertOpened(door.isOpen(), answer);
        }
    }

    @ParameterizedTest
    @MethodSource("doors")
    void all_scopes_together_open_what_recoveries_open(Door door) {
        Response answer = knock(door, lostPhone().scope(Door.keys().toArray(String[]::new)));

        assertOpened(door.isOpen() || door.scopes().contains(Scope.RECOVERIES), answer);
    }

    @ParameterizedTest
    @MethodSource("doors")
    void the_token_of_a_service_opens_nothing_of_a_persons(Door door) {
        Response answer = knock(door, TestTokens.service("service"));

        assertOpened(door.isOpen() || door.scopes().contains(Scope.VERIFICATION_CODES), answer);
    }

    @ParameterizedTest
    @MethodSource("doors")
    void a_token_without_a_scope_opens_only_what_is_open_to_everybody(Door door) {
        Response answer = knock(door, person.token().without("scope"));

        assertOpened(door.isOpen(), answer);
    }

    @ParameterizedTest
    @MethodSource("doors_with_keys_of_their_own")
    void what_has_a_key_of_its_own_is_opened_by_no_scope_and_not_by_all_of_them(Door door) {
        Set<String> scopes = Door.keys();

        assertRefused(knock(door, PhoneChangeApi.anybody()), 401, "CID1008");
        assertRefused(knock(door, person.token().without("scope")), 401, "CID1008");
        assertRefused(knock(door, person.token().scope(scopes.toArray(String[]::new))), 401, "CID1008");
        assertThat(scopes).allSatisfy(scope -> assertRefused(knock(door, personWith(scope)), 401, "CID1008"));
    }

    @ParameterizedTest
    @MethodSource("doors")
    void without_a_token_only_that_is_open_which_is_open_to_everybody(Door door) {
        Response answer = knock(door, PhoneChangeApi.anybody());

        if (door.isOpen()) {
            assertIsIn(answer);
        } else {
            assertRefused(answer, 401, "CID1008");
        }
    }

    /** Signed in with two steps, or at the security-code prompt where the scope says so. */
    private TestTokens personWith(String scope) {
        return scope.equals(Scope.RECOVERIES) ? lostPhone() : person.token().scope(scope);
    }

    private TestTokens lostPhone() {
        return TestTokens.lostPhone(person.subject());
    }

    private static Response knock(Door door, TestTokens token) {
        return knock(door, PhoneChangeApi.with(token.mint()));
    }

    /** With a body that says nothing: whatever the answer is about, it is not done. */
    private static Response knock(Door door, RequestSpecification caller) {
        RequestSpecification request =
                door.hasBody() ? caller.contentType(door.mediaType()).body(NOTHING) : caller;
        return request.request(door.method(), door.path().replaceAll("\\{[^}]*}", NOBODYS_ID));
    }

    private static void assertOpened(boolean expected, Response answer) {
        if (expected) {
            assertIsIn(answer);
        } else {
            assertRefused(answer, 403, "CID1009");
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer error=\"insufficient_scope\"");
        }
    }

    private static void assertIsIn(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isNotIn(401, 403).isLessThan(500);
    }
}
