package uk.nhs.access.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Kubernetes manifests together: that they name each other rightly, and settings that there are. */
class ManifestsTest {

    private static final JsonNode POD = Docker.pod();
    private static final JsonNode ALL = Docker.read("kubernetes/kustomization.yaml");

    @Test
    void the_certificate_that_the_database_is_held_to_is_mounted() {
        String generated = ALL.at("/configMapGenerator/1/files/0").asText();
        JsonNode mount = POD.at("/containers/0/volumeMounts/1");

        assertThat(settings().getProperty("QUARKUS_DATASOURCE_JDBC_URL"))
                .endsWith("?sslmode=verify-full&sslrootcert="
                        + mount.path("mountPath").asText() + "/" + generated);
        assertThat(POD.at("/volumes/0/name")).isEqualTo(mount.path("name"));
        assertThat(POD.at("/volumes/0/configMap/name")).isEqualTo(ALL.at("/configMapGenerator/1/name"));
    }

    @Test
    void everything_is_in_one_namespace_that_is_made() {
        assertThat(Stream.of(
                                ALL.path("namespace"),
                                Docker.read("kubernetes/secret-template.yaml").at("/metadata/namespace"))
                        .map(JsonNode::asText))
                .containsOnly(Docker.read("kubernetes/namespace.yaml")
                        .at("/metadata/name")
                        .asText());
    }

    @Test
    void all_manifests_but_the_template_of_the_secret_are_applied() {
        List<String> applied = new ArrayList<>(Docker.list(ALL.path("resources")).stream()
                .map(JsonNode::asText)
                .map("kubernetes/"::concat)
                .toList());
        applied.add("kubernetes/" + ALL.at("/configMapGenerator/0/envs/0").asText());
        applied.add("kubernetes/kustomization.yaml");
        applied.add("kubernetes/secret-template.yaml");

        assertThat(Docker.files("kubernetes")).containsExactlyElementsOf(new TreeSet<>(applied));
    }

    @Test
    void the_template_of_the_secret_holds_none() {
        assertThat(Docker.list(Docker.read("kubernetes/secret-template.yaml").path("stringData")))
                .isNotEmpty()
                .allSatisfy(value -> assertThat(value.asText()).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("variables")
    void each_variable_is_a_setting_that_the_readme_knows(String variable) throws IOException {
        String shown = variable.replaceFirst("^(CALLER_ISSUERS|EVENT_RECEIVERS)_[A-Z0-9]+_", "$1_<NAME>_");
        String part = shown.replaceFirst("^QUARKUS_MAILER_PASSWORD$", "QUARKUS_MAILER_USERNAME`, `_PASSWORD");

        assertThat(Files.readString(Path.of("README.md"))).contains("`" + part + "`");
    }

    static Stream<String> variables() {
        return Stream.concat(
                        settings().stringPropertyNames().stream(),
                        Stream.of(
                                        Docker.read("kubernetes/secret-template.yaml")
                                                .path("stringData"),
                                        Docker.read("compose.yaml").at("/services/service/environment"))
                                .flatMap(JsonNode::propertyStream)
                                .map(Map.Entry::getKey))
                .distinct();
    }

    /** What the ConfigMap is made of. */
    private static Properties settings() {
        Properties file = new Properties();
        try (StringReader lines = new StringReader(Docker.text("kubernetes/settings.env"))) {
            file.load(lines);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return file;
    }
}
