package uk.nhs.access.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import uk.nhs.access.contract.ContractFile.Place;
import uk.nhs.access.problem.Cid;

class ContractTest {

    private static final Contract CONTRACT = new Contract();
    private static final Set<Cid> OF_NO_OPERATION =
            Set.of(Cid.METHOD_NOT_ALLOWED, Cid.URI_TOO_LONG, Cid.HEADERS_TOO_LARGE);

    static List<Operation> operations() {
        return CONTRACT.operations();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void every_operation_is_introduced(Operation operation) {
        for (var field : List.of("operationId", "summary", "description")) {
            assertThat(operation.place().at(field).node().asText()).as(field).isNotBlank();
        }
        assertThat(operation.place().at("tags").node()).hasSize(1);
        assertThat(operation.place().at("security").exists()).isTrue();
    }

    @Test
    void every_operation_has_its_own_name() {
        assertThat(operations().stream().map(it -> it.place().at("operationId").node()))
                .doesNotHaveDuplicates();
    }

    @Test
    void every_tag_says_what_it_is_for() {
        var described = new TreeSet<String>();
        CONTRACT.file().at("tags").node().forEach(tag -> {
            assertThat(tag.path("description").asText()).isNotBlank();
            described.add(tag.path("name").asText());
        });
        assertThat(operations())
                .allSatisfy(it -> assertThat(described)
                        .contains(it.place().at("tags").node().path(0).asText()));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void every_body_has_examples(Operation operation) {
        assertThat(bodies(operation))
                .isNotEmpty()
                .allSatisfy(it ->
                        assertThat(it.at("examples").names()).as(it.pointer()).isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void every_example_obeys_its_schema(Operation operation) {
        assertThat(bodies(operation))
                .allSatisfy(body -> assertThat(body.at("examples").children())
                        .allSatisfy(it -> assertThat(body.at("schema").errorsOf(value(it)))
                                .as(it.pointer())
                                .isEmpty()));
    }

    @Test
    void each_line_of_an_example_of_lines_obeys_the_schema_of_a_line() {
        List<Place> streams = operations().stream()
                .flatMap(it -> bodies(it).stream())
                .filter(it -> it.at("schema").at("contentSchema").exists())
                .toList();
        assertThat(streams)
                .isNotEmpty()
                .allSatisfy(body -> assertThat(body.at("examples").children())
                        .allSatisfy(it -> assertThat(Contract.lineBreaches(
                                        "example",
                                        value(it).asText(),
                                        body.at("schema").at("contentSchema")))
                                .isEmpty()));
    }

    @Test
    void every_example_of_a_header_obeys_its_schema() {
        assertThat(CONTRACT.file().at("components", "headers").children())
                .isNotEmpty()
                .allSatisfy(it -> assertThat(
                                it.at("schema").errorsOf(it.at("example").node()))
                        .as(it.pointer())
                        .isEmpty());
    }

    /** What others write may grow without their asking us. */
    @Test
    void every_body_but_that_of_a_receipt_is_closed() {
        assertThat(CONTRACT.file().at("components", "schemas").children())
                .filteredOn(it -> it.at("type").node().asText().equals("object"))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.node().path("additionalProperties"))
                        .as(it.pointer())
                        .hasToString(it.pointer().endsWith("/DeliveryReceipt") ? "true" : "false"));
    }

    @ParameterizedTest
    @EnumSource(Cid.class)
    void every_refusal_has_an_example_in_its_own_words(Cid cid) {
        var place = CONTRACT.file().at("components", "examples", cid.name());
        var problem = value(place);
        var wording = ResourceBundle.getBundle("uk.nhs.access.problem.wording", Locale.ROOT);
        assertThat(CONTRACT.file().at("components", "schemas", "Problem").errorsOf(problem))
                .isEmpty();
        assertThat(problem.path("type").asText())
                .isEqualTo("tag:access.nhs.uk,2026:"
                        + cid.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        assertThat(problem.path("status").asInt()).isEqualTo(cid.status());
        assertThat(problem.path("cid").asText()).isEqualTo(cid.reference());
        assertThat(problem.path("help").asText()).endsWith("?error=" + cid.reference());
        assertThat(problem.path("title").asText()).isEqualTo(wording.getString(cid.name() + ".title"));
        assertThat(problem.path("detail").asText()).isEqualTo(wording.getString(cid.name() + ".detail"));
    }

    @ParameterizedTest
    @EnumSource(Cid.class)
    void every_refusal_is_documented_under_its_status_and_no_other(Cid cid) {
        var statuses = new TreeSet<String>();
        for (var operation : operations()) {
            for (var status : operation.place().at("responses").names()) {
                var examples = operation
                        .place()
                        .at("responses")
                        .at(status)
                        .at("content")
                        .at("application/problem+json");
                if (examples.at("examples").names().contains(cid.name())) {
                    statuses.add(status);
                }
            }
        }
        assertThat(statuses)
                .isEqualTo(OF_NO_OPERATION.contains(cid) ? Set.of() : Set.of(Integer.toString(cid.status())));
    }

    private static List<Place> bodies(Operation operation) {
        return Stream.concat(Stream.of(operation.requestBody()), operation.responses().stream())
                .flatMap(it -> it.at("content").children().stream())
                .toList();
    }

    private static JsonNode value(Place example) {
        return example.at("value").node();
    }
}
