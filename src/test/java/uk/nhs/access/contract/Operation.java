package uk.nhs.access.contract;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.nhs.access.contract.ContractFile.Place;

/** One method of one path of the contract. */
record Operation(String method, String path, Place place) {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "options", "head", "patch");

    static List<Operation> allOf(ContractFile file) {
        return file.at("paths").names().stream()
                .flatMap(path -> of(path, file.at("paths", path)))
                .toList();
    }

    private static Stream<Operation> of(String path, Place item) {
        return item.names().stream()
                .filter(METHODS::contains)
                .map(method -> new Operation(method.toUpperCase(), path, item.at(method)));
    }

    boolean answers(String aMethod, String aPath) {
        return method.equals(aMethod) && aPath.matches(pattern());
    }

    private String pattern() {
        return Stream.of(path.split("/", -1))
                .map(segment -> segment.startsWith("{") ? "[^/]+" : Pattern.quote(segment))
                .collect(Collectors.joining("/"));
    }

    /** The names of its parameters after the question mark. */
    List<String> queryParameters() {
        Place parameters = place.at("parameters");
        return IntStream.range(0, parameters.node().size())
                .mapToObj(number -> parameters.at(number).node())
                .filter(parameter -> parameter.path("in").asText().equals("query"))
                .map(parameter -> parameter.path("name").asText())
                .toList();
    }

    Place requestBody() {
        return place.at("requestBody");
    }

    Place response(int status) {
        return place.at("responses").at(Integer.toString(status));
    }

    List<Place> responses() {
        return place.at("responses").children();
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
