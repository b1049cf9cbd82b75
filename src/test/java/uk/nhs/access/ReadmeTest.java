package uk.nhs.access;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.common.utils.StringUtil;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import uk.nhs.access.phonechange.PhoneChangeState;
import uk.nhs.access.problem.Cid;

/** The README says what the code does. */
class ReadmeTest {

    private static final List<String> README = lines("README.md");

    private static final Set<JavaClass> CLASSES = Set.copyOf(new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ArchitectureTest.ROOT));

    /** A setting as the README must list it: the name of its variable, and its default. */
    record Setting(String variable, Optional<String> standard) {

        String row() {
            return "| `" + variable + "` | "
                    + standard.map(value -> "`" + value + "`").orElse("none") + " |";
        }
    }

    @ParameterizedTest
    @EnumSource
    void each_reference_stands_in_the_table_with_its_status_and_name(Cid cid) {
        assertThat(README)
                .filteredOn(starts("| " + cid.reference() + " | " + cid.status() + " | `" + cid + "` |"))
                .hasSize(1);
    }

    @Test
    void the_table_has_no_reference_that_the_service_never_gives() {
        assertThat(README).filteredOn(starts("| CID")).hasSize(1 + Cid.values().length);
    }

    @ParameterizedTest
    @MethodSource("settings")
    void each_setting_stands_in_the_table_with_its_default(Setting setting) {
        assertThat(README).filteredOn(starts(setting.row())).hasSize(1);
    }

    @Test
    void the_table_has_no_setting_that_does_not_exist() {
        Set<String> existing = settings().map(Setting::row).collect(toSet());
        assertThat(README)
                .filteredOn(line -> line.matches("\\| `(?!QUARKUS_)[A-Z<>_]+` \\| (none|`.+`) \\|.*"))
                .allMatch(line -> existing.stream().anyMatch(line::startsWith));
    }

    @ParameterizedTest
    @EnumSource
    void each_state_of_a_phone_change_stands_in_the_diagram(PhoneChangeState state) {
        assertThat(README).anyMatch(line -> line.matches(" +(\\[\\*]|[A-Z_]+) --> " + state + ": .+"));
    }

    @Test
    void each_room_stands_in_the_map() {
        Set<String> rooms = CLASSES.stream()
                .map(type -> type.getPackageName().substring(ArchitectureTest.ROOT.length() + 1))
                .collect(toSet());
        assertThat(rooms).allSatisfy(room -> assertThat(README).anyMatch(starts("| `" + room + "` |")));
    }

    @Test
    void the_two_commands_are_those_of_the_build_and_of_the_gate() {
        assertThat(README).anyMatch(starts("| `mvn` |")).anyMatch(starts("| `mvn verify` |"));
        assertThat(lines("pom.xml"))
                .anyMatch(line -> line.matches(" *<defaultGoal>.+</defaultGoal>"))
                .anyMatch(line -> line.contains("-Dquarkus.profile=dev"));
        assertThat(lines(".ci/run")).anyMatch(line -> line.matches("mvn( -\\S+)* verify"));
    }

    @Test
    void each_library_that_is_refused_before_a_version_stands_in_the_table_of_known_problems() {
        Pattern refused = Pattern.compile(" *<exclude>(\\S+:\\S+):\\(,(\\S+)\\)</exclude>");
        assertThat(lines("pom.xml").stream().map(refused::matcher).filter(Matcher::matches))
                .isNotEmpty()
                .allSatisfy(library -> assertThat(README)
                        .anyMatch(starts("| `" + library.group(1) + "` | `" + library.group(2) + "` |")));
    }

    @Test
    void the_commands_that_lint_are_the_gates() {
        assertThat(lines(".ci/run"))
                .filteredOn(line -> line.startsWith("npx ") && line.contains(" lint "))
                .hasSize(2)
                .allSatisfy(command -> assertThat(README).anyMatch(starts("| `" + command + "` |")));
    }

    static Stream<Setting> settings() {
        return CLASSES.stream()
                .filter(type -> type.getSimpleName().endsWith("Settings"))
                .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
                .flatMap(type ->
                        settings(type.getAnnotationOfType(ConfigMapping.class).prefix(), type.reflect()));
    }

    private static Stream<Setting> settings(String prefix, Class<?> mapping) {
        return Arrays.stream(mapping.getDeclaredMethods()).flatMap(method -> settings(prefix, method));
    }

    private static Stream<Setting> settings(String prefix, Method method) {
        String name = prefix + "." + StringUtil.skewer(method.getName());
        if (method.getReturnType() == Map.class) {
            ParameterizedType map = (ParameterizedType) method.getGenericReturnType();
            return settings(name + ".<name>", (Class<?>) map.getActualTypeArguments()[1]);
        }
        if (method.getReturnType().isInterface()
                && method.getReturnType().getName().startsWith(ArchitectureTest.ROOT)) {
            return settings(name, method.getReturnType());
        }
        Optional<String> standard =
                Optional.ofNullable(method.getAnnotation(WithDefault.class)).map(WithDefault::value);
        return Stream.of(new Setting(name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9<>]", "_"), standard));
    }

    private static Predicate<String> starts(String beginning) {
        return line -> line.startsWith(beginning);
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of(file));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
