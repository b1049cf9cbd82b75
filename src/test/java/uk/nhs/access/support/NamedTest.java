package uk.nhs.access.support;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Member;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;

/** A test that is spoken of elsewhere, by its room, class and name: {@code room.Class#name}. */
public final class NamedTest {

    private static final List<String> WHAT_MAKES_A_TEST =
            List.of("Test", "ParameterizedTest", "RepeatedTest", "ArchTest");

    private NamedTest() {}

    /** Whether there is such a test, which runs. */
    public static boolean isRun(String test) {
        String[] place = test.split("#", 2);
        Class<?> type = named("uk.nhs.access." + place[0]);
        return !type.isAnnotationPresent(Disabled.class)
                && Stream.concat(Arrays.stream(type.getDeclaredMethods()), Arrays.stream(type.getDeclaredFields()))
                        .filter(member -> ((Member) member).getName().equals(place[1]))
                        .anyMatch(NamedTest::isTest);
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
}
