package uk.nhs.access.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Makes requests of what the contract shows: right ones, nearly right ones and absurd ones. The same seed makes the same. */
final class Fuzz {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]*)}");
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

    /** @param known what the fields of these names say in a right request */
    Fuzz(long seed, Map<String, JsonNode> known) {
        this.random = new Random(seed);
        this.known = known;
    }

    String path(Operation operation) {
        String path = VARIABLE.matcher(operation.path()).replaceAll(this::segment);
        return random.nextInt(4) > 0 ? path : path + "?x" + encoded(odd()) + "=" + encoded(odd());
    }

    /** A value for each variable: an id that could be one, mostly. */
    private String segment(MatchResult variable) {
        if (random.nextInt(3) == 0) {
            return notEmpty(encoded(odd()));
        }
        JsonNode right = known.get(variable.group(1));
        return right == null ? UUID.randomUUID().toString() : right.asText();
    }

    String language() {
        return random.nextInt(4) > 0 ? "en" : odd().replaceAll("[^ -~]", "");
    }

    /** One of the bodies that the contract shows, as it is or changed in some places. */
    String body(Operation operation) {
        List<ContractFile.Place> examples = operation
                .requestBody()
                .at("content")
                .at("application/json")
                .at("examples")
                .children();
        if (examples.isEmpty()) {
            return odd();
        }
        JsonNode body =
                examples.get(random.nextInt(examples.size())).at("value").node().deepCopy();
        fill(body);
        for (int changes = random.nextInt(4); changes > 0; changes--) {
            change(body);
        }
        return broken(text(body));
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

    private String odd() {
        return ODD.get(random.nextInt(ODD.size()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String notEmpty(String segment) {
        return segment.isEmpty() || segment.equals("..") ? "-" : segment;
    }

    private static String text(JsonNode body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
