package uk.nhs.access.packaged;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The bill of materials names what is in the package, to the last file, and its licences and hashes. */
@Tag("bill")
class BillOfMaterialsIT {

    private static final Path BILL = Path.of("target", "bom.json");
    private static final Path LIBRARIES = Path.of("target", "quarkus-app", "lib");

    private final JsonNode bill = read();

    @Test
    void it_names_every_library_of_the_package_in_the_version_that_is_there() throws IOException {
        Set<String> named = components()
                .map(component -> "%s.%s-%s"
                        .formatted(
                                component.path("group").asText(),
                                component.path("name").asText(),
                                component.path("version").asText()))
                .collect(toSet());

        assertThat(libraries())
                .isNotEmpty()
                .allSatisfy(library -> assertThat(named).contains(library));
    }

    @Test
    void it_says_of_each_what_licence_and_which_hash_it_has() {
        assertThat(components()).isNotEmpty().allSatisfy(component -> {
            assertThat(component.path("purl").asText()).startsWith("pkg:maven/");
            assertThat(component.path("licenses"))
                    .as("%s", component.path("purl"))
                    .isNotEmpty();
            assertThat(component.path("hashes").findValuesAsText("alg")).contains("SHA-256");
        });
    }

    @Test
    void it_is_of_this_service() {
        assertThat(bill.path("bomFormat").asText()).isEqualTo("CycloneDX");
        assertThat(bill.at("/metadata/component/name").asText()).isEqualTo("nhs-account-access");
    }

    private Stream<JsonNode> components() {
        return StreamSupport.stream(bill.path("components").spliterator(), false);
    }

    private static Set<String> libraries() throws IOException {
        try (Stream<Path> files = Files.walk(LIBRARIES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jar"))
                    .map(name -> name.substring(0, name.length() - ".jar".length()))
                    .collect(toSet());
        }
    }

    private static JsonNode read() {
        try {
            return new ObjectMapper().readTree(BILL.toFile());
        } catch (IOException missing) {
            throw new IllegalStateException("mvn package writes it", missing);
        }
    }
}
