package uk.nhs.access.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static uk.nhs.access.problem.Cid.CODE_EXPIRED;
import static uk.nhs.access.problem.Cid.CODE_TRIES_USED_UP;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import uk.nhs.access.Defaults;
import uk.nhs.access.crypto.KeyedHash;
import uk.nhs.access.crypto.Rings;
import uk.nhs.access.crypto.Sealed;
import uk.nhs.access.problem.Problem;

class VerificationCodeTest {

    private static final Instant ISSUED = Instant.parse("2026-11-22T10:00:00Z");
    private static final Duration TICK = Duration.ofNanos(1_000);

    private final CodeSettings settings = Defaults.of(CodeSettings.class);
    private final CodeBinding binding =
            CodeBinding.fresh(CodePurpose.PHONE_CHANGE, UUID.randomUUID(), "+447700900123", Instant.EPOCH);
    private final KeyedHash hash = Rings.hashes().hash("test", binding.fields("012345"));
    private final Sealed sealed = Rings.sealer().seal(binding.code(), "012345");
    private final VerificationCode code = issue(settings.textValidity());

    @Test
    void a_code_is_known_by_what_it_was_issued_for() {
        assertThat(code.id()).isEqualTo(binding.code());
        assertThat(code.expiresAt()).isEqualTo(ISSUED.plusSeconds(600));
        assertThat(code.triesLeft()).isEqualTo(5);
        assertThat(code.hash()).isSameAs(hash);
        assertThat(code.code()).isSameAs(sealed);
    }

    @Test
    void by_text_it_is_good_one_tick_before_ten_minutes_and_dead_at_ten_minutes() {
        assertUsable(code, ISSUED.plusSeconds(599));
        assertUsable(code, ISSUED.plusSeconds(600).minus(TICK));
        assertExpired(code, ISSUED.plusSeconds(600));
        assertExpired(code, ISSUED.plusSeconds(601));
    }

    @Test
    void by_e_mail_it_is_good_one_tick_before_half_an_hour_and_dead_at_half_an_hour() {
        VerificationCode byEmail = issue(settings.emailValidity());
        assertUsable(byEmail, ISSUED.plusSeconds(1800).minus(TICK));
        assertExpired(byEmail, ISSUED.plusSeconds(1800));
    }

    @Test
    void a_guess_at_a_dead_code_does_not_count() {
        assertThat(refusal(() -> code.count(ISSUED.plusSeconds(600))).cid()).isEqualTo(CODE_EXPIRED);
        assertThat(code.triesLeft()).isEqualTo(5);
    }

    @Test
    void it_takes_five_tries_and_no_sixth() {
        for (int left = 4; left >= 0; left--) {
            code.count(ISSUED);
            assertThat(code.triesLeft()).isEqualTo(left);
        }
        Problem refused = refusal(() -> code.count(ISSUED));
        assertThat(refused.cid()).isEqualTo(CODE_TRIES_USED_UP);
        assertThat(refused.facts()).containsEntry("attemptsLeft", 0);
        assertThat(code.triesLeft()).isZero();
    }

    @Test
    void it_is_kept_while_a_try_is_left_and_wiped_with_the_last() {
        for (int i = 0; i < 4; i++) {
            code.count(ISSUED);
        }
        assertThat(code.code()).isSameAs(sealed);
        code.count(ISSUED);
        assertWiped();
    }

    @Test
    void the_fifth_try_may_be_the_right_one() {
        for (int i = 0; i < 5; i++) {
            code.count(ISSUED);
        }
        assertThatNoException().isThrownBy(() -> code.use(ISSUED));
    }

    @Test
    void it_is_used_once_and_wiped() {
        code.count(ISSUED);
        code.use(ISSUED);
        assertWiped();
        assertExpired(code, ISSUED);
        assertThat(refusal(() -> code.count(ISSUED)).cid()).isEqualTo(CODE_EXPIRED);
        assertThat(code.triesLeft()).isEqualTo(4);
    }

    @Test
    void a_spent_code_that_is_dead_as_well_has_expired() {
        for (int i = 0; i < 5; i++) {
            code.count(ISSUED);
        }
        assertExpired(code, ISSUED.plusSeconds(600));
    }

    @Test
    void a_code_that_was_withdrawn_is_dead_and_wiped() {
        code.withdraw(ISSUED);
        assertWiped();
        assertExpired(code, ISSUED);
    }

    @Test
    void a_code_that_becomes_another_keeps_its_tries_and_begins_its_time_again() {
        code.count(ISSUED);
        KeyedHash newHash = Rings.hashes().hash("test", binding.fields("543210"));
        Sealed newSealed = Rings.sealer().seal(binding.code(), "543210");
        Instant later = ISSUED.plusSeconds(60);

        code.renew(newHash, newSealed, later, later.plusSeconds(1800));

        assertThat(code.hash()).isSameAs(newHash);
        assertThat(code.code()).isSameAs(newSealed);
        assertThat(code.issuedAt()).isEqualTo(later);
        assertThat(code.triesLeft()).isEqualTo(4);
        assertUsable(code, later.plusSeconds(1800).minus(TICK));
        assertExpired(code, later.plusSeconds(1800));
    }

    @Test
    void a_dead_code_does_not_become_another() {
        Instant end = ISSUED.plusSeconds(600);
        assertThat(refusal(() -> code.renew(hash, sealed, end, end.plusSeconds(1800)))
                        .cid())
                .isEqualTo(CODE_EXPIRED);
        assertExpired(code, end);
    }

    @Test
    void the_text_of_its_binding_does_not_tell_the_destination() {
        assertThat(binding.toString())
                .doesNotContain("900123")
                .contains(binding.code().toString());
    }

    private VerificationCode issue(Duration validity) {
        return VerificationCode.issue(binding, hash, sealed, settings.tries(), ISSUED, ISSUED.plus(validity));
    }

    private void assertWiped() {
        assertThatIllegalStateException().isThrownBy(code::code).withMessage("The code was wiped");
    }

    private static void assertUsable(VerificationCode code, Instant now) {
        assertThatNoException().isThrownBy(() -> code.requireUsable(now));
    }

    private static void assertExpired(VerificationCode code, Instant now) {
        assertThat(refusal(() -> code.requireUsable(now)).cid()).isEqualTo(CODE_EXPIRED);
    }

    private static Problem refusal(ThrowingCallable call) {
        return catchThrowableOfType(Problem.class, call);
    }
}
