package uk.nhs.access.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.Refusal.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.AccountsApi;
import uk.nhs.access.support.Person;

/** Nobody gets a second account, and no address a second owner. */
@QuarkusTest
class OpenAccountOnceTest {

    @Test
    void whoever_has_an_account_gets_no_second_one_and_the_answer_says_which_it_is() {
        Map<String, Object> somebody = AccountsApi.somebody();
        Person there = AccountsApi.opened(somebody);
        somebody.put("emailAddresses", List.of(UUID.randomUUID() + "@example.org"));

        Response refused = AccountsApi.open(somebody);

        assertRefused(refused, 409, "CID3401");
        assertThat(refused.<String>path("account")).isEqualTo(there.account().toString());
    }

    @Test
    void an_address_belongs_to_one_account_however_it_is_written() {
        Person there = Person.fresh();
        Map<String, Object> somebody = AccountsApi.somebody();
        somebody.put(
                "emailAddresses",
                List.of(UUID.randomUUID() + "@example.org", there.address().toUpperCase(Locale.ROOT)));

        Response refused = AccountsApi.open(somebody);

        assertRefused(refused, 409, "CID3402");
        assertThat(refused.<String>path("field")).isEqualTo("emailAddresses[1]");
    }

    @Test
    void an_address_stands_there_once() {
        Map<String, Object> somebody = AccountsApi.somebody();
        String address = UUID.randomUUID() + "@example.org";
        somebody.put("emailAddresses", List.of(address, address.toUpperCase(Locale.ROOT)));

        assertRefused(AccountsApi.open(somebody), 409, "CID3402");
    }

    @Test
    void an_address_that_is_null_is_none_and_the_answer_names_it() {
        Map<String, Object> somebody = AccountsApi.somebody();
        somebody.put("emailAddresses", Collections.singletonList(null));

        Response refused = AccountsApi.open(somebody);

        assertRefused(refused, 400, "CID1002");
        assertThat(refused.<String>path("field")).isEqualTo("emailAddresses[0]");
    }

    @Test
    void of_many_who_open_the_same_account_at_once_one_does_and_the_others_are_told() {
        Map<String, Object> somebody = AccountsApi.somebody();

        List<Integer> statuses = IntStream.range(0, 12)
                .parallel()
                .mapToObj(i -> AccountsApi.open(somebody).statusCode())
                .sorted()
                .toList();

        List<Integer> expected = new ArrayList<>(Collections.nCopies(12, 409));
        expected.set(0, 201);
        assertThat(statuses).isEqualTo(expected);
    }

    @Test
    void of_many_who_give_one_address_to_different_people_at_once_one_does() {
        String address = UUID.randomUUID() + "@example.org";

        List<Integer> statuses = IntStream.range(0, 12)
                .parallel()
                .mapToObj(i -> {
                    Map<String, Object> somebody = AccountsApi.somebody();
                    somebody.put("emailAddresses", List.of(address));
                    return AccountsApi.open(somebody).statusCode();
                })
                .sorted()
                .toList();

        assertThat(statuses.subList(0, 2)).containsExactly(201, 409);
        assertThat(statuses.get(11)).isEqualTo(409);
    }

    @Test
    void the_same_request_with_the_same_key_opens_one_account() {
        Map<String, Object> somebody = AccountsApi.somebody(Person.freshNumber());
        String key = UUID.randomUUID().toString();

        Response first = AccountsApi.service()
                .header("Idempotency-Key", key)
                .body(somebody)
                .post("/v1/accounts");
        Response again = AccountsApi.service()
                .header("Idempotency-Key", key)
                .body(somebody)
                .post("/v1/accounts");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.asString()).isEqualTo(first.asString());
    }
}
