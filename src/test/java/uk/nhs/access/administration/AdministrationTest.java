package uk.nhs.access.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static uk.nhs.access.support.Refusal.assertMustWait;
import static uk.nhs.access.support.Refusal.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.access.account.DisabledBecause;
import uk.nhs.access.account.LockedBecause;
import uk.nhs.access.support.AccountsApi;
import uk.nhs.access.support.AdministrationApi;
import uk.nhs.access.support.Inbox;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.PasswordCheckApi;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.PhoneChangeApi;
import uk.nhs.access.support.Rows;
import uk.nhs.access.support.Silence;
import uk.nhs.access.support.Story;
import uk.nhs.access.support.TestTokens;
import uk.nhs.access.support.VerificationCodeApi;

/** A Local Administrator looks after the accounts of one organisation. */
@QuarkusTest
class AdministrationTest {

    private static final String WHY = "Phoned the service desk";

    private final String ods =
            "T" + UUID.randomUUID().toString().substring(0, 7).toUpperCase();
    private final AdministrationApi administrator = AdministrationApi.of(ods);

    @AfterEach
    void go_on() {
        MovableClock.goOn();
    }

    @ParameterizedTest
    @EnumSource
    void whatever_lock_there_is_is_lifted_and_the_owner_is_told_everywhere(LockedBecause lock) {
        Person person =
                Person.with().organisation(ods).addresses(2).locked(lock).open();

        administrator.unlock(person, WHY).then().statusCode(200).body("$", not(hasKey("lockedBecause")));

        for (String address : person.addresses()) {
            assertThat(Inbox.of(address).await(1).get("subject")).isEqualTo("Your NHS account was unlocked for you");
        }
        assertThat(Inbox.of(person.mobile()).awaitText(1)).contains("Local Administrator unlocked your account");
        Response history = administrator.history(person);
        history.then()
                .body("items[0].event", equalTo("UnlockedForOwner"))
                .body("items[0].actor", equalTo("ADMINISTRATOR"))
                .body("items[0].facts", equalTo(Map.of("because", lock.name(), "reason", WHY)));
        assertThat(history.<String>path("items[0].actorName")).startsWith("administrator-");
    }

    @Test
    void unlocking_an_account_that_is_not_locked_succeeds_and_gives_back_no_wrong_password() {
        Person person = somebody();
        PasswordCheckApi.guess(person, 9);
        Silence silence = Silence.of(person);

        administrator.unlock(person, WHY).then().statusCode(200);

        silence.isKept();
        assertThat(Rows.count("select sign_in_tries from account where id = ?", person.account()))
                .isEqualTo(9);
    }

    @ParameterizedTest
    @EnumSource
    void a_disabled_account_is_not_unlocked(DisabledBecause because) {
        Person person = Person.with()
                .organisation(ods)
                .locked(LockedBecause.FAILED_SIGN_INS)
                .disabled(because)
                .open();

        assertRefused(administrator.unlock(person, WHY), 403, "CID2012");
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

    @Test
    void nobody_does_it_to_the_own_account() {
        Person person = Person.with()
                .organisation(ods)
                .locked(LockedBecause.FAILED_SIGN_INS)
                .open();
        AdministrationApi self = new AdministrationApi(
                TestTokens.administrator(person.subject(), ods).mint(), ods);
        Silence silence = Silence.of(person);

        assertRefused(self.unlock(person, WHY), 403, "CID3411");
        assertRefused(self.setNumber(person, Person.freshNumber(), WHY), 403, "CID3411");
        silence.isKept();

        self.read(person).then().statusCode(200);
        self.history(person).then().statusCode(200);
    }

    @Test
    void thirty_changes_in_an_hour_are_one_administrators_and_the_next_is_possible_when_the_first_is_an_hour_old() {
        Person person = somebody();
        Instant first = MovableClock.now().plusSeconds(5);
        MovableClock.stopAt(first);
        for (int i = 0; i < 30; i++) {
            administrator.unlock(person, WHY).then().statusCode(200);
        }
        Silence silence = Silence.of(person);
        assertMustWait(administrator.unlock(person, WHY), "CID3412", 3600);
        assertMustWait(administrator.setNumber(person, Person.freshNumber(), WHY), "CID3412", 3600);
        silence.isKept();
        administrator.read(person).then().statusCode(200);
        AdministrationApi.of(ods).unlock(person, WHY).then().statusCode(200);

        MovableClock.stopAt(first.plusSeconds(3600).minusMillis(1));
        assertMustWait(fresh().unlock(person, WHY), "CID3412", 1);
        MovableClock.stopAt(first.plusSeconds(3600));
        fresh().unlock(person, WHY).then().statusCode(200);
    }

    @Test
    void of_forty_at_once_thirty_are_done() {
        Person person = somebody();

        List<Integer> statuses = IntStream.range(0, 40)
                .parallel()
                .mapToObj(i -> administrator.unlock(person, WHY).statusCode())
                .sorted()
                .toList();

        List<Integer> expected = new ArrayList<>(Collections.nCopies(30, 200));
        expected.addAll(Collections.nCopies(10, 429));
        assertThat(statuses).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", "  \u00a0 ", "line\nbreak"})
    void a_reason_is_wanted(String reason) {
        Person person = somebody();

        assertRefused(administrator.unlock(person, reason), 400, "CID1001");
        assertRefused(administrator.setNumber(person, Person.freshNumber(), reason), 400, "CID1001");
    }

    /** The same administrator, who has signed in again since the clock was moved. */
    private AdministrationApi fresh() {
        String subject =
                Rows.text("select split_part(split_part(subject, 'administration by ', 2), ' of ', 1) from send_limit"
                        + " where subject like 'administration by %' and cardinality(sent_at) = 30 order by sent_at[1] desc"
                        + " limit 1");
        return new AdministrationApi(TestTokens.administrator(subject, ods).mint(), ods);
    }

    private static long messages(Person person) {
        return Rows.count("select count(*) from message where account_id = ?", person.account());
    }

    private Person somebody() {
        return Person.with().organisation(ods).open();
    }
}
