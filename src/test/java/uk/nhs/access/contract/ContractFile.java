package uk.nhs.access.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The contract as it is written, with the places in it and the schemas that stand there. */
final class ContractFile {

    private static final String ID = "https://access.nhs.uk/openapi.json";

    private final JsonNode tree;
    private final SchemaRegistry schemas;

    private ContractFile(JsonNode tree) {
        this.tree = tree;
        var config = SchemaRegistryConfig.builder()
                .formatAssertionsEnabled(true)
                .typeLoose(false)
                .build();
        this.schemas = SchemaRegistry.withDialect(
                dialect(tree), builder -> builder.schemaRegistryConfig(config).schemas(Map.of(ID, tree.toString())));
    }

    /** The names at the top of the file are no keywords of a schema, and would each be warned of. */
    private static Dialect dialect(JsonNode tree) {
        var builder = Dialect.builder(Dialects.getOpenApi31());
        tree.fieldNames().forEachRemaining(name -> builder.keyword(new NonValidationKeyword(name)));
        return builder.build();
    }

    static ContractFile read(Path file) {
        try {
            return new ContractFile(new YAMLMapper().readTree(file.toFile()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Place at(String... names) {
        var place = new Place("", tree);
        for (String name : names) {
            place = place.at(name);
        }
        return place;
    }

    /** A node of the file and the pointer to it. A reference is followed as soon as it is met. */
    final class Place {

        private final String pointer;
        private final JsonNode node;

        private Place(String pointer, JsonNode node) {
            this.pointer = pointer;
            this.node = node;
        }

        String pointer() {
            return pointer;
        }

        JsonNode node() {
            return node;
        }

        boolean exists() {
            return !node.isMissingNode();
        }

        Place at(String name) {
            var escaped = name.replace("~", "~0").replace("/", "~1");
            return new Place(pointer + "/" + escaped, node.path(name)).followed();
        }

        /** An element of a list. */
        Place at(int number) {
            return new Place(pointer + "/" + number, node.path(number)).followed();
        }

        List<String> names() {
            var names = new ArrayList<String>();
            node.fieldNames().forEachRemaining(names::add);
            return names;
        }

        List<Place> children() {
            return names().stream().map(this::at).toList();
        }

        /** What is wrong with the value by the schema that stands here. */
        List<String> errorsOf(JsonNode value) {
            return schemas.getSchema(SchemaLocation.of(ID + "#" + pointer)).validate(value).stream()
                    .map(error -> "%s %s".formatted(error.getInstanceLocation(), error.getMessage()))
                    .toList();
        }

        private Place followed() {
            if (!node.has("$ref")) {
                return this;
            }
            var target = node.get("$ref").textValue().substring(1);
            return new Place(target, tree.at(target)).followed();
        }
    }
}
