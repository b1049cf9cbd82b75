package uk.nhs.access.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.access.Defaults;
import uk.nhs.access.account.EmailAddress;
import uk.nhs.access.account.OdsCode;
import uk.nhs.access.directory.DirectorySettings.Kind;
import uk.nhs.access.support.TestCertificate;

/** What is asked of a directory and told to it, over real LDAPS. */
class DirectoryTest {

    private static final TestCertificate CERTIFICATE = TestCertificate.of("localhost");
    private static final OdsCode ORGANISATION = new OdsCode("D1A");
    private static final EmailAddress ROBIN = new EmailAddress("robin@example.org");
    private static final String OLD = "gravel otter minuet six";
    private static final String NEW = "kettle \"orange\" bus lántern ✓";

    private Instant time = Instant.parse("2026-11-22T10:00:00.123Z");
    private DirectoryDouble server;
    private Directories directories;

    private Directory directory(Kind kind) {
        return directory(kind, Map.of());
    }

    private Directory directory(Kind kind, Map<String, String> settings) {
        server = kind == Kind.ACTIVE_DIRECTORY
                ? DirectoryDouble.activeDirectory(0, CERTIFICATE)
                : DirectoryDouble.plain(0, CERTIFICATE);
        server.by(() -> time);
        server.join(ROBIN.value(), OLD);
        return connect(kind, settings);
    }

    private Directory connect(Kind kind, Map<String, String> settings) {
        Map<String, String> all =
                new HashMap<>(DirectoryDouble.settings(ORGANISATION.value(), kind, server.port(), CERTIFICATE));
        all.putAll(settings);
        directories = new Directories(Defaults.with(DirectorySettings.class, all));
        return directories.of(ORGANISATION).orElseThrow();
    }

    @AfterEach
    void end() {
        if (directories != null) {
            directories.close();
            server.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_password_that_was_set_is_the_persons_own_and_the_one_before_is_not(Kind kind) {
        Directory directory = directory(kind);
        assertThat(directory.accepts(ROBIN, OLD)).isTrue();

        assertThat(directory.setPassword(ROBIN, NEW)).isEqualTo(new Outcome.Done(time));

        assertThat(directory.accepts(ROBIN, NEW)).isTrue();
        assertThat(directory.accepts(ROBIN, OLD)).isFalse();
        assertThat(directory.accepts(ROBIN, "")).isFalse();
        assertThat(server.opens(ROBIN.value(), NEW)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void setting_it_again_does_no_harm(Kind kind) {
        Directory directory = directory(kind);
        directory.setPassword(ROBIN, NEW);
        assertThat(directory.setPassword(ROBIN, NEW)).isEqualTo(new Outcome.Done(time));
        assertThat(directory.accepts(ROBIN, NEW)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void a_lock_is_lifted_and_where_there_is_none_nothing_changes(Kind kind) {
        Directory directory = directory(kind);
        server.lock(ROBIN.value());
        assertThat(directory.unlock(ROBIN)).isEqualTo(new Outcome.Done(null));
        assertThat(server.isLocked(ROBIN.value())).isFalse();
        assertThat(directory.unlock(ROBIN)).isEqualTo(new Outcome.Done(null));
    }

    @ParameterizedTest
    @EnumSource
    void people_are_found_by_their_address_in_whatever_case_and_by_nothing_else(Kind kind) {
        Directory directory = directory(kind);
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
        Directory directory = directory(kind);
        server.join(ROBIN.value(), "another person's secret");
        server.join(ROBIN.value(), "and a third person's secret");

        assertThat(directory.setPassword(ROBIN, NEW)).isEqualTo(new Outcome.Refused(Refusal.AMBIGUOUS));
        assertThat(directory.unlock(ROBIN)).isEqualTo(new Outcome.Refused(Refusal.AMBIGUOUS));
        assertThat(directory.accepts(ROBIN, OLD)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void a_password_below_the_rules_that_hold_there_is_refused(Kind kind) {
        Directory directory = directory(kind);
        assertThat(directory.setPassword(ROBIN, "thirteen long"))
                .isEqualTo(new Outcome.Refused(Refusal.PASSWORD_POLICY));
        assertThat(directory.accepts(ROBIN, OLD)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void without_the_right_to_do_it_nothing_is_done(Kind kind) {
        Directory directory = directory(kind);
        server.closeToUs(true);
        server.lock(ROBIN.value());

        assertThat(directory.setPassword(ROBIN, NEW)).isEqualTo(new Outcome.Refused(Refusal.NOT_ALLOWED));
        assertThat(directory.unlock(ROBIN)).isEqualTo(new Outcome.Refused(Refusal.NOT_ALLOWED));
    }

    @ParameterizedTest
    @EnumSource
    void a_directory_that_is_away_says_nothing_and_is_found_again_when_it_is_back(Kind kind) {
        Directory directory = directory(kind);
        directory.accepts(ROBIN, OLD);
        server.down();
        for (int i = 0; i < 6; i++) {
            assertThat(directory.setPassword(ROBIN, NEW)).isInstanceOf(Outcome.Unreachable.class);
        }
        assertThat(directory.unlock(ROBIN)).isInstanceOf(Outcome.Unreachable.class);
        assertUnreachable(() -> directory.accepts(ROBIN, OLD));
        assertUnreachable(() -> directory.changesSince(null));

        server.up();

        assertThat(directory.setPassword(ROBIN, NEW)).isInstanceOf(Outcome.Done.class);
        assertThat(directory.accepts(ROBIN, NEW)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void a_directory_that_hangs_is_waited_for_no_longer_than_is_set(Kind kind) {
        Directory directory = directory(kind, Map.of("directory.answer-timeout", "200ms"));
        server.slow(Duration.ofSeconds(5));

        assertThat(directory.setPassword(ROBIN, NEW)).isInstanceOf(Outcome.Unreachable.class);
        assertUnreachable(() -> directory.accepts(ROBIN, OLD));
    }

    @ParameterizedTest
    @EnumSource
    void whoever_shows_a_certificate_that_nobody_trusts_is_told_nothing(Kind kind) {
        directory(kind).accepts(ROBIN, OLD);
        String another = TestCertificate.of("localhost").file().toString();
        Directory directory = connect(kind, Map.of("directory.targets.d1a.trust", another));

        assertThat(directory.setPassword(ROBIN, NEW)).isInstanceOf(Outcome.Unreachable.class);
        assertThat(server.opens(ROBIN.value(), OLD)).isTrue();
    }

    @Test
    void whoever_shows_a_certificate_of_another_name_is_told_nothing() {
        TestCertificate another = TestCertificate.of("another.example");
        server = DirectoryDouble.activeDirectory(0, another).by(() -> time);
        server.join(ROBIN.value(), OLD);
        Directory directory = connect(
                Kind.ACTIVE_DIRECTORY,
                Map.of("directory.targets.d1a.trust", another.file().toString()));

        assertThat(directory.setPassword(ROBIN, NEW)).isInstanceOf(Outcome.Unreachable.class);
        assertThat(server.opens(ROBIN.value(), OLD)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void an_account_of_ours_that_the_directory_does_not_take_tells_nothing_of_anybody(Kind kind) {
        directory(kind);
        directories.close();
        Directory directory = connect(kind, Map.of("directory.targets.d1a.bind-password", "was changed there"));

        assertThat(directory.setPassword(ROBIN, NEW)).isInstanceOf(Outcome.Unreachable.class);
        assertUnreachable(() -> directory.accepts(ROBIN, OLD));
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
        Directory directory = directory(Kind.ACTIVE_DIRECTORY);
        assertThat(directory.setPassword(new EmailAddress(address), NEW)).isEqualTo(new Outcome.Absent());
    }

    @ParameterizedTest
    @EnumSource
    void everybody_is_read_first_and_then_whom_something_changed_of(Kind kind) {
        Directory directory = directory(kind);
        server.join("kim@example.org", OLD);

        Changes first = directory.changesSince(null);
        assertThat(first.everybody()).isTrue();
        assertThat(first.entries())
                .containsExactlyInAnyOrder(
                        new DirectoryEntry(ROBIN, time.minus(Duration.ofHours(1)), null),
                        new DirectoryEntry(new EmailAddress("kim@example.org"), time.minus(Duration.ofHours(1)), null));

        time = time.plusSeconds(1);
        server.setPassword(ROBIN.value(), NEW);
        server.lock(ROBIN.value());
        Changes next = directory.changesSince(first.cursor());
        assertThat(next.everybody()).isFalse();
        assertThat(next.entries()).contains(new DirectoryEntry(ROBIN, time, time));

        server.unlock(ROBIN.value());
        assertThat(directory.changesSince(next.cursor()).entries()).contains(new DirectoryEntry(ROBIN, time, null));
    }

    @Test
    void active_directory_is_asked_for_nobody_twice_until_its_controller_is_another_one() {
        Directory directory = directory(Kind.ACTIVE_DIRECTORY);
        String cursor = directory.changesSince(null).cursor();
        assertThat(directory.changesSince(cursor).entries()).isEmpty();

        server.restore();

        Changes after = directory.changesSince(cursor);
        assertThat(after.everybody()).isTrue();
        assertThat(after.entries()).hasSize(1);
        assertThat(directory.changesSince(after.cursor()).entries()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_thousand_people_are_read_page_by_page(Kind kind) {
        Directory directory = directory(kind);
        List<String> people = IntStream.range(0, 1_000)
                .mapToObj(i -> "person" + i + "@example.org")
                .toList();
        people.forEach(address -> server.join(address, OLD));

        assertThat(directory.changesSince(null).entries())
                .extracting(entry -> entry.address().value())
                .containsAll(people)
                .hasSize(1_001);
        assertThat(server.largestAnswer()).isLessThanOrEqualTo(500);
    }

    @Test
    void a_password_that_must_be_changed_first_is_nobodys_own() {
        Directory directory = directory(Kind.ACTIVE_DIRECTORY);
        server.setPasswordToBeChanged(ROBIN.value(), NEW);

        assertThat(directory.changesSince(null).entries()).containsExactly(new DirectoryEntry(ROBIN, null, null));
        assertThat(directory.accepts(ROBIN, NEW)).isFalse();
    }

    @Test
    void a_lock_without_a_beginning_began_long_ago() {
        assertThat(DirectoryTime.ofText("000001010000Z")).contains(Instant.EPOCH);
        assertThat(DirectoryTime.ofText("no time")).isEmpty();
        assertThat(DirectoryTime.ofTicks(0L)).isEmpty();
        assertThat(DirectoryTime.ofTicks(134_083_248_001_234_567L))
                .contains(Instant.parse("2025-11-22T22:40:00.123456Z").truncatedTo(ChronoUnit.MICROS));
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
        Map<String, String> all =
                new HashMap<>(DirectoryDouble.settings("D1A", Kind.ACTIVE_DIRECTORY, 636, CERTIFICATE));
        all.put("directory.targets.d1a.url", url);
        return new Directories(Defaults.with(DirectorySettings.class, all));
    }

    private static void assertUnreachable(ThrowingCallable call) {
        assertThatExceptionOfType(DirectoryUnreachable.class)
                .isThrownBy(call)
                .withMessageNotContainingAny(ROBIN.value(), OLD, "cn=");
    }
}
