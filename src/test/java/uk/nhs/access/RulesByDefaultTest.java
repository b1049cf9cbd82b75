package uk.nhs.access;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.Bounds.assertOutOfBounds;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.nhs.access.account.AccountSettings;
import uk.nhs.access.administration.AdministrationSettings;
import uk.nhs.access.caller.CallerSettings;
import uk.nhs.access.code.CodeSettings;
import uk.nhs.access.idempotency.IdempotencySettings;
import uk.nhs.access.limit.LimitSettings;
import uk.nhs.access.password.PasswordSettings;
import uk.nhs.access.passwordchange.PasswordChangeSettings;
import uk.nhs.access.phonechange.PhoneChangeSettings;
import uk.nhs.access.question.QuestionSettings;
import uk.nhs.access.recovery.RecoverySettings;
import uk.nhs.access.retention.RetentionSettings;
import uk.nhs.access.signin.SignInSettings;
import uk.nhs.access.unlock.UnlockSettings;

/** What the rules say of times, tries and sizes where nobody set others. */
class RulesByDefaultTest {

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
    void sending() {
        LimitSettings limit = Defaults.of(LimitSettings.class);
        assertThat(limit.apart()).isEqualTo(Duration.ofSeconds(60));
        assertThat(limit.inTenMinutes()).isEqualTo(5);
        assertThat(limit.inAnHour()).isEqualTo(10);
        assertThat(limit.inADay()).isEqualTo(20);
        assertThat(limit.inAnHourByAddress()).isEqualTo(30);
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
    void security_questions() {
        assertThat(Defaults.of(QuestionSettings.class).count()).isEqualTo(3);
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
    void local_administrators() {
        AdministrationSettings administration = Defaults.of(AdministrationSettings.class);
        assertThat(administration.inAnHour()).isEqualTo(30);
        assertThat(administration.searchesInAnHour()).isEqualTo(300);
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
    void requests_that_are_sent_again() {
        assertThat(Defaults.of(IdempotencySettings.class).keptFor()).isEqualTo(Duration.ofHours(24));
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
    void fictional_numbers_are_refused_unless_somebody_allows_them() {
        assertThat(Defaults.of(AccountSettings.class).fictionalNumbers()).isFalse();
    }
}
