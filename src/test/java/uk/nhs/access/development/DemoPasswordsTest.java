package uk.nhs.access.development;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.nhs.access.account.Account;
import uk.nhs.access.account.Accounts;
import uk.nhs.access.account.Subject;
import uk.nhs.access.password.KeptPasswords;
import uk.nhs.access.password.OwnWords;
import uk.nhs.access.password.PasswordDesk;
import uk.nhs.access.password.PasswordPolicy;
import uk.nhs.access.password.Passwords;
import uk.nhs.access.password.TypedPassword;

@QuarkusTest
class DemoPasswordsTest {

    @Inject
    Accounts accounts;

    @Inject
    Passwords passwords;

    @Inject
    PasswordDesk desk;

    @Inject
    PasswordPolicy policy;

    @Inject
    DevelopmentIssuer issuer;

    @ParameterizedTest
    @EnumSource
    void everybody_to_play_with_has_a_good_password_that_works(DemoPerson person) {
        TypedPassword password = new TypedPassword(person.password());
        Subject subject = new Subject(issuer.issuer().orElseThrow(), person.subject());

        KeptPasswords kept = QuarkusTransaction.requiringNew().call(() -> {
            Account account = accounts.of(subject).orElseThrow();
            assertThatNoException().isThrownBy(() -> policy.require(password, OwnWords.of(account)));
            return passwords.kept(account.id());
        });
        assertThat(desk.compare(kept, password).matches()).isTrue();
    }
}
