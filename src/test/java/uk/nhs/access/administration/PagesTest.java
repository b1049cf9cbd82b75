package uk.nhs.access.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static uk.nhs.access.support.Refusal.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
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
import uk.nhs.access.support.Person;
import uk.nhs.access.support.Rows;

/** What a Local Administrator finds and reads comes page by page, and nothing is lost between two. */
@QuarkusTest
class PagesTest {

    private final String ods =
            "S" + UUID.randomUUID().toString().substring(0, 7).toUpperCase(Locale.ROOT);
    private final AdministrationApi administrator = AdministrationApi.of(ods);

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

        administrator
                .search(Map.of("after", other.account().toString()))
                .then()
                .statusCode(200)
                .body("items", equalTo(List.of()));
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
        Rows.change(
                "insert into history_entry (id, account_id, happened_at, event, facts, actor_kind)"
                        + " select nextval('history_entry_seq'), ?, db_now() - interval '1 day' + (n / 2) * interval '1 s',"
                        + " 'CodeIssued', jsonb_build_object('purpose', n::text), 'PERSON' from generate_series(1, 120) n",
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
}
