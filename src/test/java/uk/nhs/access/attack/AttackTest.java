package uk.nhs.access.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Member;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each attack that was thought of is tried by tests that exist and run. */
class AttackTest {

    private static final List<String> WHAT_MAKES_A_TEST =
            List.of("Test", "ParameterizedTest", "RepeatedTest", "ArchTest");

    @ParameterizedTest
    @EnumSource
    void each_attack_is_tried(Attack attack) {
        assertThat(attack.tests())
                .isNotEmpty()
                .allSatisfy(test -> assertThat(isRun(test)).as(test).isTrue());
    }

    private static boolean isRun(String test) {
        String[] place = test.split("#", 2);
        Class<?> type = named("uk.nhs.access." + place[0]);
        return !type.isAnnotationPresent(Disabled.class)
                && Stream.concat(Arrays.stream(type.getDeclaredMethods()), Arrays.stream(type.getDeclaredFields()))
                        .filter(member -> ((Member) member).getName().equals(place[1]))
                        .anyMatch(AttackTest::isTest);
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
