package uk.nhs.access.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Member;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Tag;

/** A test that is spoken of elsewhere, by its room, class and name: {@code room.Class#name}. */
public final class NamedTest {

    private static final List<String> WHAT_MAKES_A_TEST =
            List.of("Test", "ParameterizedTest", "RepeatedTest", "ArchTest");

    /** The tags of what no build runs unless it is told to: the first that the build names, before its profiles. */
    private static final Set<String> LEFT_OUT = leftOut();

    private NamedTest() {}

    /** Whether there is such a test, which runs in every build. */
    public static boolean isRun(String test) {
        return isThere(test) && !isLeftOut(test);
    }

    /** Whether there is such a test, which builds leave out by its tag. */
    public static boolean isRunByHand(String test) {
        return isThere(test) && isLeftOut(test);
    }

    private static boolean isThere(String test) {
        return !type(test).isAnnotationPresent(Disabled.class) && members(test).anyMatch(NamedTest::isTest);
    }

    private static boolean isLeftOut(String test) {
        return Stream.concat(Stream.of(type(test)), members(test))
                .flatMap(place -> Arrays.stream(place.getAnnotationsByType(Tag.class)))
                .anyMatch(tag -> LEFT_OUT.contains(tag.value()));
    }

    private static Class<?> type(String test) {
        return named("uk.nhs.access." + test.split("#")[0]);
    }

    private static Stream<AnnotatedElement> members(String test) {
        String name = test.split("#")[1];
        return Stream.<AnnotatedElement>concat(
                        Arrays.stream(type(test).getDeclaredMethods()),
                        Arrays.stream(type(test).getDeclaredFields()))
                .filter(member -> ((Member) member).getName().equals(name));
    }

    private static boolean isTest(AnnotatedElement member) {
        return !member.isAnnotationPresent(Disabled.class)
                && Arrays.stream(member.getAnnotations())
                        .map(it -> it.annotationType().getSimpleName())
                        .anyMatch(WHAT_MAKES_A_TEST::contains);
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException gone) {
            throw new AssertionError("There is no test " + name, gone);
        }
    }

    private static Set<String> leftOut() {
        try {
            Matcher groups = Pattern.compile("<excludedGroups>(.*?)</excludedGroups>")
                    .matcher(Files.readString(Path.of("pom.xml")));
            return groups.find() ? Set.of(groups.group(1).split(",")) : Set.of();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
