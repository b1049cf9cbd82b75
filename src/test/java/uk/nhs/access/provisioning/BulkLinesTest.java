package uk.nhs.access.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.provisioning.BulkAnswers.line;
import static uk.nhs.access.provisioning.BulkAnswers.load;
import static uk.nhs.access.provisioning.BulkAnswers.post;
import static uk.nhs.access.provisioning.BulkAnswers.results;
import static uk.nhs.access.support.Refusal.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.AccountsApi;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.TestTokens;

/** The lines of a stream of accounts that are read, refused or passed over. */
@QuarkusTest
class BulkLinesTest {

    @AfterEach
    void go_on() {
        MovableClock.goOn();
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
        String afterBlanks = " ".repeat(16 * 1024) + other;

        List<JsonPath> results = results(
                post(String.join("\n", fits, tooLong, afterBlanks, other).getBytes(StandardCharsets.UTF_8)));

        assertThat(results)
                .extracting(result -> result.getString("outcome"))
                .containsExactly("CREATED", "REFUSED", "REFUSED", "CREATED");
        assertThat(results.get(1).getString("cid")).isEqualTo("CID1003");
        assertThat(results.get(2).getString("cid")).isEqualTo("CID1003");
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
}
