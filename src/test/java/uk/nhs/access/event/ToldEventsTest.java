package uk.nhs.access.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.AccountsApi;
import uk.nhs.access.support.AdministrationApi;
import uk.nhs.access.support.LockedOut;
import uk.nhs.access.support.LostPhone;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.PasswordApi;
import uk.nhs.access.support.PasswordCheckApi;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.PhoneChangeApi;
import uk.nhs.access.support.QuestionApi;
import uk.nhs.access.support.Story;

/** What services are told that listen. */
@QuarkusTest
@TestProfile(Listening.class)
class ToldEventsTest extends TwoListeners {

    private static final String PASSWORD = "kettle orange bus lantern";

    private static final Map.Entry<String, Object> UPDATE = Map.entry("change_type", "update");

    @Test
    void each_change_of_an_account_is_told_in_order() {
        Story story = Story.of(
                        Person.with().password(PASSWORD).organisation("X1A").open())
                .isHeld();
        Person person = story.person;
        MovableClock.advance(Duration.ofHours(24));
        story.reaches("APPLIED");
        PasswordApi.change(story.token(), PASSWORD, "velvet ladder ninety pies")
                .then()
                .statusCode(200);
        QuestionApi.haveSet(person);
        PasswordCheckApi.guess(person, 10);
        AdministrationApi.of("X1A").unlock(person, "Rang us").then().statusCode(200);
        AccountsApi.disable(person, "Has left").then().statusCode(200);
        AccountsApi.enable(person).then().statusCode(200);

        assertTold(
                person,
                "phone-change-asked",
                "credential-change",
                "credential-change",
                "recovery-information-changed",
                "account-locked",
                "account-unlocked",
                "account-disabled",
                "account-enabled");
        assertThat(details(person, 1)).containsOnly(Map.entry("credential_type", "phone-sms"), UPDATE);
        assertThat(details(person, 2)).containsOnly(Map.entry("credential_type", "password"), UPDATE);
        assertThat(all.of(person.subject()).get(0).getClaimValue("txn")).isEqualTo(story.change());
        assertThat(all.of(person.subject()).get(1).getClaimValue("txn")).isEqualTo(story.change());
        assertThat(all.headers())
                .allSatisfy(headers -> assertThat(headers.get("Authorization")).containsExactly(Listening.SECRET));
        assertThat(all.faults()).isEmpty();
    }

    @Test
    void a_change_that_ends_otherwise_is_told_as_well() {
        Story cancelled = Story.ofSomebody().asks();
        PhoneChangeApi.cancel(cancelled.token(), cancelled.change());
        Story replaced = Story.ofSomebody().asks();
        AccountsApi.change(replaced.person, Map.of("mobileNumber", Person.freshNumber()))
                .then()
                .statusCode(200);

        assertTold(cancelled.person, "phone-change-asked", "phone-change-cancelled");
        assertTold(replaced.person, "phone-change-asked", "phone-change-lapsed", "credential-change");
    }

    @Test
    void an_event_belongs_to_the_trace_of_the_request_that_it_came_of() {
        String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        Person person = Person.fresh();
        PhoneChangeApi.with(person.token().mint())
                .header("traceparent", trace)
                .body(Map.of("mobileNumber", Person.freshNumber()))
                .post("/v1/phone-changes");

        assertTold(person, "phone-change-asked");
        assertThat(all.headers())
                .anySatisfy(headers -> assertThat(headers.get("Traceparent")).containsExactly(trace));
    }

    @Test
    void a_recovery_is_told_once_it_is_proved() {
        LostPhone story = LostPhone.ofSomebody();
        story.gives(Person.freshNumber());
        story.provesThePreviousNumber();

        assertTold(story.person, "recovery-activated");
    }

    @Test
    void a_reset_is_told_as_soon_as_the_old_password_is_no_good_any_more() {
        LockedOut story =
                LockedOut.of(LockedOut.lockedBySignIns().password(PASSWORD).open());
        story.proves().resets().then().statusCode(200);

        assertTold(story.person, "account-unlocked", "credential-change");
        assertThat(details(story.person, 1))
                .containsOnly(Map.entry("credential_type", "password"), Map.entry("change_type", "revoke"));
    }

    @Test
    void an_account_that_stays_disabled_is_not_told_of_as_enabled() {
        Map<String, Object> somebody = AccountsApi.somebody("+353 85 012 3456");
        Person person = AccountsApi.opened(somebody);
        AccountsApi.disable(person, "Has left").then().statusCode(200);
        AccountsApi.enable(person).then().statusCode(200);
        AccountsApi.change(person, Map.of("mobileNumber", Person.freshNumber()))
                .then()
                .statusCode(200);

        assertTold(person, "account-disabled", "account-disabled", "credential-change", "account-enabled");
    }

    @Test
    void whoever_listens_to_locks_is_told_of_nothing_else() {
        Story story = Story.of(Person.with().password(PASSWORD).open()).asks();
        PasswordCheckApi.guess(story.person, 10);

        assertTold(story.person, "phone-change-asked", "account-locked");
        await(() -> locks.types(story.person.subject()).equals(List.of("account-locked")));
        assertThat(jti(locks.of(story.person.subject()).get(0)))
                .isNotEqualTo(jti(all.of(story.person.subject()).get(1)));
    }

    @Test
    void nothing_of_a_person_stands_in_an_event() {
        Story story = Story.of(Person.with()
                        .name("Canary Bird")
                        .password("canary sings in the coal mine")
                        .organisation("X1A")
                        .addresses(2)
                        .open())
                .isHeld();
        MovableClock.advance(Duration.ofHours(24));
        story.reaches("APPLIED");
        PasswordCheckApi.guess(story.person, 10);
        AdministrationApi.of("X1A").unlock(story.person, "Canary reason").then().statusCode(200);
        await(() -> all.types(story.person.subject()).size() == 4);

        assertThat(all.of(story.person.subject()))
                .allSatisfy(claims -> assertThat(claims.toJson())
                        .doesNotContainIgnoringCase("canary")
                        .doesNotContain(story.newNumber.substring(1))
                        .doesNotContain(story.newNumber.substring(story.newNumber.length() - 3) + "\"")
                        .doesNotContain(story.person.mobile())
                        .doesNotContain("@")
                        .doesNotContain("•"));
    }

    private Map<String, Object> details(Person person, int event) {
        return EventRules.events(all.of(person.subject()).get(event))
                .values()
                .iterator()
                .next();
    }
}
