package uk.nhs.access.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files under {@code docker}. */
final class Docker {

    private static final Path FOLDER = Path.of("docker");
    private static final YAMLMapper YAML = new YAMLMapper();

    private Docker() {}

    static String text(String file) {
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A file of YAML or JSON. */
    static JsonNode read(String file) {
        try (MappingIterator<JsonNode> documents =
                YAML.readerFor(JsonNode.class).readValues(FOLDER.resolve(file).toFile())) {
            List<JsonNode> all = documents.readAll();
            if (all.size() != 1) {
                throw new IllegalStateException(file + " has " + all.size() + " documents");
            }
            return all.get(0);
        } catch (IOException broken) {
            throw new UncheckedIOException(file, broken);
        }
    }

    /** What the deployment says of each of its pods. */
    static JsonNode pod() {
        return read("kubernetes/deployment.yaml").at("/spec/template/spec");
    }

    /** What an array holds, or the values of an object. */
    static List<JsonNode> list(JsonNode node) {
        return node.valueStream().toList();
    }

    /** The names of the files in a folder. */
    static List<String> files(String folder) {
        try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
            return files.map(file -> folder + "/" + file.getFileName()).sorted().toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
