package uk.nhs.access.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static uk.nhs.access.support.Refusal.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.AccountsApi;
import uk.nhs.access.support.Inbox;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.PhoneChangeApi;
import uk.nhs.access.support.Rows;
import uk.nhs.access.support.Silence;
import uk.nhs.access.support.Story;

@QuarkusTest
class ChangeAccountTest {

    @Test
    void a_name_and_an_organisation_are_changed_and_what_is_left_out_stays() {
        Person person = Person.with().organisation("X1A").open();

        AccountsApi.change(person, Map.of("organisation", "X2B"))
                .then()
                .statusCode(200)
                .body("organisation", equalTo("X2B"))
                .body("name", equalTo(person.name()));
        AccountsApi.change(person, Map.of("name", "Robin Carter")).then().body("organisation", equalTo("X2B"));

        assertThat(Rows.history(person)).containsExactly("HolderChanged", "HolderChanged");
        assertThat(Rows.text(
                        "select facts::text from history_entry where account_id = ? order by id limit 1",
                        person.account()))
                .isEqualTo("{\"organisation\": \"X2B\", \"formerOrganisation\": \"X1A\"}");
    }

    @Test
    void null_is_no_way_to_take_something_away() {
        Person person = Person.fresh();
        Silence silence = Silence.of(person);

        for (String field : List.of("name", "organisation", "emailAddresses", "mobileNumber")) {
            Response answer = AccountsApi.change(person, Collections.singletonMap(field, null));

            assertRefused(answer, 400, "CID1002");
            assertThat(answer.<String>path("field")).isEqualTo(field);
        }
        silence.isKept();
    }

    @Test
    void what_changes_nothing_leaves_no_trace() {
        Person person = Person.fresh();
        Silence silence = Silence.of(person);

        AccountsApi.change(person, Map.of()).then().statusCode(200);
        AccountsApi.change(
                        person,
                        Map.of(
                                "name",
                                person.name(),
                                "emailAddresses",
                                person.addresses(),
                                "mobileNumber",
                                person.mobile()))
                .then()
                .statusCode(200);
        AccountsApi.enable(person).then().statusCode(200);

        silence.isKept();
    }

    @Test
    void new_addresses_are_told_to_the_old_and_the_new_ones_and_by_text() {
        Person person = Person.fresh();
        String next = UUID.randomUUID() + "@example.org";

        AccountsApi.change(person, Map.of("emailAddresses", List.of(next)))
                .then()
                .statusCode(200);

        for (String address : List.of(person.address(), next)) {
            assertThat(Inbox.of(address).await(1).get("subject")).contains("your email addresses were changed");
        }
        assertThat(Inbox.of(person.mobile()).awaitText(1)).contains("email addresses of your account were changed");
        assertThat(Rows.text("select facts::text from history_entry where account_id = ?", person.account()))
                .isEqualTo("{\"former\": [\"p•••@example.org\"], \"addresses\": [\"" + next.charAt(0)
                        + "•••@example.org\"]}");
    }

    @Test
    void addresses_may_change_places() {
        Person person = Person.with().addresses(3).open();
        List<String> turned = List.of(
                person.addresses().get(2),
                person.addresses().get(0),
                person.addresses().get(1));

        AccountsApi.change(person, Map.of("emailAddresses", turned)).then().statusCode(200);

        assertThat(Rows.texts(
                        "select address from account_email where account_id = ? order by position", person.account()))
                .isEqualTo(turned);
    }

    @Test
    void an_address_of_somebody_else_is_refused_and_nothing_else_of_the_request_is_done() {
        Person other = Person.fresh();
        Person person = Person.fresh();
        Silence silence = Silence.of(person);

        assertRefused(
                AccountsApi.change(person, Map.of("name", "Robin Carter", "emailAddresses", List.of(other.address()))),
                409,
                "CID3402");
        assertRefused(
                AccountsApi.change(person, Map.of("name", "Robin Carter", "mobileNumber", "nonsense")), 422, "CID3404");

        silence.isKept();
    }

    @Test
    void a_new_number_is_told_to_the_old_and_the_new_one_and_every_address() {
        Person person = Person.with().addresses(2).open();
        String number = Person.freshNumber();

        AccountsApi.change(person, Map.of("mobileNumber", number)).then().statusCode(200);

        for (String phone : List.of(person.mobile(), number)) {
            assertThat(Inbox.of(phone).awaitText(1)).contains("ending " + number.substring(8));
        }
        for (String address : person.addresses()) {
            assertThat(Inbox.of(address).await(1).get("subject")).contains("was changed for you");
        }
        assertThat(Rows.history(person)).containsExactly("NumberSet");
    }

    @Test
    void a_change_that_waits_is_superseded_and_its_link_dies() {
        Story story = Story.ofSomebody().isHeld();
        String link = story.cancelToken();
        String number = Person.freshNumber();

        AccountsApi.change(story.person, Map.of("mobileNumber", number)).then().statusCode(200);

        assertThat(story.state()).isEqualTo("SUPERSEDED");
        assertRefused(PhoneChangeApi.redeem(link), 410, "CID3013");
        assertThat(story.numberOnFile()).isEqualTo("+44" + number.substring(1));
    }

    @Test
    void the_number_that_is_there_already_leaves_a_change_that_waits_alone() {
        Story story = Story.ofSomebody().isHeld();

        AccountsApi.change(story.person, Map.of("mobileNumber", story.person.mobile()))
                .then()
                .statusCode(200);

        assertThat(story.state()).isEqualTo("HELD");
    }

    @Test
    void disabling_and_enabling_are_done_once_and_told_each_time() {
        Person person = Person.fresh();

        AccountsApi.disable(person, "Left the organisation")
                .then()
                .statusCode(200)
                .body("disabledBecause", equalTo("BY_SERVICE"));
        AccountsApi.disable(person, "Left again").then().statusCode(200);
        assertRefused(PhoneChangeApi.ask(person.token().mint(), Person.freshNumber()), 403, "CID2012");
        assertThat(Inbox.of(person.address()).await(1).get("subject")).isEqualTo("Your NHS account was disabled");
        AccountsApi.enable(person).then().statusCode(200).body("$", not(hasKey("disabledBecause")));
        AccountsApi.enable(person).then().statusCode(200);

        assertThat(Inbox.of(person.address()).await(2).get("subject")).isEqualTo("Your NHS account works again");
        assertThat(Inbox.of(person.mobile()).await(2).get("text")).contains("works again");
        assertThat(Rows.history(person)).containsExactly("AccountDisabled", "AccountEnabled");
        assertThat(Rows.text(
                        "select actor_kind || ' ' || actor_name || ' ' || (facts ->> 'reason') from history_entry"
                                + " where account_id = ? order by id limit 1",
                        person.account()))
                .isEqualTo("SERVICE provisioning Left the organisation");
    }
}
