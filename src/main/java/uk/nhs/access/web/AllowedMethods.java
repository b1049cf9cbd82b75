package uk.nhs.access.web;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which methods a path answers to: 405 must say (RFC 9110, section 15.5.6), and the framework does not. */
@Singleton
class AllowedMethods {

    private final List<Operation> operations;

    AllowedMethods(BeanManager beans) {
        operations = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(Bean::getBeanClass)
                .filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(AllowedMethods::operations)
                .toList();
    }

    /** The value of the header {@code Allow} for a path. */
    String allow(String path) {
        return operations.stream()
                .filter(operation -> operation.path().matcher(path).matches())
                .map(Operation::method)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** Whether this is the path of an operation as the contract writes it, with the names of its parameters. */
    boolean isTemplate(String path) {
        return operations.stream().map(Operation::template).anyMatch(path::equals);
    }

    /** Whether this is an operation whose body may be of any length. */
    boolean isStreamed(String method, String path) {
        return operations.stream()
                .anyMatch(operation -> operation.streamed()
                        && operation.method().equals(method)
                        && operation.template().equals(path));
    }

    private static Stream<Operation> operations(Class<?> resource) {
        String root = resource.getAnnotation(Path.class).value();
        return Arrays.stream(resource.getMethods())
                .flatMap(method -> httpMethods(method)
                        .map(name -> new Operation(
                                name,
                                template(root, method),
                                pattern(template(root, method)),
                                method.isAnnotationPresent(Streamed.class))));
    }

    private static Stream<String> httpMethods(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(http -> http != null)
                .map(HttpMethod::value);
    }

    private static String template(String root, Method method) {
        Path path = method.getAnnotation(Path.class);
        return path == null ? root : root + path.value();
    }

    private static Pattern pattern(String template) {
        return Pattern.compile(template.replaceAll("\\{[^}]*}", "[^/]+") + "/?");
    }

    private record Operation(String method, String template, Pattern path, boolean streamed) {}
}
