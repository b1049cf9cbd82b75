package uk.nhs.access.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * An operation, and who may come in by the contract.
 *
 * @param scopes each of which is enough; with none of them the operation is open to everybody
 * @param hasBody whether its requests have a body
 */
public record Door(String method, String path, Set<String> scopes, boolean hasBody) {

    public static List<Door> all() {
        return Operation.allOf(ContractFile.read(Path.of("openapi.yaml"))).stream()
                .map(Door::of)
                .toList();
    }

    /** Every scope that opens anything. */
    public static Set<String> keys() {
        return all().stream().flatMap(door -> door.scopes().stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    public boolean isOpen() {
        return scopes.isEmpty();
    }

    private static Door of(Operation operation) {
        Set<String> scopes = new TreeSet<>();
        operation.place().at("security").node().forEach(alternative -> scopes.add(onlyScope(alternative.get("token"))));
        return new Door(
                operation.method(),
                operation.path(),
                scopes,
                operation.requestBody().exists());
    }

    /** Scopes that are needed together would need another matrix. */
    private static String onlyScope(JsonNode needed) {
        if (needed.size() != 1) {
            throw new IllegalStateException("Not one scope but " + needed);
        }
        return needed.get(0).asText();
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
