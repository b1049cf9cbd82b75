package uk.nhs.access.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.nhs.access.account.LockedBecause;
import uk.nhs.access.packaged.Spans.Span;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.Production;
import uk.nhs.access.support.QuestionApi;
import uk.nhs.access.support.Rows;

/** What the OpenTelemetry agent that goes into the image records of the packaged service. */
class TracesIT {

    private static final Duration HOLD = Duration.ofHours(24);
    private static final String CONFIRMATION = "POST /v1/phone-changes/{id}/confirmation";

    /** What belongs into no span. */
    private static final List<String> CANARIES = new ArrayList<>(QuestionApi.ANSWERS);

    private static Spans spans;

    @BeforeAll
    static void walk() {
        System.setProperty("crypto.keys", Production.KEYS);
        Collector collector = Collector.start();
        Listener listener = Listener.onFreePort();
        Cluster cluster = Cluster.start(1, withAgent(collector, listener.settings()));
        listener.listenTo(cluster);
        Instant ready = Instant.now();
        changesTheNumber(cluster);
        answersQuestions(cluster);
        Awaitility.await()
                .atMost(Owner.PATIENCE)
                .until(() -> waiting() == 0 && collector.spans().since(ready).areWhole());
        cluster.close();
        listener.close();
        collector.close();
        spans = collector.spans().since(ready);
    }

    @AfterAll
    static void forget() {
        System.clearProperty("crypto.keys");
    }

    @Test
    void a_request_and_all_that_it_sets_off_are_one_trace() {
        assertThat(spans.under("POST /v1/phone-changes"))
                .extracting(Span::name)
                .contains("INSERT postgres.phone_change", "send TEXT", "POST", "push event");
        assertThat(spans.under(CONFIRMATION))
                .extracting(Span::name)
                .contains("send EMAIL", "mail server", "send TEXT", "UPDATE postgres.message");
    }

    @Test
    void what_falls_due_is_a_trace_of_its_own() {
        assertThat(spans.under("phone changes"))
                .extracting(Span::name)
                .contains("UPDATE postgres.account", "send EMAIL", "send TEXT", "push event");
    }

    @Test
    void looking_whether_there_is_anything_to_do_is_in_no_trace() {
        assertThat(spans.roots())
                .isNotEmpty()
                .allMatch(root -> Set.of("SERVER", "CONSUMER").contains(root.kind()));
    }

    @Test
    void nothing_that_is_anybodys_own_is_recorded() {
        assertThat(CANARIES)
                .hasSizeGreaterThan(10)
                .allSatisfy(canary -> assertThat(spans.toString()).doesNotContain(canary));
    }

    /** Without the cache of classes, which does not go together with an agent. */
    private static Map<String, String> withAgent(Collector collector, Map<String, String> listening) {
        Map<String, String> settings = new HashMap<>(listening);
        settings.put(
                "JAVA_TOOL_OPTIONS",
                "-Xshare:off -javaagent:"
                        + Path.of("target", "opentelemetry-javaagent.jar").toAbsolutePath());
        settings.put("OTEL_EXPORTER_OTLP_ENDPOINT", collector.url().toString());
        settings.put("OTEL_BSP_SCHEDULE_DELAY", "200");
        settings.put("OTEL_METRICS_EXPORTER", "none");
        settings.put("OTEL_LOGS_EXPORTER", "none");
        return settings;
    }

    private static void changesTheNumber(Cluster cluster) {
        Owner owner = Owner.fresh(cluster).ask();
        watch(owner.person);
        CANARIES.addAll(List.of(owner.newNumber.substring(1), owner.code()));
        owner.confirm().awaitState("HELD");
        CANARIES.add(owner.cancelToken());
        MovableClock.advance(HOLD);
        owner.awaitState("APPLIED");
    }

    private static void answersQuestions(Cluster cluster) {
        Person person = Person.with()
                .password("canarybird in the coal mine")
                .locked(LockedBecause.FAILED_SIGN_INS)
                .questions()
                .open();
        watch(person);
        String ending = person.mobile().substring(person.mobile().length() - 4);
        String unlock = Owner.id(cluster.replica(0).post("/v1/unlocks", null, """
                {"emailAddress":"%s","mobileNumberEnding":"%s"}""".formatted(person.address(), ending)));
        CANARIES.add(unlock);
        String answers = "/v1/unlocks/" + unlock + "/answers";
        assertThat(cluster.replica(0)
                        .post(answers, null, """
                {"answers":["%s","%s","%s"]}""".formatted(QuestionApi.ANSWERS.toArray()))
                        .statusCode())
                .isEqualTo(200);
    }

    private static long waiting() {
        return Rows.count("select (select count(*) from message where state = 'QUEUED')"
                + " + (select count(*) from announcement where state = 'QUEUED')");
    }

    private static void watch(Person person) {
        CANARIES.addAll(List.of(person.address(), person.mobile().substring(3), person.name(), "Bearer", "eyJ"));
    }
}
