package uk.nhs.access.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.provisioning.BulkAnswers.line;
import static uk.nhs.access.provisioning.BulkAnswers.load;
import static uk.nhs.access.provisioning.BulkAnswers.outcomes;
import static uk.nhs.access.provisioning.BulkAnswers.post;
import static uk.nhs.access.provisioning.BulkAnswers.results;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.nhs.access.support.AccountsApi;
import uk.nhs.access.support.Inbox;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.Rows;
import uk.nhs.access.support.Silence;
import uk.nhs.access.support.Story;

/** Accounts by the stream: each line is answered with a line, in order. */
@QuarkusTest
class BulkTest {

    @AfterEach
    void go_on() {
        MovableClock.goOn();
    }

    @Test
    void new_people_get_accounts_and_the_same_lines_again_change_nothing() {
        List<Map<String, Object>> people =
                Stream.generate(AccountsApi::somebody).limit(450).toList();

        assertThat(outcomes(load(people))).hasSize(450).containsOnly("CREATED");
        List<JsonPath> again = results(load(people));

        assertThat(again).extracting(result -> result.getString("outcome")).containsOnly("UNCHANGED");
        assertThat(again)
                .extracting(result -> result.getInt("line"))
                .isEqualTo(IntStream.rangeClosed(1, 450).boxed().toList());
    }

    @Test
    void a_line_changes_what_it_says_otherwise_and_the_owner_is_told() {
        Map<String, Object> somebody = AccountsApi.somebody(Person.freshNumber());
        Person person = AccountsApi.opened(somebody);
        somebody.put("name", "Robin Carter");
        somebody.put("organisation", "X2B");
        somebody.put("emailAddresses", List.of("next." + person.address()));

        assertThat(outcomes(load(List.of(somebody)))).containsExactly("UPDATED");

        AccountsApi.read(person).then().body("name", org.hamcrest.Matchers.equalTo("Robin Carter"));
        assertThat(Inbox.of(person.address()).await(1).get("subject")).contains("email addresses were changed");
        assertThat(Rows.history(person)).containsExactly("AccountProvisioned", "HolderChanged", "AddressesChanged");
    }

    @Test
    void a_uk_number_that_is_there_stays_and_the_answer_says_so() {
        Map<String, Object> somebody = AccountsApi.somebody(Person.freshNumber());
        Person person = AccountsApi.opened(somebody);
        Silence silence = Silence.of(person);
        somebody.put("mobileNumber", Person.freshNumber());

        JsonPath result = results(load(List.of(somebody))).get(0);

        assertThat(result.getString("outcome")).isEqualTo("UNCHANGED");
        assertThat(result.getBoolean("numberKept")).isTrue();
        silence.isKept();
    }

    @Test
    void a_change_whose_hold_is_over_is_applied_before_a_line_says_the_old_number_and_that_is_not_set_back() {
        Map<String, Object> somebody = AccountsApi.somebody(Person.freshNumber());
        Story story = Story.of(AccountsApi.opened(somebody)).isHeld();
        MovableClock.stopAt(story.appliesAt());

        JsonPath result = results(load(List.of(somebody))).get(0);

        assertThat(result.getString("outcome")).isEqualTo("UNCHANGED");
        assertThat(result.getBoolean("numberKept")).isTrue();
        assertThat(story.state()).isEqualTo("APPLIED");
        assertThat(story.numberOnFile()).isEqualTo("+44" + story.newNumber.substring(1));
    }

    @Test
    void whoever_has_no_number_or_a_foreign_one_gets_one() {
        Map<String, Object> none = AccountsApi.somebody();
        Map<String, Object> foreign = AccountsApi.somebody("+353 85 012 3456");
        assertThat(outcomes(load(List.of(none, foreign)))).containsExactly("CREATED", "CREATED");
        none.put("mobileNumber", Person.freshNumber());
        foreign.put("mobileNumber", Person.freshNumber());

        List<JsonPath> results = results(load(List.of(none, foreign)));

        assertThat(results).extracting(result -> result.getString("outcome")).containsOnly("UPDATED");
        assertThat(Rows.texts(
                        "select disabled_because from account where id in (?::uuid, ?::uuid)",
                        results.get(0).getString("account"),
                        results.get(1).getString("account")))
                .containsOnlyNulls();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not json | CID1002",
                "[] | CID1002",
                "{} | CID1001",
                "null | CID1002",
                "{\"subject\":1} | CID1002",
                "{\"surprise\":1} | CID1002",
                "{\"name\":\"a\",\"name\":\"b\"} | CID1002",
                "{\"name\":\"a\"} {} | CID1002"
            })
    void a_line_that_is_broken_is_refused_alone(String broken, String cid) {
        String lines = line(AccountsApi.somebody()) + "\n" + broken + "\n" + line(AccountsApi.somebody());

        List<JsonPath> results = results(post(lines.getBytes(StandardCharsets.UTF_8)));

        assertThat(results)
                .extracting(result -> result.getString("outcome"))
                .containsExactly("CREATED", "REFUSED", "CREATED");
        assertThat(results.get(1).getString("cid")).isEqualTo(cid);
    }

    @Test
    void one_line_sees_what_those_before_it_did() {
        Map<String, Object> first = AccountsApi.somebody();
        Map<String, Object> again = new HashMap<>(first);
        again.put("name", "Robin Carter");
        Map<String, Object> moved = new HashMap<>(again);
        moved.put("emailAddresses", AccountsApi.somebody().get("emailAddresses"));
        Map<String, Object> heir = AccountsApi.somebody();
        heir.put("emailAddresses", first.get("emailAddresses"));

        assertThat(outcomes(load(List.of(first, again, heir, moved, heir))))
                .containsExactly("CREATED", "UPDATED", "REFUSED", "UPDATED", "CREATED");
    }

    @Test
    void two_streams_with_the_same_people_at_once_make_each_account_once() {
        List<Map<String, Object>> people =
                Stream.generate(AccountsApi::somebody).limit(300).toList();

        List<String> outcomes = IntStream.range(0, 2)
                .parallel()
                .mapToObj(i -> outcomes(load(people)))
                .flatMap(List::stream)
                .toList();

        assertThat(outcomes).filteredOn("CREATED"::equals).hasSize(300);
        assertThat(outcomes).filteredOn("UNCHANGED"::equals).hasSize(300);
    }
}
