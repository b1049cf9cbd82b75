package uk.nhs.access.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import uk.nhs.access.alarm.Alarm;
import uk.nhs.access.support.Management;

/** What the alert rules and the dashboard ask for is there to be had. */
@QuarkusTest
@TestProfile(MonitoringTest.SomebodyListens.class)
class MonitoringTest {

    private static final Pattern METRIC = Pattern.compile("\\b(access|http|agroal|jvm|process)_[a-z_]+");

    /** The service with a receiver of events and a directory, so that it measures how far those are behind. */
    public static class SomebodyListens implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "event.issuer", "https://access.example",
                    "event.receivers.somebody.url", "http://127.0.0.1:1/events",
                    "event.receivers.somebody.audience", "somebody",
                    "directory.targets.d1a.kind", "LDAP",
                    "directory.targets.d1a.url", "ldaps://127.0.0.1:1",
                    "directory.targets.d1a.bind-dn", "cn=service",
                    "directory.targets.d1a.bind-password", "Of the service",
                    "directory.targets.d1a.base-dn", "dc=example");
        }
    }

    @ParameterizedTest
    @EnumSource
    void each_alarm_has_a_rule(Alarm alarm) {
        assertThat(rules())
                .filteredOn(rule -> rule.path("expr").asText().contains("alarm=\"" + alarm + '"'))
                .hasSize(1);
    }

    @Test
    void each_rule_says_whom_it_wakes_and_what_is_the_matter() {
        assertThat(rules()).isNotEmpty().allSatisfy(rule -> {
            assertThat(rule.at("/labels/severity").asText()).isIn("page", "ticket");
            assertThat(rule.at("/annotations/summary").asText()).isNotBlank();
        });
        assertThat(rules()).extracting(rule -> rule.path("alert").asText()).doesNotHaveDuplicates();
    }

    /** By {@code promtool}, which {@code .ci/run} starts. */
    @Test
    void each_rule_is_tried() {
        String tests = Docker.text("monitoring/alerts-test.yaml");
        assertThat(rules())
                .extracting(rule -> rule.path("alert").asText())
                .allSatisfy(alert -> assertThat(tests).contains("alertname=\"" + alert + '"'));
    }

    @Test
    void whoever_is_woken_finds_in_the_readme_what_to_do() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        assertThat(rules())
                .extracting(rule -> rule.path("alert").asText())
                .allSatisfy(alert -> assertThat(readme).contains("| `" + alert + "` | "));
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void each_metric_that_is_asked_for_is_measured(String expression) {
        RestAssured.get("/v1/event-keys");
        List<String> metrics = METRIC.matcher(expression)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();

        Awaitility.await().untilAsserted(() -> {
            List<String> measured = Management.metrics().lines().toList();
            assertThat(metrics)
                    .isNotEmpty()
                    .allSatisfy(metric -> assertThat(measured)
                            .anyMatch(line -> line.startsWith(metric + "{") || line.startsWith(metric + " ")));
        });
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void each_value_of_a_label_that_is_asked_for_exists(String expression) {
        String metrics = Management.metrics();

        assertThat(Chosen.in(expression))
                .allSatisfy(chosen -> assertThat(chosen.alternatives())
                        .allSatisfy(value -> assertThat(chosen.measured(metrics))
                                .as(chosen.toString())
                                .anyMatch(measured -> value.matcher(measured).matches())));
    }

    @Test
    void whatever_is_asked_of_a_label_is_looked_at() {
        assertThat(expressions().flatMap(Chosen::in).map(Chosen::operator)).contains("=", "!=", "=~");
        long quotes = expressions()
                .flatMapToInt(String::chars)
                .filter(character -> character == '"')
                .count();
        assertThat(2 * expressions().flatMap(Chosen::in).count()).isEqualTo(quotes);
    }

    static Stream<String> expressions() {
        Stream<String> ofRules = rules().stream().map(rule -> rule.path("expr").asText());
        Stream<String> ofDashboard = Docker.read("monitoring/dashboard.json").findValuesAsText("expr").stream();
        return Stream.concat(ofRules, ofDashboard).distinct();
    }

    private static List<JsonNode> rules() {
        return Docker.read("monitoring/alerts.yaml").findValues("rules").stream()
                .flatMap(rules ->
                        Stream.iterate(0, i -> i < rules.size(), i -> i + 1).map(rules::get))
                .toList();
    }
}
