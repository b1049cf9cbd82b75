package uk.nhs.access.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static uk.nhs.access.problem.Cid.CODE_WRONG;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import uk.nhs.access.account.Accounts;
import uk.nhs.access.caller.Actor;
import uk.nhs.access.channel.Channel;
import uk.nhs.access.problem.Problem;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.Rows;

/** The right digits, entered for anything else than what they were sent for. */
@QuarkusTest
class BoundCodesTest {

    @Inject
    VerificationCodes codes;

    @Inject
    Accounts accounts;

    private final Person person = Person.fresh();

    static Stream<Arguments> pairsOfPurposes() {
        return Arrays.stream(CodePurpose.values())
                .flatMap(issued -> Arrays.stream(CodePurpose.values())
                        .filter(used -> used != issued)
                        .map(used -> Arguments.of(issued, used)));
    }

    @ParameterizedTest
    @MethodSource("pairsOfPurposes")
    void a_code_for_one_purpose_is_wrong_for_every_other_and_counts_there(CodePurpose issued, CodePurpose used) {
        assertWrong(issued, right -> new CodeBinding(right.code(), used, right.account(), right.destination()));
        assertThat(Rows.count(
                        "select wrong_in_row from code_block where account_id = ? and purpose = ?",
                        person.account(),
                        used.name()))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void a_code_for_one_account_is_wrong_for_another(CodePurpose purpose) {
        Person other = Person.fresh();
        assertWrong(purpose, right -> new CodeBinding(right.code(), purpose, other.account(), right.destination()));
    }

    @ParameterizedTest
    @EnumSource
    void a_code_that_went_to_one_number_is_wrong_for_another(CodePurpose purpose) {
        assertWrong(purpose, right -> new CodeBinding(right.code(), purpose, right.account(), "+447700900999"));
    }

    @Test
    void the_digits_of_one_code_are_wrong_for_another_with_the_same_destination() {
        CodeBinding first = fresh(CodePurpose.SIGN_IN);
        CodeBinding second = new CodeBinding(UUID.randomUUID(), first.purpose(), first.account(), first.destination());
        assertThat(first.fields("012345")).isNotEqualTo(second.fields("012345"));
    }

    private void assertWrong(CodePurpose purpose, UnaryOperator<CodeBinding> change) {
        CodeBinding right = fresh(purpose);
        String digits = QuarkusTransaction.requiringNew().call(() -> {
            var locked = accounts.lock(person.account());
            return codes.issue(right, channel(purpose), Actor.SERVICE_ITSELF, locked.now())
                    .code()
                    .digits();
        });

        Problem refused = QuarkusTransaction.requiringNew()
                .call(() -> catchThrowableOfType(Problem.class, () -> use(change.apply(right), digits)));

        assertThat(refused.cid()).isEqualTo(CODE_WRONG);
        assertThat(refused.facts()).containsEntry("attemptsLeft", 4);
        assertThatNoException()
                .isThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> use(right, digits)));
    }

    private static Channel channel(CodePurpose purpose) {
        return purpose == CodePurpose.RECOVERY ? Channel.EMAIL : Channel.TEXT;
    }

    private void use(CodeBinding binding, String digits) {
        var locked = accounts.lock(binding.account());
        codes.use(binding, digits, Actor.SERVICE_ITSELF, locked.now());
    }

    private CodeBinding fresh(CodePurpose purpose) {
        return CodeBinding.fresh(purpose, person.account(), person.mobile(), Instant.EPOCH);
    }
}
