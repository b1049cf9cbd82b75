package uk.nhs.access.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import uk.nhs.access.contract.ContractFile.Place;

/**
 * An operation, and who may come in by the contract.
 *
 * @param scopes each of which is enough
 * @param isOpen whether everybody may come in
 * @param mediaType of what its requests bring, or empty where they bring nothing
 * @param fields the names of what they say
 */
public record Door(
        String method, String path, Set<String> scopes, boolean isOpen, String mediaType, List<String> fields) {

    public static List<Door> all() {
        return Operation.allOf(ContractFile.read(Path.of("openapi.yaml"))).stream()
                .map(Door::of)
                .toList();
    }

    /** Every scope that opens anything. */
    public static Set<String> keys() {
        return all().stream().flatMap(door -> door.scopes().stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether it has a key of its own, which is no token with scopes. */
    public boolean hasOwnKey() {
        return !isOpen && scopes.isEmpty();
    }

    public boolean hasBody() {
        return !mediaType.isEmpty();
    }

    static Door of(Operation operation) {
        Set<String> scopes = new TreeSet<>();
        JsonNode security = operation.place().at("security").node();
        security.findValues("token").forEach(needed -> scopes.add(onlyScope(needed)));
        Place content = operation.requestBody().at("content");
        String mediaType = content.names().stream().findFirst().orElse("");
        return new Door(
                operation.method(),
                operation.path(),
                scopes,
                security.isEmpty(),
                mediaType,
                content.at(mediaType).at("schema").at("properties").names());
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
