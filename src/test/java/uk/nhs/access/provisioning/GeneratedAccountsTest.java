package uk.nhs.access.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.problem.Cid.NOT_A_PHONE_NUMBER;
import static uk.nhs.access.problem.Cid.NOT_A_UK_MOBILE;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Optional;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.nhs.access.account.Account;
import uk.nhs.access.account.EmailAddress;
import uk.nhs.access.account.Holder;
import uk.nhs.access.account.MobileNumber;
import uk.nhs.access.account.MobileNumbers;
import uk.nhs.access.account.Numbers;
import uk.nhs.access.account.Subject;
import uk.nhs.access.problem.Cid;
import uk.nhs.access.support.Cases;
import uk.nhs.access.support.Chance;
import uk.nhs.access.support.Tried;

/** Whatever a line says that has the right shape opens an account, or is refused for its number: it never fails. */
class GeneratedAccountsTest {

    private static final NewAccount GOOD = new NewAccount(
            new NewAccount.Who("https://tests.invalid", "robin"), "Robin", "X1A", List.of("a@b"), "07700900123");

    private final MobileNumbers numbers = Numbers.withFictional();
    private final Validator validator = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()
            .getValidator();

    @Test
    void what_has_the_right_shape_is_an_account() {
        Cases.each(5_000, chance -> {
            NewAccount line = line(chance);
            if (!validator.validate(line).isEmpty()) {
                return;
            }
            Optional<Cid> refusal = Tried.refusal(() -> assertOpens(line));
            assertThat(refusal.filter(cid -> cid != NOT_A_PHONE_NUMBER && cid != NOT_A_UK_MOBILE))
                    .isEmpty();
        });
    }

    @Test
    void what_is_not_said_stays_as_it_is() {
        Cases.each(1_000, chance -> {
            Account account = Account.open(
                    GOOD.owner(), GOOD.particulars(numbers).holderOf(nobody()), null, List.of(new EmailAddress("a@b")));
            String name = chance.oneIn(2) ? "Another" : null;
            String organisation = chance.oneIn(2) ? "z9z" : null;

            Particulars said = Particulars.of(name, organisation, null, null, numbers);

            assertThat(said).hasToString("Particulars[hidden]");
            assertThat(said.addresses()).isEmpty();
            assertThat(said.number()).isNull();
            assertThat(said.holderOf(account).name()).isEqualTo(name == null ? "Robin" : name);
            assertThat(said.holderOf(account).organisation()).hasToString(organisation == null ? "X1A" : "Z9Z");
        });
    }

    @Test
    void a_line_says_whose_account_it_is_and_is_not_shown_in_passing() {
        assertThat(GOOD.owner()).isEqualTo(new Subject("https://tests.invalid", "robin"));
        assertThat(GOOD).hasToString("NewAccount[hidden]");
    }

    private void assertOpens(NewAccount line) {
        Particulars said = line.particulars(numbers);
        Account opened = Account.open(line.owner(), said.holderOf(nobody()), null, said.addresses());

        assertThat(opened.holder().name()).isEqualTo(line.name().strip());
        assertThat(opened.emails()).hasSameSizeAs(line.emailAddresses());
        assertThat(said.number() == null).isEqualTo(line.mobileNumber() == null);
        assertThat(said.withoutNumber().number()).isNull();
        assertThat(line.toString() + said).doesNotContain("@");
    }

    private static NewAccount line(Chance chance) {
        return new NewAccount(
                new NewAccount.Who(nearly(chance, "https://tests.invalid"), nearly(chance, "robin")),
                nearly(chance, "Robin O’Connor"),
                optionally(chance, "X1A"),
                chance.several(1, 3, () -> nearly(chance, "robin@example.org")),
                optionally(chance, chance.of("07700 900123", "+33 6 12 34 56 78", "020 7946 0000")));
    }

    private static String nearly(Chance chance, String good) {
        return chance.oneIn(3) ? chance.twisted(good) : good;
    }

    private static @Nullable String optionally(Chance chance, String good) {
        return chance.oneIn(3) ? null : nearly(chance, good);
    }

    private Account nobody() {
        return Account.open(
                GOOD.owner(),
                new Holder("Nobody", null),
                new MobileNumber("+447700900123"),
                List.of(new EmailAddress("a@b")));
    }
}
