package uk.nhs.access.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Makes bodies of those that the contract shows. */
final class FuzzBodies {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> ODD = List.of(
            "",
            " ",
            "0",
            "-1",
            "null",
            "..",
            "*)(uid=*",
            "' or 1=1 --",
            "${jndi:ldap://x}",
            "{{7*7}}",
            "<script>",
            "line\r\nbreak",
            "\u0000",
            "\u202e\u200b",
            "\ud83e\ude7a",
            "１２３４",
            "%00%ff",
            "a".repeat(300),
            "é".repeat(5_000),
            "+447700900123",
            "somebody@nhs.example",
            "2026-02-30T25:61:00Z",
            "0f8fad5b-d9cb-469f-a165-70867728950e");

    private final Random random;
    private final Map<String, JsonNode> known;

    FuzzBodies(Random random, Map<String, JsonNode> known) {
        this.random = random;
        this.known = known;
    }

    /** The first of them, as it is. */
    String right(Operation operation) {
        return example(operation, 0).map(FuzzBodies::text).orElse("");
    }

    /** One of the bodies that the contract shows, as it is or changed in some places. */
    String any(Operation operation) {
        if (!operation.requestBody().exists()) {
            return "";
        }
        Optional<JsonNode> example = example(operation, random.nextInt(10));
        for (int changes = random.nextInt(4); changes > 0; changes--) {
            example.ifPresent(this::change);
        }
        return example.map(body -> broken(text(body))).orElseGet(this::odd);
    }

    private Optional<JsonNode> example(Operation operation, int number) {
        List<ContractFile.Place> examples = operation
                .requestBody()
                .at("content")
                .at(Door.of(operation).mediaType())
                .at("examples")
                .children();
        if (examples.isEmpty()) {
            return Optional.empty();
        }
        JsonNode body =
                examples.get(number % examples.size()).at("value").node().deepCopy();
        fill(body);
        return Optional.of(body);
    }

    private void fill(JsonNode body) {
        if (body instanceof ObjectNode object) {
            known.forEach((name, value) -> {
                if (object.has(name)) {
                    object.set(name, value);
                }
            });
        }
    }

    private void change(JsonNode body) {
        if (body instanceof ObjectNode object && !object.isEmpty()) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = names.get(random.nextInt(names.size()));
            switch (random.nextInt(5)) {
                case 0 -> object.remove(name);
                case 1 -> object.set(odd(), value(0));
                case 2 -> change(object.get(name));
                default -> object.set(name, value(0));
            }
        } else if (body instanceof ArrayNode array) {
            array.insert(random.nextInt(array.size() + 1), value(0));
        }
    }

    private JsonNode value(int depth) {
        return switch (random.nextInt(depth > 25 ? 6 : 8)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.numberNode(random.nextLong());
            case 3 -> NODES.numberNode(random.nextGaussian() * Double.MAX_VALUE / 4);
            case 4, 5 -> NODES.textNode(odd());
            case 6 -> NODES.arrayNode().add(value(depth + 1));
            default -> NODES.objectNode().set(odd(), value(depth + 1));
        };
    }

    /** Now and then the text itself is none any more. */
    private String broken(String json) {
        return switch (random.nextInt(12)) {
            case 0 -> json.substring(0, random.nextInt(json.length() + 1));
            case 1 -> json + odd();
            case 2 -> json.replaceFirst("\\{", "{\"" + "x".repeat(random.nextInt(20)) + "\":1,");
            case 3 -> json.replace(":", ": ").replaceFirst("(\"[^\"]*\": [^,}]*)", "$1,$1");
            default -> json;
        };
    }

    String odd() {
        return ODD.get(random.nextInt(ODD.size()));
    }

    /** What is no JSON as a whole is shown as a text. */
    private static String text(JsonNode body) {
        if (body.isTextual()) {
            return body.textValue();
        }
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
