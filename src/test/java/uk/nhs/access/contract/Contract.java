package uk.nhs.access.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.nhs.access.contract.ContractFile.Place;

/** Judges an exchange by {@code openapi.yaml}. */
final class Contract {

    private static final String PROBLEM = "application/problem+json";
    private static final String LINES = "application/x-ndjson";
    private static final Set<Integer> OF_NO_OPERATION = Set.of(414, 431);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ContractFile file = ContractFile.read(Path.of("openapi.yaml"));
    private final List<Operation> operations = Operation.allOf(file);

    ContractFile file() {
        return file;
    }

    List<Operation> operations() {
        return operations;
    }

    Optional<Operation> operation(String method, String path) {
        return operations.stream().filter(it -> it.answers(method, path)).findFirst();
    }

    /** Everything in which the exchange breaks the contract; nothing when it keeps it. */
    List<String> breaches(Exchange exchange) {
        var operation = operation(exchange.method(), exchange.path());
        if (operation.isEmpty() || OF_NO_OPERATION.contains(exchange.status())) {
            return breachesOutside(exchange);
        }
        var response = operation.get().response(exchange.status());
        if (!response.exists()) {
            return List.of("the status is not documented for " + operation.get());
        }
        var breaches = new ArrayList<String>();
        if (exchange.requestWasUnderstood()) {
            breaches.addAll(requestBreaches(exchange, operation.get().requestBody()));
        }
        breaches.addAll(headerBreaches(exchange, response.at("headers")));
        breaches.addAll(answerBreaches(exchange, response.at("content")));
        return breaches;
    }

    private List<String> breachesOutside(Exchange exchange) {
        if (exchange.isBodiless()) {
            return List.of();
        }
        if (exchange.succeeded()) {
            return List.of("no such operation is documented");
        }
        if (!exchange.mediaType().equals(PROBLEM)) {
            return List.of("the answer is «%s», not a problem".formatted(exchange.mediaType()));
        }
        return schemaBreaches("answer", exchange.answerBody(), file.at("components", "schemas", "Problem"));
    }

    private List<String> requestBreaches(Exchange exchange, Place requestBody) {
        var body = exchange.requestBody();
        if (!requestBody.exists()) {
            return body.isBlank() ? List.of() : List.of("the request has a body, and none is documented");
        }
        var lines = requestBody.at("content").at(LINES).at("schema").at("contentSchema");
        return lines.exists()
                ? List.of() // a line of a request may be wrong: its own answer says so
                : schemaBreaches(
                        "request",
                        body,
                        requestBody.at("content").at("application/json").at("schema"));
    }

    private List<String> answerBreaches(Exchange exchange, Place content) {
        if (!content.exists()) {
            return exchange.answerBody().isEmpty()
                    ? List.of()
                    : List.of("the answer has a body, and none is documented");
        }
        var media = content.at(exchange.mediaType());
        if (!media.exists()) {
            return List.of("the answer is «%s», and documented is %s".formatted(exchange.mediaType(), content.names()));
        }
        if (exchange.mediaType().equals(LINES)) {
            return lineBreaches(
                    "answer", exchange.answerBody(), media.at("schema").at("contentSchema"));
        }
        var breaches = new ArrayList<>(schemaBreaches("answer", exchange.answerBody(), media.at("schema")));
        if (breaches.isEmpty() && exchange.mediaType().equals(PROBLEM)) {
            breaches.addAll(problemBreaches(exchange, media.at("examples")));
        }
        return breaches;
    }

    /** The examples of a response name all the problems that it may carry. */
    private static List<String> problemBreaches(Exchange exchange, Place examples) {
        var problem = parsed(exchange.answerBody());
        var breaches = new ArrayList<String>();
        if (problem.path("status").intValue() != exchange.status()) {
            breaches.add("the problem says status " + problem.path("status"));
        }
        if (examples.children().stream()
                .noneMatch(it -> isSameProblem(problem, it.at("value").node()))) {
            breaches.add("%s %s is not documented there, only %s"
                    .formatted(problem.path("cid"), problem.path("type"), examples.names()));
        }
        return breaches;
    }

    private static boolean isSameProblem(JsonNode one, JsonNode other) {
        return one.path("type").equals(other.path("type")) && one.path("cid").equals(other.path("cid"));
    }

    private static List<String> headerBreaches(Exchange exchange, Place headers) {
        var breaches = new ArrayList<String>();
        for (var name : headers.names()) {
            var header = headers.at(name);
            var value = exchange.header(name);
            if (!value.isEmpty()) {
                header.at("schema").errorsOf(headerValue(value)).forEach(it -> breaches.add("header " + name + it));
            } else if (header.at("required").node().booleanValue()) {
                breaches.add("the header " + name + " is missing");
            }
        }
        return breaches;
    }

    private static JsonNode headerValue(String value) {
        return value.matches("[0-9]{1,9}") ? IntNode.valueOf(Integer.parseInt(value)) : TextNode.valueOf(value);
    }

    private static List<String> schemaBreaches(String what, String body, Place schema) {
        var value = parsed(body);
        return value.isMissingNode()
                ? List.of("the %s has no JSON body: «%s»".formatted(what, body))
                : schema.errorsOf(value).stream().map(it -> what + it).toList();
    }

    /** Each line for itself. */
    static List<String> lineBreaches(String what, String lines, Place schema) {
        return lines.lines()
                .flatMap(line -> schemaBreaches(what, line, schema).stream())
                .toList();
    }

    private static JsonNode parsed(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }
}
