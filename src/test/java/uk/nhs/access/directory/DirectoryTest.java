package uk.nhs.access.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static uk.nhs.access.directory.OneDirectory.NEW;
import static uk.nhs.access.directory.OneDirectory.OLD;
import static uk.nhs.access.directory.OneDirectory.ROBIN;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.access.account.EmailAddress;
import uk.nhs.access.directory.DirectorySettings.Kind;

/** What is asked of a directory and told to it of one person, over real LDAPS. */
class DirectoryTest {

    private final OneDirectory one = new OneDirectory();

    @AfterEach
    void end() {
        one.close();
    }

    @ParameterizedTest
    @EnumSource
    void a_password_that_was_set_is_the_persons_own_and_the_one_before_is_not(Kind kind) {
        Directory directory = one.open(kind);
        assertThat(directory.accepts(ROBIN, OLD)).isTrue();

        assertThat(directory.setPassword(ROBIN, NEW)).isEqualTo(new Outcome.Done(one.now()));

        assertThat(directory.accepts(ROBIN, NEW)).isTrue();
        assertThat(directory.accepts(ROBIN, OLD)).isFalse();
        assertThat(directory.accepts(ROBIN, "")).isFalse();
        assertThat(one.server().opens(ROBIN.value(), NEW)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void setting_it_again_does_no_harm(Kind kind) {
        Directory directory = one.open(kind);
        directory.setPassword(ROBIN, NEW);
        assertThat(directory.setPassword(ROBIN, NEW)).isEqualTo(new Outcome.Done(one.now()));
        assertThat(directory.accepts(ROBIN, NEW)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void a_lock_is_lifted_and_where_there_is_none_nothing_changes(Kind kind) {
        Directory directory = one.open(kind);
        one.server().lock(ROBIN.value());
        assertThat(directory.unlock(ROBIN)).isEqualTo(new Outcome.Done(null));
        assertThat(one.server().isLocked(ROBIN.value())).isFalse();
        assertThat(directory.unlock(ROBIN)).isEqualTo(new Outcome.Done(null));
    }

    @ParameterizedTest
    @EnumSource
    void people_are_found_by_their_address_in_whatever_case_and_by_nothing_else(Kind kind) {
        Directory directory = one.open(kind);
        EmailAddress shouting = new EmailAddress("ROBIN@EXAMPLE.ORG");
        assertThat(directory.accepts(shouting, OLD)).isTrue();
        EmailAddress nobody = new EmailAddress("nobody@example.org");
        assertThat(directory.setPassword(nobody, NEW)).isEqualTo(new Outcome.Absent());
        assertThat(directory.unlock(nobody)).isEqualTo(new Outcome.Absent());
        assertThat(directory.accepts(nobody, OLD)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void an_address_that_several_have_is_nobodys(Kind kind) {
        Directory directory = one.open(kind);
        one.server().join(ROBIN.value(), "another person's secret");
        one.server().join(ROBIN.value(), "and a third person's secret");

        assertThat(directory.setPassword(ROBIN, NEW)).isEqualTo(new Outcome.Refused(Refusal.AMBIGUOUS));
        assertThat(directory.unlock(ROBIN)).isEqualTo(new Outcome.Refused(Refusal.AMBIGUOUS));
        assertThat(directory.accepts(ROBIN, OLD)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*@example.org", "robin*@example.org", "r\u0000@example.org", "*)(uid=*", "x)(mail=*@example.org"
            })
    void what_would_steer_a_filter_finds_nobody(String address) {
        if (!address.matches(EmailAddress.WRITTEN)) {
            assertThatIllegalStateException().isThrownBy(() -> new EmailAddress(address));
            return;
        }
        Directory directory = one.open(Kind.ACTIVE_DIRECTORY);
        assertThat(directory.setPassword(new EmailAddress(address), NEW)).isEqualTo(new Outcome.Absent());
    }

    @ParameterizedTest
    @EnumSource
    void a_password_below_the_rules_that_hold_there_is_refused(Kind kind) {
        Directory directory = one.open(kind);
        assertThat(directory.setPassword(ROBIN, "thirteen long"))
                .isEqualTo(new Outcome.Refused(Refusal.PASSWORD_POLICY));
        assertThat(directory.accepts(ROBIN, OLD)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void without_the_right_to_do_it_nothing_is_done(Kind kind) {
        Directory directory = one.open(kind);
        one.server().closeToUs(true);
        one.server().lock(ROBIN.value());

        assertThat(directory.setPassword(ROBIN, NEW)).isEqualTo(new Outcome.Refused(Refusal.NOT_ALLOWED));
        assertThat(directory.unlock(ROBIN)).isEqualTo(new Outcome.Refused(Refusal.NOT_ALLOWED));
    }
}
