package uk.nhs.access.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Makes requests of what the contract shows: right ones, nearly right ones and absurd ones. The same seed makes the same. */
final class Fuzz {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]*)}");
    private static final List<String> TYPES = List.of(
            "application/json; charset=utf-8",
            "application/json; charset=utf-16",
            "APPLICATION/JSON",
            "application/problem+json",
            "application/x-ndjson",
            "application/xml",
            "application/jsonx",
            "text/plain",
            "text/json",
            "*/*");

    private final Random random;
    private final Scene scene;
    private final FuzzBodies bodies;

    Fuzz(long seed, Scene scene) {
        this.random = new Random(seed);
        this.scene = scene;
        this.bodies = new FuzzBodies(random, scene.known());
    }

    /** One that nothing is wrong with. */
    Asked right(Operation operation) {
        return new Asked(
                path(operation, variable -> right(variable.group(1))),
                scene.tokens().get(0),
                Map.of(),
                mediaType(operation),
                bodies.right(operation));
    }

    /** Half of them are about what is there. */
    Asked any(Operation operation) {
        String path = path(operation, random.nextBoolean() ? variable -> right(variable.group(1)) : this::wrong);
        return new Asked(
                path + query(operation), oneOf(scene.tokens()), headers(), type(operation), bodies.any(operation));
    }

    private static String path(Operation operation, Function<MatchResult, String> values) {
        return VARIABLE.matcher(operation.path()).replaceAll(values);
    }

    private String right(String variable) {
        JsonNode right = scene.known().get(variable);
        return right == null ? "nothing" : right.asText();
    }

    private String wrong(MatchResult variable) {
        return random.nextBoolean()
                ? notEmpty(encoded(bodies.odd()))
                : new UUID(random.nextLong(), random.nextLong()).toString();
    }

    /** A parameter that there is, or one that there is not. */
    private String query(Operation operation) {
        if (random.nextInt(3) > 0) {
            return "";
        }
        List<String> names = new ArrayList<>(operation.queryParameters());
        names.add("x" + encoded(bodies.odd()));
        return "?" + oneOf(names) + "=" + (random.nextBoolean() ? encoded(bodies.odd()) : random.nextInt(100_000));
    }

    /** A key that comes once, one that comes again, or none. */
    private Map<String, String> headers() {
        Map<String, String> headers = new HashMap<>();
        headers.put("Accept-Language", random.nextInt(4) > 0 ? "en" : visible(bodies.odd()));
        switch (random.nextInt(6)) {
            case 0 -> headers.put("Idempotency-Key", "once-" + random.nextLong());
            case 1 ->
                headers.put(
                        "Idempotency-Key",
                        "\"again-" + scene.known().get("account").asText() + "\"");
            case 2 -> headers.put("Idempotency-Key", visible(bodies.odd()));
            default -> {}
        }
        return headers;
    }

    private String type(Operation operation) {
        return random.nextInt(6) > 0 ? mediaType(operation) : oneOf(TYPES);
    }

    private static String mediaType(Operation operation) {
        return Door.of(operation).mediaType();
    }

    private String oneOf(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }

    /** What a client lets through as a header. */
    private static String visible(String text) {
        return text.replaceAll("[^ -~]", "");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String notEmpty(String segment) {
        return segment.isEmpty() || segment.equals("..") ? "-" : segment;
    }

    /** A request, whose body is empty where it has none. */
    record Asked(String path, String token, Map<String, String> headers, String mediaType, String body) {}
}
