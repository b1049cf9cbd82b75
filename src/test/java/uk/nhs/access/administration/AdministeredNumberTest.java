package uk.nhs.access.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static uk.nhs.access.support.Refusal.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.access.support.AccountsApi;
import uk.nhs.access.support.AdministrationApi;
import uk.nhs.access.support.Inbox;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.PhoneChangeApi;
import uk.nhs.access.support.Rows;
import uk.nhs.access.support.Silence;
import uk.nhs.access.support.Story;
import uk.nhs.access.support.TestTokens;
import uk.nhs.access.support.VerificationCodeApi;

/** A Local Administrator sets the mobile number of an account. */
@QuarkusTest
class AdministeredNumberTest {

    private static final String WHY = "Phoned the service desk";

    private final String ods =
            "T" + UUID.randomUUID().toString().substring(0, 7).toUpperCase();
    private final AdministrationApi administrator = AdministrationApi.of(ods);

    @AfterEach
    void go_on() {
        MovableClock.goOn();
    }

    @Test
    void a_uk_number_lifts_the_disablement_by_a_foreign_one_and_the_account_works() {
        Map<String, Object> somebody = AccountsApi.somebody("+353 85 012 3456");
        somebody.put("organisation", ods);
        Person person = AccountsApi.opened(somebody);
        administrator.read(person).then().body("disabledBecause", equalTo("NON_UK_NUMBER"));
        String number = Person.freshNumber();

        administrator.setNumber(person, number, WHY).then().statusCode(200).body("$", not(hasKey("disabledBecause")));

        assertThat(Inbox.of(person.address()).await(1).get("subject")).contains("was changed for you");
        assertThat(Inbox.of("+44" + number.substring(1)).awaitText(1)).contains("ending " + number.substring(8));
        assertThat(VerificationCodeApi.issue(person, "SIGN_IN").statusCode()).isEqualTo(201);
        assertThat(Rows.history(person))
                .containsExactly("AccountProvisioned", "AccountDisabled", "NumberSet", "AccountEnabled", "CodeIssued");
    }

    @Test
    void what_a_service_disabled_stays_disabled_whatever_number_it_gets() {
        Person person = Person.with().organisation(ods).disabled().open();

        administrator
                .setNumber(person, Person.freshNumber(), WHY)
                .then()
                .statusCode(200)
                .body("disabledBecause", equalTo("BY_SERVICE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+353 85 012 3456", "020 7946 0018", "070 1234 5678", "nonsense"})
    void a_number_that_is_no_uk_mobile_is_refused(String number) {
        Person person = somebody();
        Silence silence = Silence.of(person);

        assertRefused(administrator.setNumber(person, number, WHY), 422, "CID3201");

        silence.isKept();
    }

    @Test
    void the_old_number_and_the_new_one_are_told_and_the_same_number_again_tells_nobody_but_the_history() {
        Person person = somebody();
        String number = Person.freshNumber();
        administrator.setNumber(person, number, WHY).then().statusCode(200);
        Inbox.of(person.mobile()).awaitText(1);
        long messages = messages(person);

        administrator.setNumber(person, number, "Number confirmed").then().statusCode(200);

        assertThat(messages(person)).isEqualTo(messages);
        String masked = "•••• •••" + number.substring(8);
        String former = "•••• •••" + person.mobile().substring(10);
        administrator
                .history(person)
                .then()
                .body("items.facts.reason", equalTo(List.of("Number confirmed", WHY)))
                .body("items.facts.number", equalTo(List.of(masked, masked)))
                .body("items.facts.formerNumber", equalTo(List.of(masked, former)));
    }

    @Test
    void a_change_that_waits_is_superseded_where_the_owner_says_that_the_number_is_still_right() {
        Story story = Story.of(somebody()).isHeld();
        String link = story.cancelToken();

        administrator
                .setNumber(story.person, "0" + story.person.mobile().substring(3), "Number confirmed")
                .then()
                .statusCode(200);

        assertThat(story.state()).isEqualTo("SUPERSEDED");
        assertRefused(PhoneChangeApi.redeem(link), 410, "CID3013");
        assertThat(Rows.history(story.person)).containsSequence("PhoneChangeSuperseded", "NumberSet");
        MovableClock.advance(Duration.ofHours(25));
        assertThat(story.numberOnFile()).isEqualTo(story.person.mobile());
    }

    @Test
    void a_change_that_the_owner_waits_for_is_superseded() {
        Story story = Story.of(somebody()).isHeld();
        String link = story.cancelToken();
        String number = Person.freshNumber();

        administrator.setNumber(story.person, number, WHY).then().statusCode(200);

        assertThat(story.state()).isEqualTo("SUPERSEDED");
        assertRefused(PhoneChangeApi.redeem(link), 410, "CID3013");
        MovableClock.advance(Duration.ofHours(25));
        assertThat(story.numberOnFile()).isEqualTo("+44" + number.substring(1));
    }

    @Test
    void a_change_whose_hold_is_over_is_applied_before_the_number_of_the_administrator() {
        Story story = Story.of(somebody()).isHeld();
        Instant applies = story.appliesAt();
        String number = Person.freshNumber();
        MovableClock.stopAt(applies);

        AdministrationApi now = new AdministrationApi(
                TestTokens.administrator("administrator-" + UUID.randomUUID(), ods)
                        .mint(),
                ods);
        now.setNumber(story.person, number, WHY).then().statusCode(200);

        assertThat(story.state()).isEqualTo("APPLIED");
        assertThat(story.numberOnFile()).isEqualTo("+44" + number.substring(1));
    }

    @Test
    void the_link_and_the_administrator_at_once_leave_one_end_and_the_administrators_number() {
        for (int round = 0; round < 5; round++) {
            Story story = Story.of(somebody()).isHeld();
            String link = story.cancelToken();
            String number = Person.freshNumber();

            CompletableFuture<Response> cancelled = CompletableFuture.supplyAsync(() -> PhoneChangeApi.redeem(link));
            administrator.setNumber(story.person, number, WHY).then().statusCode(200);

            assertThat(cancelled.join().statusCode()).isEqualTo(story.state().equals("CANCELLED") ? 200 : 410);
            assertThat(story.state()).isIn("CANCELLED", "SUPERSEDED");
            assertThat(story.numberOnFile()).isEqualTo("+44" + number.substring(1));
        }
    }

    private static long messages(Person person) {
        return Rows.count("select count(*) from message where account_id = ?", person.account());
    }

    private Person somebody() {
        return Person.with().organisation(ods).open();
    }
}
