package uk.nhs.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static uk.nhs.access.Bounds.assertOutOfBounds;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.WithDefault;
import io.smallrye.config.common.utils.StringUtil;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.validator.constraints.time.DurationMin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.nhs.access.caller.CallerSettings;
import uk.nhs.access.code.CodeSettings;
import uk.nhs.access.crypto.CryptoSettings;
import uk.nhs.access.notice.NotifySettings;
import uk.nhs.access.phonechange.PhoneChangeSettings;

/** Settings that somebody has to make, those that are refused, and that each default stands in one place. */
class ConfigTest {

    private static final List<JavaClass> SETTINGS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("uk.nhs.access").stream()
                    .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
                    .toList();

    @Test
    void secrets_and_addresses_of_others_have_no_default() {
        assertMissing(CryptoSettings.class);
        assertMissing(PhoneChangeSettings.class);
        NotifySettings notify = Defaults.of(NotifySettings.class);
        assertThat(notify.apiKey()).isEmpty();
        assertThat(notify.receiptTokens()).isEmpty();
        assertThat(notify.templateId()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "code.digits, 5", "code.digits, 11",
        "code.text-validity, 0s", "code.text-validity, 601s",
        "code.email-validity, 0s", "code.email-validity, 86401s",
        "code.tries, 0", "code.tries, 11"
    })
    void what_would_make_codes_easy_to_guess_is_refused(String setting, String value) {
        assertOutOfBounds(CodeSettings.class, setting, value);
    }

    @ParameterizedTest
    @CsvSource({"caller.clock-skew, 121s", "caller.clock-skew, -1s"})
    void a_token_is_not_good_for_long_after_its_end(String setting, String value) {
        assertOutOfBounds(CallerSettings.class, setting, value);
    }

    @Test
    void there_is_a_hold_at_any_desk() {
        assertOutOfBounds(PhoneChangeSettings.class, "phone-change.hold", "0s");
    }

    @Test
    void a_default_is_repeated_in_no_file() throws IOException {
        Properties file = new Properties();
        try (InputStream stream = ConfigTest.class.getResourceAsStream("/application.properties")) {
            file.load(stream);
        }
        assertThat(SETTINGS).isNotEmpty().allSatisfy(settings -> {
            String prefix = settings.getAnnotationOfType(ConfigMapping.class).prefix() + ".";
            Set<String> withDefault = withDefault(settings.reflect()).collect(Collectors.toSet());
            assertThat(file.stringPropertyNames())
                    .noneMatch(name ->
                            name.startsWith(prefix) && withDefault.contains(name.substring(name.lastIndexOf('.') + 1)));
        });
    }

    /** None of them means nothing by accident: a limit of 0 would be no limit, or never end. */
    @Test
    void every_number_and_every_time_has_a_least_value() {
        assertThat(SETTINGS.stream()
                        .flatMap(settings -> Arrays.stream(settings.reflect().getDeclaredMethods()))
                        .filter(setting ->
                                Set.of(int.class, long.class, Duration.class).contains(setting.getReturnType()))
                        .filter(setting -> !setting.isAnnotationPresent(Min.class)
                                && !setting.isAnnotationPresent(DurationMin.class)))
                .isEmpty();
    }

    @Test
    void no_two_interfaces_share_a_setting() {
        assertThat(SETTINGS.stream()
                        .flatMap(settings -> settings.getMethods().stream()
                                .filter(method -> method.isAnnotatedWith(WithDefault.class))
                                .map(method -> settings.getAnnotationOfType(ConfigMapping.class)
                                                .prefix() + "." + method.getName())))
                .doesNotHaveDuplicates();
    }

    /** The names, as they stand in files, of the settings of an interface and those inside it that have a default. */
    private static Stream<String> withDefault(Class<?> settings) {
        return Stream.concat(
                Arrays.stream(settings.getDeclaredMethods())
                        .filter(method -> method.isAnnotationPresent(WithDefault.class))
                        .map(method -> StringUtil.skewer(method.getName())),
                Arrays.stream(settings.getDeclaredClasses()).flatMap(ConfigTest::withDefault));
    }

    private static void assertMissing(Class<?> settings) {
        assertThatExceptionOfType(ConfigValidationException.class).isThrownBy(() -> Defaults.of(settings));
    }
}
