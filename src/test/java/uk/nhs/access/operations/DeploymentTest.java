package uk.nhs.access.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.configuration.DurationConverter;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.access.Defaults;
import uk.nhs.access.time.TimeSettings;

/** Image, compose file and Kubernetes manifests: that they fit each other and the service. */
class DeploymentTest {

    private static final String NAME = "nhs-account-access";
    private static final JsonNode POD = Docker.pod();
    private static final JsonNode CONTAINER = POD.at("/containers/0");
    private static final String IMAGE = Docker.text("Dockerfile");

    @ParameterizedTest
    @ValueSource(strings = {"startupProbe, started", "livenessProbe, live", "readinessProbe, ready"})
    void each_probe_asks_for_what_is_at_the_management_port(String probeAndPath) {
        String[] parts = probeAndPath.split(", ");
        JsonNode asked = CONTAINER.path(parts[0]).path("httpGet");

        assertThat(asked.path("path").asText()).isEqualTo("/q/health/" + parts[1]);
        assertThat(port(asked.path("port").asText())).isEqualTo(setting("quarkus.management.port"));
    }

    @Test
    void the_ports_are_those_of_the_service_and_of_the_image() {
        assertThat(port("http")).isEqualTo(setting("quarkus.http.port"));
        assertThat(IMAGE).contains("\nEXPOSE " + port("http") + " " + port("management") + "\n");
        assertThat(Docker.read("kubernetes/service.yaml")
                        .at("/spec/ports/0/targetPort")
                        .asText())
                .isEqualTo("http");
        assertThat(Docker.read("kubernetes/deployment.yaml")
                        .at("/spec/template/metadata/annotations/prometheus.io~1port")
                        .asText())
                .isEqualTo(port("management"));
    }

    @Test
    void nobody_but_those_who_watch_reaches_the_management_port() {
        List<JsonNode> ways =
                Docker.list(Docker.read("kubernetes/networkpolicy.yaml").at("/spec/ingress"));

        assertThat(ways).hasSize(2);
        assertThat(ways.get(0).toString()).contains("\"http\"").doesNotContain("management");
        assertThat(ways.get(1).toString()).contains("\"management\"", "\"monitoring\"");
    }

    @Test
    void it_reaches_whatever_the_settings_can_name() {
        assertThat(Docker.list(Docker.read("kubernetes/networkpolicy.yaml").at("/spec/egress")).stream()
                        .flatMap(way -> Docker.list(way.path("ports")).stream())
                        .map(port -> port.path("port").asInt()))
                .containsExactlyInAnyOrder(
                        53, 53, 5432, 587, 636, 4317, 4318, 443); // names, database, mail, LDAPS, traces, HTTPS
    }

    @Test
    void it_is_not_root_and_can_write_nothing_but_its_temporary_files() {
        assertThat(IMAGE).containsPattern("\nUSER 10001:10001\n");
        assertThat(POD.at("/securityContext/runAsUser").asInt()).isEqualTo(10001);
        assertThat(POD.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
        assertThat(CONTAINER.at("/securityContext/readOnlyRootFilesystem").asBoolean())
                .isTrue();
        assertThat(CONTAINER.at("/securityContext/allowPrivilegeEscalation").asBoolean(true))
                .isFalse();
        assertThat(CONTAINER.at("/securityContext/capabilities/drop/0").asText())
                .isEqualTo("ALL");
        assertThat(Docker.list(CONTAINER.path("volumeMounts")))
                .filteredOn(mount -> !mount.path("readOnly").asBoolean())
                .extracting(mount -> mount.path("mountPath").asText())
                .containsExactly("/tmp");
        JsonNode composed = Docker.read("compose.yaml").at("/services/service");
        assertThat(composed.path("read_only").asBoolean()).isTrue();
        assertThat(composed.path("tmpfs").toString()).isEqualTo("[\"/tmp\"]");
    }

    @Test
    void who_is_told_to_end_has_the_time_for_it() {
        Duration requests = DurationConverter.parseDuration(setting("quarkus.shutdown.timeout"));
        Duration besides = Defaults.of(TimeSettings.class).toEnd();
        Duration threads = DurationConverter.parseDuration(setting("quarkus.thread-pool.shutdown-timeout"));
        Duration all = requests.plus(besides).plus(threads);
        Duration unannounced = Duration.ofSeconds(
                CONTAINER.at("/lifecycle/preStop/exec/command/1").asInt());

        assertThat(Duration.ofSeconds(POD.path("terminationGracePeriodSeconds").asInt()))
                .isGreaterThan(unannounced.plus(all));
        assertThat(DurationConverter.parseDuration(Docker.read("compose.yaml")
                        .at("/services/service/stop_grace_period")
                        .asText()))
                .isGreaterThan(all);
    }

    @Test
    void everything_selects_the_pods_of_the_deployment() {
        JsonNode labels = Docker.read("kubernetes/deployment.yaml").at("/spec/template/metadata/labels");

        assertThat(labels.path("app.kubernetes.io/name").asText()).isEqualTo(NAME);
        assertThat(Stream.of(
                        Docker.read("kubernetes/deployment.yaml").at("/spec/selector/matchLabels"),
                        Docker.read("kubernetes/service.yaml").at("/spec/selector"),
                        Docker.read("kubernetes/poddisruptionbudget.yaml").at("/spec/selector/matchLabels"),
                        Docker.read("kubernetes/networkpolicy.yaml").at("/spec/podSelector/matchLabels"),
                        POD.at("/topologySpreadConstraints/0/labelSelector/matchLabels"),
                        POD.at("/topologySpreadConstraints/1/labelSelector/matchLabels")))
                .containsOnly(labels);
    }

    @Test
    void what_the_deployment_refers_to_is_there_under_that_name() {
        String config = Docker.read("kubernetes/kustomization.yaml")
                .at("/configMapGenerator/0/name")
                .asText();
        String secret = Docker.read("kubernetes/secret-template.yaml")
                .at("/metadata/name")
                .asText();

        assertThat(CONTAINER.at("/envFrom/0/configMapRef/name").asText()).isEqualTo(config);
        assertThat(CONTAINER.at("/envFrom/1/secretRef/name").asText()).isEqualTo(secret);
        assertThat(CONTAINER.path("image").asText()).isEqualTo(NAME);
        assertThat(Docker.read("compose.yaml").at("/services/service/image").asText())
                .isEqualTo(NAME);
    }

    private static String port(String name) {
        return Docker.list(CONTAINER.path("ports")).stream()
                .filter(port -> port.path("name").asText().equals(name))
                .map(port -> port.path("containerPort").asText())
                .findFirst()
                .orElseThrow();
    }

    private static String setting(String name) {
        Properties file = new Properties();
        try (InputStream stream = DeploymentTest.class.getResourceAsStream("/application.properties")) {
            file.load(stream);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return file.getProperty(name);
    }
}
