package uk.nhs.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.WithDefault;
import io.smallrye.config.common.utils.StringUtil;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.validator.constraints.time.DurationMin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.nhs.access.account.AccountSettings;
import uk.nhs.access.administration.AdministrationSettings;
import uk.nhs.access.caller.CallerSettings;
import uk.nhs.access.channel.ChannelSettings;
import uk.nhs.access.code.CodeSettings;
import uk.nhs.access.crypto.CryptoSettings;
import uk.nhs.access.crypto.SigningAlgorithm;
import uk.nhs.access.crypto.SlowHashSettings;
import uk.nhs.access.directory.CarrySettings;
import uk.nhs.access.directory.DirectorySettings;
import uk.nhs.access.event.EventSettings;
import uk.nhs.access.idempotency.IdempotencySettings;
import uk.nhs.access.limit.LimitSettings;
import uk.nhs.access.notice.NoticeSettings;
import uk.nhs.access.notice.NotifySettings;
import uk.nhs.access.password.PasswordSettings;
import uk.nhs.access.passwordchange.PasswordChangeSettings;
import uk.nhs.access.phonechange.PhoneChangeSettings;
import uk.nhs.access.provisioning.ProvisioningSettings;
import uk.nhs.access.question.QuestionSettings;
import uk.nhs.access.recovery.RecoverySettings;
import uk.nhs.access.retention.RetentionSettings;
import uk.nhs.access.signin.SignInSettings;
import uk.nhs.access.time.TimeSettings;
import uk.nhs.access.unlock.UnlockSettings;
import uk.nhs.access.web.WebSettings;

/** The numbers that the service has where nobody set others, and that each of them stands in one place. */
class ConfigTest {

    private static final List<JavaClass> SETTINGS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("uk.nhs.access").stream()
                    .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
                    .toList();

    @Test
    void codes() {
        CodeSettings code = Defaults.of(CodeSettings.class);
        assertThat(code.digits()).isEqualTo(6);
        assertThat(code.textValidity()).isEqualTo(Duration.ofMinutes(10));
        assertThat(code.emailValidity()).isEqualTo(Duration.ofMinutes(30));
        assertThat(code.tries()).isEqualTo(5);
        assertThat(code.wrongInRow()).isEqualTo(10);
        assertThat(code.block()).isEqualTo(Duration.ofMinutes(15));
        assertThat(code.blockMost()).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void channels() {
        ChannelSettings channel = Defaults.of(ChannelSettings.class);
        assertThat(channel.textsInAMinute()).isEqualTo(3_000);
        assertThat(channel.textsInADay()).isEqualTo(250_000);
        assertThat(channel.emailsInAMinute()).isEqualTo(3_000);
        assertThat(channel.emailsInADay()).isEqualTo(250_000);
        assertThat(channel.share()).isEqualByComparingTo("0.8");
        assertThat(channel.mostLag()).isEqualTo(Duration.ofMinutes(1));
        assertThat(channel.retryStopped()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void sending() {
        LimitSettings limit = Defaults.of(LimitSettings.class);
        assertThat(limit.apart()).isEqualTo(Duration.ofSeconds(60));
        assertThat(limit.inTenMinutes()).isEqualTo(5);
        assertThat(limit.inAnHour()).isEqualTo(10);
        assertThat(limit.inADay()).isEqualTo(20);
        assertThat(limit.inAnHourByAddress()).isEqualTo(30);
    }

    @Test
    void slow_hashes() {
        SlowHashSettings slow = Defaults.of(SlowHashSettings.class);
        assertThat(slow.memory()).isEqualTo(19_456);
        assertThat(slow.passes()).isEqualTo(2);
        assertThat(slow.lanes()).isEqualTo(1);
        assertThat(slow.atOnce()).isEqualTo(4);
        assertThat(slow.patience()).isEqualTo(Duration.ofSeconds(2));
        assertThat(slow.mostWaiting()).isEqualTo(44);
    }

    @Test
    void requests_that_are_sent_again() {
        assertThat(Defaults.of(IdempotencySettings.class).keptFor()).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void phone_changes() {
        PhoneChangeSettings change = Defaults.with(
                PhoneChangeSettings.class, Map.of("phone-change.cancel-page", "https://app.example/cancel"));
        assertThat(change.hold()).hasSeconds(86_400);
        assertThat(change.cancelledOften()).isEqualTo(3);
        assertThat(change.cancelledOftenWithin()).isEqualTo(Duration.ofDays(7));
    }

    @Test
    void recoveries() {
        RecoverySettings recovery = Defaults.of(RecoverySettings.class);
        assertThat(recovery.lifetime()).isEqualTo(Duration.ofMinutes(15));
        assertThat(recovery.inAnHour()).isEqualTo(10);
        assertThat(recovery.numberTries()).isEqualTo(3);
        assertThat(recovery.numberTriesWithin()).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void what_is_kept() {
        RetentionSettings retention = Defaults.of(RetentionSettings.class);
        assertThat(retention.codes()).isEqualTo(Duration.ofDays(30));
        assertThat(retention.messages()).isEqualTo(Duration.ofDays(90));
        assertThat(retention.numbers()).isEqualTo(Duration.ofDays(30));
        assertThat(retention.receipts()).isEqualTo(Duration.ofDays(30));
        assertThat(retention.events()).isEqualTo(Duration.ofDays(30));
        assertThat(retention.carriedChanges()).isEqualTo(Duration.ofDays(90));
        assertOutOfBounds(RetentionSettings.class, "retention.events", "14d");
        assertThat(retention.history()).isEqualTo(Duration.ofDays(730));
        assertOutOfBounds(RetentionSettings.class, "retention.history", "364d");
    }

    @Test
    void passwords() {
        PasswordSettings password = Defaults.of(PasswordSettings.class);
        assertThat(password.shortest()).isEqualTo(12);
        assertThat(password.longest()).isEqualTo(128);
        assertThat(password.remembered()).isEqualTo(4);
        assertThat(password.guesses()).isEqualTo(100_000_000);
        assertThat(password.validity()).isEqualTo(Duration.ofDays(365));
        assertThat(password.temporaryValidity()).isEqualTo(Duration.ofMinutes(60));
        assertThat(password.temporaryGrace()).isEqualTo(Duration.ofMinutes(15));
        assertThat(password.breachedFile()).isEmpty();
        assertThat(Defaults.of(SignInSettings.class).failures()).isEqualTo(10);
        PasswordChangeSettings change = Defaults.of(PasswordChangeSettings.class);
        assertThat(change.tries()).isEqualTo(5);
        assertThat(change.triesWithin()).isEqualTo(Duration.ofHours(24));
        assertThat(change.reminders()).containsExactly(18, 10, 5, 2, 1);
    }

    @Test
    void security_questions() {
        assertThat(Defaults.of(QuestionSettings.class).count()).isEqualTo(3);
    }

    @Test
    void unlocks() {
        UnlockSettings unlock = Defaults.of(UnlockSettings.class);
        assertThat(unlock.lifetime()).isEqualTo(Duration.ofMinutes(15));
        assertThat(unlock.detailsInADay()).isEqualTo(5);
        assertThat(unlock.inAnHourByAddress()).isEqualTo(20);
        assertThat(unlock.roundsInADay()).isEqualTo(3);
        assertThat(unlock.questions()).isTrue();
        assertThat(unlock.confirmByCode()).isFalse();
    }

    @Test
    void local_administrators() {
        AdministrationSettings administration = Defaults.of(AdministrationSettings.class);
        assertThat(administration.inAnHour()).isEqualTo(30);
        assertThat(administration.searchesInAnHour()).isEqualTo(300);
    }

    @Test
    void accounts_by_the_stream() {
        ProvisioningSettings provisioning = Defaults.of(ProvisioningSettings.class);
        assertThat(provisioning.streamsAtOnce()).isEqualTo(2);
        assertThat(provisioning.linesAtOnce()).isEqualTo(200);
        assertThat(provisioning.patience()).isEqualTo(Duration.ofSeconds(60));
        assertThat(provisioning.retryAfterBusy()).isEqualTo(30);
        assertOutOfBounds(ProvisioningSettings.class, "provisioning.lines-at-once", "1001");
    }

    @Test
    void callers() {
        CallerSettings caller = Defaults.with(
                CallerSettings.class,
                Map.of(
                        "caller.issuers.a.issuer", "https://a.example",
                        "caller.issuers.a.audience", "us",
                        "caller.issuers.a.keys", "https://a.example/jwks"));
        assertThat(caller.clockSkew()).isEqualTo(Duration.ofSeconds(30));
        assertThat(caller.twoStepsMaxAge()).isEqualTo(Duration.ofMinutes(15));
        assertThat(caller.proxies()).isEqualTo(1);
        CallerSettings.TrustedIssuer issuer = caller.issuers().get("a");
        assertThat(issuer.algorithms()).containsExactly(SignatureAlgorithm.RS256);
        assertThat(issuer.twoSteps().vot()).containsExactly("Cp.Cd", "Cp.Ck", "Ck", "Cm");
        assertThat(issuer.twoSteps().amr()).containsExactly("mfa");
        assertThat(issuer.twoSteps().acr()).isEmpty();
        assertThat(issuer.passwordAccepted()).containsExactly("pwd", "Cp");
    }

    @Test
    void requests() {
        WebSettings web = Defaults.of(WebSettings.class);
        assertThat(web.mostAtOnce()).isEqualTo(64);
        assertThat(web.maxBodyBytes()).isEqualTo(16 * 1024);
        assertThat(web.maxJsonDepth()).isEqualTo(20);
        assertThat(web.maxJsonText()).isEqualTo(4 * 1024);
    }

    @Test
    void messages() {
        NoticeSettings notice = Defaults.of(NoticeSettings.class);
        assertThat(notice.giveUpAfter()).isEqualTo(Duration.ofDays(3));
        assertThat(notice.mailLease()).isGreaterThan(notice.mailTimeout());
        NotifySettings notify = Defaults.of(NotifySettings.class);
        assertThat(notify.connectTimeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(notify.readTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(notice.textLease()).isGreaterThan(notify.connectTimeout().plus(notify.readTimeout()));
    }

    @Test
    void events() {
        EventSettings event = Defaults.of(EventSettings.class);
        assertThat(event.receivers()).isEmpty();
        assertThat(event.issuer()).isEmpty();
        assertThat(event.signingKeys()).isEmpty();
        assertThat(event.algorithm()).isEqualTo(SigningAlgorithm.RS256);
        assertThat(event.throwAwayKey()).isFalse();
        assertThat(event.connectTimeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(event.readTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(event.lease()).isGreaterThan(event.connectTimeout().plus(event.readTimeout()));
        assertThat(event.giveUpAfter()).isEqualTo(Duration.ofDays(7));
        assertOutOfBounds(EventSettings.class, "event.give-up-after", "15d");
    }

    @Test
    void the_end_of_a_replica() {
        assertThat(Defaults.of(TimeSettings.class).toEnd()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void directories() {
        DirectorySettings directory = Defaults.of(DirectorySettings.class);
        assertThat(directory.targets()).isEmpty();
        assertThat(directory.connectTimeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(directory.answerTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(directory.poolSize()).isEqualTo(4);
        assertThat(directory.syncEvery()).isEqualTo(Duration.ofMinutes(5));
        assertOutOfBounds(DirectorySettings.class, "directory.pool-size", "0");
        assertOutOfBounds(DirectorySettings.class, "directory.answer-timeout", "61s");
        assertOutOfBounds(DirectorySettings.class, "directory.sync-every", "25h");
    }

    @Test
    void what_is_carried_to_directories() {
        CarrySettings carry = Defaults.of(CarrySettings.class);
        DirectorySettings directory = Defaults.of(DirectorySettings.class);
        assertThat(carry.firstSync()).isEqualTo(Duration.ofHours(24));
        assertThat(carry.giveUp()).isEqualTo(Duration.ofDays(7));
        assertThat(carry.passwordLife()).isEqualTo(Duration.ofHours(24));
        assertThat(carry.lease())
                .isGreaterThan(directory
                        .connectTimeout()
                        .plus(directory.answerTimeout().multipliedBy(5)));
        assertOutOfBounds(CarrySettings.class, "directory.first-sync", "25h");
        assertOutOfBounds(CarrySettings.class, "directory.give-up", "15d");
        assertOutOfBounds(CarrySettings.class, "directory.password-life", "25h");
    }

    @Test
    void fictional_numbers_are_refused_unless_somebody_allows_them() {
        assertThat(Defaults.of(AccountSettings.class).fictionalNumbers()).isFalse();
    }

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

    /** In one sentence that names the setting. */
    private static void assertOutOfBounds(Class<?> settings, String setting, String value) {
        assertThatExceptionOfType(ConfigValidationException.class)
                .isThrownBy(() -> Defaults.with(
                        settings, Map.of(setting, value, "phone-change.cancel-page", "https://app.example/cancel")))
                .matches(refused -> refused.getProblemCount() == 1)
                .withMessageContaining(setting + " must be ");
    }

    private static void assertMissing(Class<?> settings) {
        assertThatExceptionOfType(ConfigValidationException.class).isThrownBy(() -> Defaults.of(settings));
    }
}
