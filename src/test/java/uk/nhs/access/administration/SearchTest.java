package uk.nhs.access.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static uk.nhs.access.support.Refusal.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.access.support.AdministrationApi;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.Rows;
import uk.nhs.access.support.TestTokens;

/** What a Local Administrator finds and reads. */
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

    @Test
    void pages_follow_each_other_and_miss_nobody_though_many_have_the_same_name() {
        List<String> all = IntStream.range(0, 7)
                .mapToObj(i ->
                        named(i < 5 ? "Same Name" : "Another " + i).account().toString())
                .sorted()
                .toList();

        List<String> read = new ArrayList<>();
        Map<String, Object> wanted = new HashMap<>(Map.of("most", 2));
        Response page;
        do {
            page = administrator.search(wanted);
            List<String> ids = page.path("items.id");
            read.addAll(ids);
            wanted.put("after", page.path("next"));
        } while (page.path("next") != null);

        assertThat(read).hasSize(7);
        assertThat(read.stream().sorted().toList()).isEqualTo(all);
    }

    @Test
    void a_page_after_an_account_of_another_organisation_is_empty() {
        named("Carys Pugh");
        Person other = Person.with().organisation("OTHER").name("Aaron").open();

        assertFound(Map.of("after", other.account().toString()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 51})
    void a_page_has_1_to_50_accounts(int most) {
        assertRefused(administrator.search(Map.of("most", most)), 400, "CID1001");
    }

    @Test
    void fifty_are_a_page_and_the_last_one_says_that_it_is() {
        IntStream.range(0, 51).forEach(i -> named("Person " + i));

        Response first = administrator.search(Map.of());
        assertThat(first.<List<String>>path("items.id")).hasSize(50);
        administrator
                .search(Map.of("after", first.<String>path("next")))
                .then()
                .body("items.size()", equalTo(1))
                .body("$", not(hasKey("next")));
    }

    @Test
    void the_history_is_read_page_by_page_from_the_newest_on() {
        Person person = named("Carys Pugh");
        Rows.texts(
                "insert into history_entry (id, account_id, happened_at, event, facts, actor_kind)"
                        + " select nextval('history_entry_seq'), ?, db_now() - interval '1 day' + (n / 2) * interval '1 s',"
                        + " 'CodeIssued', jsonb_build_object('purpose', n::text), 'PERSON' from generate_series(1, 120) n"
                        + " returning id",
                person.account());

        List<String> read = new ArrayList<>();
        Response page = administrator.history(person);
        read.addAll(page.path("items.facts.purpose"));
        while (page.path("next") != null) {
            page = administrator.historyBefore(person, page.path("next"));
            read.addAll(page.path("items.facts.purpose"));
        }

        assertThat(read)
                .isEqualTo(IntStream.rangeClosed(1, 120)
                        .mapToObj(n -> String.valueOf(121 - n))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "x", "-1", "99999999999999999999", "1; drop table account", "1\u0000"})
    void a_page_before_what_is_no_line_of_the_history_is_empty(String before) {
        administrator
                .historyBefore(named("Carys Pugh"), before)
                .then()
                .statusCode(200)
                .body("items", equalTo(List.of()));
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
