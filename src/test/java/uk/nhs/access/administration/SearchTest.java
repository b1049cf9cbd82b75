package uk.nhs.access.administration;

import static org.hamcrest.Matchers.equalTo;
import static uk.nhs.access.support.Refusal.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.access.support.AdministrationApi;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.Rows;
import uk.nhs.access.support.TestTokens;

/** Whom a Local Administrator finds, by what, and how often. */
@QuarkusTest
class SearchTest {

    private final String ods =
            "S" + UUID.randomUUID().toString().substring(0, 7).toUpperCase(Locale.ROOT);
    private final String subject = "searcher-" + UUID.randomUUID();
    private final AdministrationApi administrator =
            new AdministrationApi(TestTokens.administrator(subject, ods).mint(), ods);

    @Test
    void accounts_are_found_by_the_beginning_of_a_word_of_the_name_or_by_an_address_in_any_case() {
        Person carys = named("Carys Pugh");
        Person bob = named("Bob Okafor");

        assertFound(Map.of("text", "cAr"), carys);
        assertFound(Map.of("text", "pU"), carys);
        assertFound(Map.of("text", "Carys P"), carys);
        assertFound(Map.of("text", bob.address().toUpperCase(Locale.ROOT)), bob);
        assertFound(Map.of(), bob, carys);
        assertFound(Map.of("text", "nobody"));
    }

    @Test
    void neither_the_middle_of_a_word_nor_a_part_of_an_address_finds_anybody() {
        Person carys = named("Carys Pugh");

        for (String part : List.of("arys", "ugh", carys.address().substring(1), "person", "@example.org")) {
            assertFound(Map.of("text", part));
        }
    }

    @Test
    void an_address_of_another_organisation_finds_nobody() {
        Person other = Person.with().organisation("OTHER").open();

        assertFound(Map.of("text", other.address()));
    }

    @Test
    void three_hundred_searches_in_an_hour_are_one_administrators() {
        Person carys = named("Carys Pugh");
        Rows.change(
                "insert into send_limit select 'search by ' || ? || ' of ' || ?,"
                        + " array(select db_now() - interval '59 min' from generate_series(1, 299))",
                subject,
                TestTokens.ISSUER);

        assertFound(Map.of("text", "Carys"), carys);
        assertRefused(administrator.search(Map.of("text", "Carys")), 429, "CID3412");
        administrator.read(carys).then().statusCode(200);
        AdministrationApi.of(ods).search(Map.of()).then().statusCode(200);

        MovableClock.advance(Duration.ofMinutes(1));
        assertFound(Map.of("text", "Carys"), carys);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%", "__", "' or true --", ".*", "\\\\"})
    void a_text_is_a_text_and_no_pattern(String text) {
        named("Carys Pugh");

        assertFound(Map.of("text", text));
    }

    @Test
    void the_answer_is_masked() {
        Person person = named("Carys Pugh");

        administrator
                .search(Map.of())
                .then()
                .body("items[0].emailAddresses", equalTo(List.of("p•••@example.org")))
                .body(
                        "items[0].mobileNumber",
                        equalTo("•••• •••" + person.mobile().substring(10)));
    }

    private Person named(String name) {
        return Person.with().organisation(ods).name(name).open();
    }

    private void assertFound(Map<String, ?> wanted, Person... people) {
        administrator
                .search(wanted)
                .then()
                .statusCode(200)
                .body(
                        "items.name",
                        equalTo(List.of(people).stream().map(Person::name).toList()));
    }
}
