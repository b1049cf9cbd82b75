package uk.nhs.access.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.nhs.access.account.Account;
import uk.nhs.access.account.EmailAddress;
import uk.nhs.access.account.Holder;
import uk.nhs.access.account.Subject;

/** What others may know of somebody, and so try first. */
class OwnWordsTest {

    private final OwnWords robin = OwnWords.of(Account.open(
            new Subject("https://tests.invalid", "robin"),
            new Holder("Robin Okafor", null),
            null,
            List.of(new EmailAddress("bluebird@rivermead.example.org"))));

    @ParameterizedTest
    @CsvSource({
        "robin-1987, true, false",
        "okafor-1987, true, false",
        "bluebird, false, true",
        "rivermead, false, true",
        "example, false, true",
        "organ, false, false"
    })
    void they_are_the_name_and_each_part_of_an_address_but_the_last_which_is_nobodys_own(
            String password, boolean ofTheName, boolean ofAnAddress) {
        TypedPassword typed = new TypedPassword(password);

        assertThat(robin.name().isIn(typed)).isEqualTo(ofTheName);
        assertThat(robin.addresses().isIn(typed)).isEqualTo(ofAnAddress);
    }

    @Test
    void they_are_not_shown_in_passing() {
        assertThat(robin).hasToString("OwnWords[hidden]");
    }
}
