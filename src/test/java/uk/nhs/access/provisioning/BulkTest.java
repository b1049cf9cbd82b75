package uk.nhs.access.provisioning;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.Refusal.assertRefused;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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
import uk.nhs.access.support.TestTokens;

/** Accounts by the stream: each line is answered with a line, in order. */
@QuarkusTest
class BulkTest {

    private static final ObjectMapper JSON = new ObjectMapper();

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
    void a_line_is_refused_for_each_reason_a_single_account_is_refused_for() {
        Person other = Person.fresh();
        Map<String, Object> taken = AccountsApi.somebody();
        taken.put("emailAddresses", List.of(other.address().toUpperCase(Locale.ROOT)));
        Map<String, Object> untrusted = AccountsApi.somebody();
        untrusted.put("subject", Map.of("issuer", "https://other.invalid", "name", "x"));
        Map<String, Object> nameless = AccountsApi.somebody();
        nameless.put("name", " ");

        List<JsonPath> results = results(load(List.of(
                taken, untrusted, nameless, AccountsApi.somebody("020 7946 0018"), AccountsApi.somebody("nonsense"))));

        assertThat(results)
                .extracting(result -> result.getString("cid"))
                .containsExactly("CID3402", "CID3403", "CID1001", "CID3201", "CID3404");
        assertThat(results.get(0).getString("field")).isEqualTo("emailAddresses[0]");
        assertThat(results.get(2).getString("violations[0].field")).isEqualTo("name");
    }

    @Test
    void a_line_of_16_kib_is_read_and_one_byte_more_is_refused() {
        String line = line(AccountsApi.somebody());
        String fits = line + " ".repeat(16 * 1024 - line.length());
        String other = line(AccountsApi.somebody());
        String tooLong = other + " ".repeat(16 * 1024 - other.length() + 1);

        List<JsonPath> results = results(post((fits + "\n" + tooLong + "\n" + other).getBytes(StandardCharsets.UTF_8)));

        assertThat(results)
                .extracting(result -> result.getString("outcome"))
                .containsExactly("CREATED", "REFUSED", "CREATED");
        assertThat(results.get(1).getString("cid")).isEqualTo("CID1003");
    }

    @Test
    void what_is_not_utf_8_is_refused_and_blank_lines_are_counted_and_passed_over() {
        byte[] first = (line(AccountsApi.somebody()) + "\r\n\n  \n").getBytes(StandardCharsets.UTF_8);
        byte[] lines = java.util.Arrays.copyOf(first, first.length + 3);
        lines[first.length] = '"';
        lines[first.length + 1] = (byte) 0xC0;
        lines[first.length + 2] = (byte) 0x80;

        List<JsonPath> results = results(post(lines));

        assertThat(results).extracting(result -> result.getInt("line")).containsExactly(1, 4);
        assertThat(results.get(1).getString("cid")).isEqualTo("CID1002");
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

    @Test
    void an_empty_stream_is_answered_with_nothing() {
        Response answer = post(new byte[] {'\n'});

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.asString()).isEmpty();
    }

    @Test
    void only_the_scope_opens_it_and_only_lines_are_taken() {
        byte[] line = line(AccountsApi.somebody()).getBytes(StandardCharsets.UTF_8);

        assertRefused(
                AccountsApi.service()
                        .auth()
                        .oauth2(TestTokens.service("sign-in").mint())
                        .contentType("application/x-ndjson")
                        .body(line)
                        .post("/v1/accounts/bulk"),
                403,
                "CID1009");
        assertRefused(AccountsApi.service().body(AccountsApi.somebody()).post("/v1/accounts/bulk"), 415, "CID1004");
    }

    @Test
    void no_other_operation_takes_a_long_body_neither_by_its_type_nor_by_a_path_that_looks_alike() {
        byte[] lines = " ".repeat(20_000).getBytes(StandardCharsets.UTF_8);

        for (String path :
                List.of("/v1/accounts", "/v1/accounts/search", "/v1/accounts/bulk/", "/v1/accounts/bulk/x")) {
            Response answer = AccountsApi.service()
                    .contentType("application/x-ndjson")
                    .body(lines)
                    .post(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(413);
        }
    }

    private static Response load(List<Map<String, Object>> people) {
        return post(people.stream().map(BulkTest::line).collect(joining("\n")).getBytes(StandardCharsets.UTF_8));
    }

    private static Response post(byte[] lines) {
        return AccountsApi.service()
                .contentType("application/x-ndjson")
                .body(lines)
                .post("/v1/accounts/bulk");
    }

    private static List<String> outcomes(Response answer) {
        return results(answer).stream()
                .map(result -> result.getString("outcome"))
                .toList();
    }

    private static List<JsonPath> results(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("application/x-ndjson");
        return answer.asString().lines().map(JsonPath::from).toList();
    }

    private static String line(Map<String, Object> somebody) {
        try {
            return JSON.writeValueAsString(somebody);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
