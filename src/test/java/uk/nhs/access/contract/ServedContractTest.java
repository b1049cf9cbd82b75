package uk.nhs.access.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract that is served is the one that is written, and says what there is: no more and no less. */
@QuarkusTest
class ServedContractTest {

    private static final Contract CONTRACT = new Contract();

    @Inject
    BeanManager beans;

    static List<Operation> operations() {
        return CONTRACT.operations();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/openapi", "/q/openapi?format=yaml", "/q/openapi.yaml"})
    void what_is_served_as_yaml_is_what_is_written(String path) throws IOException {
        assertSame(new YAMLMapper().readTree(given().get(path).asByteArray()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/openapi?format=json", "/q/openapi.json"})
    void what_is_served_as_json_is_what_is_written(String path) throws IOException {
        assertSame(new ObjectMapper().readTree(given().get(path).asByteArray()));
    }

    /** Ids that nobody has and no token: whatever else is refused, the operation is there. */
    @ParameterizedTest
    @MethodSource("operations")
    void every_operation_of_the_contract_is_there(Operation operation) {
        var path = operation.path().replaceAll("\\{[^}]*}", "0f8fad5b-d9cb-469f-a165-70867728950e");
        var answer = given().filter(new ContractFilter())
                .contentType(mediaType(operation))
                .request(operation.method(), path);

        if (operation.place().at("security").node().isEmpty()) {
            assertThat(answer.statusCode()).isIn(200, 400, 404);
            assertThat(answer.<String>path("cid")).isNotEqualTo("CID1005");
        } else {
            assertThat(answer.statusCode()).isEqualTo(401);
        }
    }

    private static String mediaType(Operation operation) {
        return operation.requestBody().at("content").names().stream()
                .findFirst()
                .orElse("application/json");
    }

    @Test
    void every_operation_that_is_there_is_in_the_contract() {
        var written = new TreeSet<String>();
        operations().forEach(operation -> written.add(operation.toString()));
        var there = new TreeSet<String>();
        beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(Bean::getBeanClass)
                .filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(ServedContractTest::routes)
                .forEach(there::add);

        assertThat(there).isEqualTo(written);
    }

    private static Stream<String> routes(Class<?> resource) {
        return Arrays.stream(resource.getMethods())
                .flatMap(method -> Arrays.stream(method.getAnnotations())
                        .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                        .filter(http -> http != null)
                        .map(http -> http.value() + " " + path(resource, method)));
    }

    private static String path(Class<?> resource, Method method) {
        var path = method.getAnnotation(Path.class);
        return resource.getAnnotation(Path.class).value() + (path == null ? "" : path.value());
    }

    private static void assertSame(JsonNode served) throws IOException {
        var differences = new ArrayList<String>();
        compare("", CONTRACT.file().at().node(), served, differences);
        assertThat(differences).isEmpty();
    }

    /** Trees are the same where they have the same names, in whatever order, and the same values. */
    private static void compare(String pointer, JsonNode written, JsonNode served, List<String> differences) {
        if (written.isObject() && served.isObject()) {
            var names = new TreeSet<String>();
            written.fieldNames().forEachRemaining(names::add);
            served.fieldNames().forEachRemaining(names::add);
            names.forEach(it -> compare(pointer + "/" + it, written.path(it), served.path(it), differences));
        } else if (written.isArray() && served.isArray() && written.size() == served.size()) {
            for (int i = 0; i < written.size(); i++) {
                compare(pointer + "/" + i, written.get(i), served.get(i), differences);
            }
        } else if (written.isNumber() && served.isNumber()) {
            if (written.decimalValue().compareTo(served.decimalValue()) != 0) {
                differences.add(pointer + ": " + written + " is served as " + served);
            }
        } else if (!written.equals(served)) {
            differences.add(pointer + ": " + written + " is served as " + served);
        }
    }
}
