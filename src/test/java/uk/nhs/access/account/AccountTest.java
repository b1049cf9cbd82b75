package uk.nhs.access.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static uk.nhs.access.account.DisabledBecause.BY_SERVICE;
import static uk.nhs.access.account.DisabledBecause.NON_UK_NUMBER;
import static uk.nhs.access.account.LockedBecause.BY_ORGANISATION;
import static uk.nhs.access.account.LockedBecause.FAILED_SIGN_INS;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.access.problem.Problem;

class AccountTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(1);

    private final Account account = open();

    @Test
    void a_new_account_is_neither_disabled_nor_locked() {
        account.requireEnabled();
        assertThat(account.disabledBecause()).isEmpty();
        assertThat(account.lockedBecause()).isEmpty();
        assertThat(account.lockedAt()).isEmpty();
    }

    @Test
    void an_account_is_whose_it_was_opened_for_under_an_id_of_its_own() {
        assertThat(account.id()).isNotNull().isNotEqualTo(open().id());
        assertThat(account.subject()).isEqualTo(subject());
        assertThat(account.holder()).isEqualTo(new Holder("Robin", new OdsCode("X1A")));
        assertThat(account.emails()).containsExactly(new EmailAddress("robin@example.org"));
    }

    @Test
    void without_a_number_none_is_on_trial() {
        assertThat(account.isMobileOnTrial(Duration.ofDays(1), NOW)).isFalse();
        assertThat(account.number()).isEmpty();
    }

    @Test
    void a_number_that_somebody_else_sets_lifts_the_disablement_by_a_foreign_one_and_says_so() {
        MobileNumber number = new MobileNumber("+447700900123");
        assertThat(account.changeMobileForOwner(number, NOW)).isFalse();

        account.keepForeign(new ForeignNumber("+33612345678"));

        assertThat(account.changeMobileForOwner(number, NOW)).isTrue();
        account.requireEnabled();
    }

    @Test
    void an_account_that_nobody_could_be_told_of_is_not_opened() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Account.open(subject(), new Holder("Robin", null), null, List.of()));
    }

    @ParameterizedTest
    @EnumSource
    void a_disabled_account_is_enabled_for_exactly_the_reason_it_was_disabled_for(DisabledBecause reason) {
        DisabledBecause other = reason == BY_SERVICE ? NON_UK_NUMBER : BY_SERVICE;
        account.disable(reason);

        assertThat(account.enable(other)).isFalse();
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(account::requireEnabled)
                .withMessage("ACCOUNT_DISABLED");
        assertThat(account.enable(reason)).isTrue();
        account.requireEnabled();
    }

    @Test
    void enabling_an_account_that_is_enabled_changes_nothing() {
        assertThat(account.enable(BY_SERVICE)).isFalse();
        account.requireEnabled();
    }

    @Test
    void what_a_service_disabled_is_not_enabled_by_a_uk_number_whichever_reason_came_first() {
        account.disable(NON_UK_NUMBER);
        account.disable(BY_SERVICE);
        assertThat(account.disabledBecause()).contains(BY_SERVICE);

        account.disable(NON_UK_NUMBER);
        assertThat(account.enable(NON_UK_NUMBER)).isFalse();
        assertThat(account.disabledBecause()).contains(BY_SERVICE);
    }

    @Test
    void the_owner_lifts_a_lock_of_failed_sign_ins_once() {
        account.lock(FAILED_SIGN_INS, NOW);
        assertThat(account.lockedAt()).contains(NOW);

        assertThat(account.liftSignInLock()).isTrue();
        assertThat(account.lockedBecause()).isEmpty();
        assertThat(account.lockedAt()).isEmpty();
        assertThat(account.liftSignInLock()).isFalse();
    }

    @Test
    void only_the_organisation_lifts_what_it_locked() {
        account.lock(BY_ORGANISATION, NOW);

        assertThat(account.liftSignInLock()).isFalse();
        assertThat(account.lockedBecause()).contains(BY_ORGANISATION);
        assertThat(account.unlock()).isTrue();
        assertThat(account.lockedBecause()).isEmpty();
    }

    @Test
    void the_organisation_lifts_a_lock_of_failed_sign_ins_too_and_finds_none_after_it() {
        account.lock(FAILED_SIGN_INS, NOW);
        assertThat(account.unlock()).isTrue();
        assertThat(account.unlock()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void a_lock_keeps_the_time_at_which_it_began(LockedBecause reason) {
        account.lock(reason, NOW);
        account.lock(reason, LATER);
        assertThat(account.lockedAt()).contains(NOW);
    }

    @Test
    void the_organisations_lock_takes_the_place_of_one_of_failed_sign_ins_and_never_the_other_way_round() {
        account.lock(FAILED_SIGN_INS, NOW);
        account.lock(BY_ORGANISATION, LATER);
        assertThat(account.lockedAt()).contains(LATER);

        account.lock(FAILED_SIGN_INS, LATER.plusSeconds(1));
        assertThat(account.lockedBecause()).contains(BY_ORGANISATION);
        assertThat(account.lockedAt()).contains(LATER);
    }

    @Test
    void a_lock_that_is_there_already_is_no_news() {
        assertThat(account.lock(FAILED_SIGN_INS, NOW)).isTrue();
        assertThat(account.lock(FAILED_SIGN_INS, LATER)).isFalse();
        assertThat(account.lock(BY_ORGANISATION, LATER)).isTrue();
        assertThat(account.lock(FAILED_SIGN_INS, LATER)).isFalse();
    }

    @Test
    void a_code_of_an_organisation_is_kept_in_upper_case() {
        assertThat(new OdsCode(" x1a ")).isEqualTo(new OdsCode("X1A"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "X", "X1A-", "ABCDEFGHIJK", "É1A", "X 1"})
    void what_cannot_be_a_code_of_an_organisation_is_none(String text) {
        assertThatIllegalStateException().isThrownBy(() -> new OdsCode(text));
    }

    @Test
    void a_name_has_1_to_200_characters_and_is_not_shown_in_passing() {
        assertThat(new Holder("  Robin  ", null).name()).isEqualTo("Robin");
        assertThat(new Holder("😀".repeat(200), null)).hasToString("Holder[hidden]");
        assertThatIllegalStateException().isThrownBy(() -> new Holder(" ", null));
        assertThatIllegalStateException().isThrownBy(() -> new Holder("x".repeat(201), null));
    }

    private static Account open() {
        return Account.open(
                subject(),
                new Holder("Robin", new OdsCode("X1A")),
                null,
                List.of(new EmailAddress("robin@example.org")));
    }

    private static Subject subject() {
        return new Subject("https://tests.invalid", "robin");
    }
}
