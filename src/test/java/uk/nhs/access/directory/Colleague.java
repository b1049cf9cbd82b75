package uk.nhs.access.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import uk.nhs.access.support.PasswordApi;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.PersonBuilder;
import uk.nhs.access.support.PhoneChangeApi;
import uk.nhs.access.support.Rows;

/** Somebody who works for an organisation that has adopted Same Sign On, told in verbs. */
final class Colleague {

    static final String FIRST = "Gravel otter minuet 6";

    final Person person;
    private final DirectoryDouble directory;
    private String current = FIRST;

    private Colleague(Person person, DirectoryDouble directory) {
        this.person = person;
        this.directory = directory;
    }

    /** Somebody who has been there for long, and has one password. */
    static Colleague of(PersonBuilder making, String organisation, DirectoryDouble directory) {
        return in(making.organisation(organisation).password(FIRST).open(), directory);
    }

    static Colleague in(Person person, DirectoryDouble directory) {
        Colleague colleague = new Colleague(person, directory);
        directory.join(person.address(), FIRST);
        return colleague;
    }

    static Colleague notIn(Person person, DirectoryDouble directory) {
        return new Colleague(person, directory);
    }

    Response chooses(String password) {
        Response answer = PasswordApi.change(person.token().mint(), current, password);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        current = password;
        return answer;
    }

    boolean canWorkWith(String password) {
        return directory.opens(person.address(), password);
    }

    void awaitWorkWith(String password) {
        eventually(() -> assertThat(canWorkWith(password)).isTrue());
    }

    /** What the profile says of the directory: action, state and reason. */
    List<String> standing() {
        List<Map<String, String>> states =
                PhoneChangeApi.with(person.token().mint()).get("/v1/account").path("sameSignOn");
        return states.stream().map(Colleague::told).toList();
    }

    void awaitStanding(String... told) {
        eventually(() -> assertThat(standing()).containsExactlyInAnyOrder(told));
    }

    /** Each state that an answer tells, in one line. */
    static List<String> told(Response answer) {
        return answer.<List<Map<String, String>>>path("targets").stream()
                .map(state -> state.get("target") + " " + told(state))
                .toList();
    }

    private static String told(Map<String, String> state) {
        String reason = state.get("reason");
        return state.get("action") + " " + state.get("state") + (reason == null ? "" : " " + reason);
    }

    /** Until somebody has tried to carry what was done last. */
    void awaitATry() {
        eventually(() -> assertThat(Rows.count(
                        "select coalesce(sum(tries), 0) from carried_change where account_id = ?", person.account()))
                .isPositive());
    }

    /** What the queue holds of this person, in order. */
    List<String> queue() {
        return Rows.texts(
                "select errand || ' ' || state from carried_change where account_id = ? order by position",
                person.account());
    }

    /** All that the database knows of what was carried, or is to be. */
    String rows() {
        return String.join(" ", Rows.texts("""
                        select c::text from carried_change c where account_id = ?
                        union all select h::text from history_entry h where account_id = ?
                        union all select m::text from message m where account_id = ?
                        """, person.account(), person.account(), person.account()));
    }

    long sealed() {
        return Rows.count(
                "select count(*) from carried_change where account_id = ? and sealed is not null", person.account());
    }

    static void eventually(ThrowingRunnable holds) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(holds);
    }
}
