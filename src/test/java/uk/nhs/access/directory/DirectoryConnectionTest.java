package uk.nhs.access.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static uk.nhs.access.directory.OneDirectory.NEW;
import static uk.nhs.access.directory.OneDirectory.OLD;
import static uk.nhs.access.directory.OneDirectory.ROBIN;

import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.nhs.access.directory.DirectorySettings.Kind;
import uk.nhs.access.support.TestCertificate;

/** How the service is connected to a directory: over real LDAPS, to whom it means and nobody else, and not for ever. */
class DirectoryConnectionTest {

    private final OneDirectory one = new OneDirectory();

    @AfterEach
    void end() {
        one.close();
    }

    @ParameterizedTest
    @EnumSource
    void a_directory_that_is_away_says_nothing_and_is_found_again_when_it_is_back(Kind kind) {
        Directory directory = one.open(kind);
        directory.accepts(ROBIN, OLD);
        one.server().down();
        for (int i = 0; i < 6; i++) {
            assertThat(directory.setPassword(ROBIN, NEW)).isInstanceOf(Outcome.Unreachable.class);
        }
        assertThat(directory.unlock(ROBIN)).isInstanceOf(Outcome.Unreachable.class);
        assertUnreachable(() -> directory.accepts(ROBIN, OLD));
        assertUnreachable(() -> directory.changesSince(null));

        one.server().up();

        assertThat(directory.setPassword(ROBIN, NEW)).isInstanceOf(Outcome.Done.class);
        assertThat(directory.accepts(ROBIN, NEW)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void a_directory_that_hangs_is_waited_for_no_longer_than_is_set(Kind kind) {
        Directory directory = one.open(kind, Map.of("directory.answer-timeout", "200ms"));
        one.server().slow(Duration.ofSeconds(5));

        assertThat(directory.setPassword(ROBIN, NEW)).isInstanceOf(Outcome.Unreachable.class);
        assertUnreachable(() -> directory.accepts(ROBIN, OLD));
    }

    @ParameterizedTest
    @EnumSource
    void whoever_shows_a_certificate_that_nobody_trusts_is_told_nothing(Kind kind) {
        one.open(kind).accepts(ROBIN, OLD);
        String another = TestCertificate.of("localhost").file().toString();
        Directory directory = one.connect(kind, Map.of("directory.targets.d1a.trust", another));

        assertThat(directory.setPassword(ROBIN, NEW)).isInstanceOf(Outcome.Unreachable.class);
        assertThat(one.server().opens(ROBIN.value(), OLD)).isTrue();
    }

    @Test
    void whoever_shows_a_certificate_of_another_name_is_told_nothing() {
        TestCertificate another = TestCertificate.of("another.example");
        one.start(Kind.ACTIVE_DIRECTORY, another);
        Directory directory = one.connect(
                Kind.ACTIVE_DIRECTORY,
                Map.of("directory.targets.d1a.trust", another.file().toString()));

        assertThat(directory.setPassword(ROBIN, NEW)).isInstanceOf(Outcome.Unreachable.class);
        assertThat(one.server().opens(ROBIN.value(), OLD)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void an_account_of_ours_that_the_directory_does_not_take_tells_nothing_of_anybody(Kind kind) {
        one.open(kind);
        Directory directory = one.connect(kind, Map.of("directory.targets.d1a.bind-password", "was changed there"));

        assertThat(directory.setPassword(ROBIN, NEW)).isInstanceOf(Outcome.Unreachable.class);
        assertUnreachable(() -> directory.accepts(ROBIN, OLD));
    }

    @Test
    void passwords_travel_in_clear_to_nobody_but_this_machine() {
        assertThatIllegalStateException()
                .isThrownBy(() -> settings("ldap://dc.example.org"))
                .withMessageContaining("DIRECTORY_TARGETS_D1A")
                .withMessageContaining("ldaps");
        assertThatIllegalStateException().isThrownBy(() -> settings("https://dc.example.org"));
        settings("ldap://127.0.0.1:1").close();
        settings("ldaps://dc.example.org").close();
    }

    private static Directories settings(String url) {
        return OneDirectory.directories(Kind.ACTIVE_DIRECTORY, 636, Map.of("directory.targets.d1a.url", url));
    }

    private static void assertUnreachable(ThrowingCallable call) {
        assertThatExceptionOfType(DirectoryUnreachable.class)
                .isThrownBy(call)
                .withMessageNotContainingAny(ROBIN.value(), OLD, "cn=");
    }
}
