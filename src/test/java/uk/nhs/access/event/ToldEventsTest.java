package uk.nhs.access.event;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.Refusal.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.AccountsApi;
import uk.nhs.access.support.AdministrationApi;
import uk.nhs.access.support.LockedOut;
import uk.nhs.access.support.LostPhone;
import uk.nhs.access.support.Management;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.OperationsApi;
import uk.nhs.access.support.PasswordApi;
import uk.nhs.access.support.PasswordCheckApi;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.PhoneChangeApi;
import uk.nhs.access.support.QuestionApi;
import uk.nhs.access.support.Rows;
import uk.nhs.access.support.Story;

/** What services are told that listen, whatever becomes of them meanwhile. */
@QuarkusTest
@TestProfile(Listening.class)
class ToldEventsTest {

    private static final String PASSWORD = "kettle orange bus lantern";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Map.Entry<String, Object> UPDATE = Map.entry("change_type", "update");

    private ReceiverDouble all;
    private ReceiverDouble locks;

    @BeforeEach
    void begin_with_nothing_left_over() {
        Rows.change("delete from announcement");
        all = listener(Listening.ALL, "all");
        locks = listener(Listening.LOCKS, "locks");
    }

    @AfterEach
    void nobody_listens() {
        all.close();
        locks.close();
    }

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
    void an_outage_delays_events_loses_none_and_keeps_their_order() {
        all.down();
        List<Story> stories =
                IntStream.range(0, 8).mapToObj(i -> Story.ofSomebody().asks()).toList();
        stories.forEach(story -> PhoneChangeApi.cancel(story.token(), story.change()));
        await(() -> waiting("all") >= 16);

        all.up();

        stories.forEach(story -> assertTold(story.person, "phone-change-asked", "phone-change-cancelled"));
        await(() -> waiting("all") == 0);
        assertThat(Management.metrics())
                .contains("access_events_total{answer=\"LATER\",receiver=\"all\"}")
                .contains("access_events_total{answer=\"ACCEPTED\",receiver=\"all\"}");
    }

    @Test
    void a_receiver_that_hangs_holds_up_no_other() {
        all.slow(Duration.ofMinutes(1));
        List<Person> people = IntStream.range(0, 2)
                .mapToObj(i -> Person.with().password(PASSWORD).open())
                .toList();
        people.forEach(person -> PasswordCheckApi.guess(person, 10));

        people.forEach(person -> await(() -> locks.types(person.subject()).equals(List.of("account-locked"))));
        assertThat(people).allMatch(person -> all.of(person.subject()).isEmpty());

        all.listens();
        people.forEach(person -> assertTold(person, "account-locked"));
    }

    @Test
    void one_event_has_the_same_name_at_every_try() {
        all.says(503, "");
        Person person = Story.ofSomebody().asks().person;
        await(() -> all.bodies().size() > 2);
        all.listens();

        assertTold(person, "phone-change-asked");
        assertThat(all.bodies().stream().map(ToldEventsTest::jtiOf).distinct()).hasSize(1);
    }

    @Test
    void what_is_refused_for_good_is_dead_at_once_and_what_comes_after_it_is_not() {
        all.says(400, "{\"err\":\"invalid_audience\",\"description\":\"Who is this?\"}");
        Story story = Story.ofSomebody().asks();
        await(() -> dead("all") == 1);
        all.listens();
        PhoneChangeApi.cancel(story.token(), story.change());

        assertTold(story.person, "phone-change-cancelled");
        assertThat(Rows.texts("select last_error from announcement where state = 'DEAD'"))
                .containsExactly("400 invalid_audience");
        assertThat(Management.metrics()).contains("access_alarms_total{alarm=\"EVENT_DEAD\"");

        OperationsApi.redeliver("all").then().statusCode(200);

        assertTold(story.person, "phone-change-cancelled", "phone-change-asked");
        assertThat(jti(all.of(story.person.subject()).get(1)))
                .isEqualTo(jtiOf(all.bodies().get(0)));
        assertThat(dead("all")).isZero();
    }

    @Test
    void neither_another_status_nor_a_redirect_nor_a_flood_counts_as_taken() {
        Person person = Story.ofSomebody().person;
        for (int status : List.of(200, 204, 307, 401, 500)) {
            all.says(status, status == 204 ? "" : "x".repeat(100_000), Map.of("Location", "/events"));
            int before = all.bodies().size();
            if (before == 0) {
                Story.of(person).asks();
            }
            await(() -> all.bodies().size() > before + 1);
        }
        assertThat(waiting("all")).isEqualTo(1);
        assertThat(dead("all")).isZero();

        all.listens();
        assertTold(person, "phone-change-asked");
    }

    @Test
    void an_event_is_tried_for_seven_days_and_then_dead() {
        all.says(503, "");
        AccountsApi.disable(Person.fresh(), "Has left");
        await(() -> all.bodies().size() > 1);
        MovableClock.advance(Duration.ofDays(7).minusMinutes(1));
        int before = all.bodies().size();
        await(() -> all.bodies().size() > before + 2);
        assertThat(dead("all")).isZero();

        MovableClock.advance(Duration.ofMinutes(1));

        await(() -> dead("all") == 1);
        assertThat(waiting("all")).isZero();
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

    @Test
    void whoever_runs_the_service_sees_how_far_behind_each_receiver_is() {
        all.says(503, "");
        Story.ofSomebody().asks();
        await(() -> waiting("all") == 1);

        List<Map<String, Object>> receivers = OperationsApi.receivers().path("");

        assertThat(receivers).extracting("name").containsExactly("all", "locks");
        assertThat(receivers.get(0)).containsKey("oldestWaiting");
        assertThat(receivers.get(1)).isEqualTo(Map.of("name", "locks", "waiting", 0, "dead", 0));
        assertRefused(OperationsApi.redeliver("nobody"), 404, "CID1005");
        assertThat(OperationsApi.redeliver("locks").<Integer>path("queued")).isZero();
    }

    private void assertTold(Person person, String... types) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThat(all.types(person.subject())).containsExactly(types));
    }

    private Map<String, Object> details(Person person, int event) {
        return ReceiverDouble.events(all.of(person.subject()).get(event))
                .values()
                .iterator()
                .next();
    }

    private static long waiting(String receiver) {
        return Rows.count("select count(*) from announcement where receiver = ? and state = 'QUEUED'", receiver);
    }

    private static long dead(String receiver) {
        return Rows.count("select count(*) from announcement where receiver = ? and state = 'DEAD'", receiver);
    }

    private static void await(Supplier<Boolean> condition) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(condition::get);
    }

    private static String jti(JwtClaims claims) {
        try {
            return claims.getJwtId();
        } catch (MalformedClaimException malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    private static String jtiOf(String token) {
        String claims = new String(Base64.getUrlDecoder().decode(token.split("[.]")[1]));
        return JsonPath.from(claims).getString("jti");
    }

    private static ReceiverDouble listener(String setting, String audience) {
        URI url = ConfigProvider.getConfig().getValue(setting, URI.class);
        return ReceiverDouble.at(
                url, audience, () -> RestAssured.get("/v1/event-keys").asString());
    }
}
