package uk.nhs.access.event;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.Refusal.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.AccountsApi;
import uk.nhs.access.support.Management;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.OperationsApi;
import uk.nhs.access.support.PasswordCheckApi;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.PhoneChangeApi;
import uk.nhs.access.support.Rows;
import uk.nhs.access.support.Story;

/** That services which listen are told of everything, whatever becomes of them meanwhile. */
@QuarkusTest
@TestProfile(Listening.class)
class ToldInTheEndTest extends TwoListeners {

    private static final String PASSWORD = "kettle orange bus lantern";

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
        assertThat(all.bodies().stream().map(ToldInTheEndTest::jtiOf).distinct())
                .hasSize(1);
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

    private static long waiting(String receiver) {
        return Rows.count("select count(*) from announcement where receiver = ? and state = 'QUEUED'", receiver);
    }

    private static long dead(String receiver) {
        return Rows.count("select count(*) from announcement where receiver = ? and state = 'DEAD'", receiver);
    }

    private static String jtiOf(String token) {
        String claims = new String(Base64.getUrlDecoder().decode(token.split("[.]")[1]));
        return JsonPath.from(claims).getString("jti");
    }
}
