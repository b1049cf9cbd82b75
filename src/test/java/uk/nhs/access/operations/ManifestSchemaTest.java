package uk.nhs.access.operations;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Secret;
import io.kubernetes.client.openapi.models.V1Service;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each Kubernetes manifest beside the schema that Kubernetes publishes: no field that it does not know, and none missing. */
class ManifestSchemaTest {

    private static final Map<String, Schema> SCHEMAS = Map.of(
            "v1 Namespace", V1Namespace::validateJsonElement,
            "v1 Service", V1Service::validateJsonElement,
            "v1 Secret", V1Secret::validateJsonElement,
            "apps/v1 Deployment", V1Deployment::validateJsonElement,
            "policy/v1 PodDisruptionBudget", V1PodDisruptionBudget::validateJsonElement,
            "networking.k8s.io/v1 NetworkPolicy", V1NetworkPolicy::validateJsonElement);

    @FunctionalInterface
    private interface Schema {

        void require(JsonElement manifest) throws IOException;
    }

    static Stream<String> manifests() {
        return Docker.files("kubernetes").stream()
                .filter(file -> file.endsWith(".yaml"))
                .filter(file -> !file.endsWith("/kustomization.yaml"));
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void a_manifest_is_what_kubernetes_takes(String file) {
        assertThatCode(() -> require(Docker.read(file))).doesNotThrowAnyException();
    }

    @Test
    void a_field_that_kubernetes_does_not_know_is_found_however_deep() {
        JsonNode deployment = Docker.read("kubernetes/deployment.yaml");
        ((ObjectNode) deployment.at("/spec/template/spec/containers/0/securityContext"))
                .put("readOnlyRootFilesystems", true);

        assertThatThrownBy(() -> require(deployment)).hasMessageContaining("readOnlyRootFilesystems");
    }

    @Test
    void a_field_that_kubernetes_needs_is_missed() {
        JsonNode deployment = Docker.read("kubernetes/deployment.yaml");
        ((ObjectNode) deployment.path("spec")).remove("selector");

        assertThatThrownBy(() -> require(deployment)).hasMessageContaining("selector");
    }

    private static void require(JsonNode manifest) throws IOException {
        Schema schema = SCHEMAS.get(manifest.path("apiVersion").asText() + " "
                + manifest.path("kind").asText());
        schema.require(JsonParser.parseString(manifest.toString()));
    }
}
