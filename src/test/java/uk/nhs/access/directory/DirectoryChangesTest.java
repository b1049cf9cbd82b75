package uk.nhs.access.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.directory.OneDirectory.NEW;
import static uk.nhs.access.directory.OneDirectory.OLD;
import static uk.nhs.access.directory.OneDirectory.ROBIN;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.nhs.access.account.EmailAddress;
import uk.nhs.access.directory.DirectorySettings.Kind;

/** What is read in a directory, and of whom, over real LDAPS. */
class DirectoryChangesTest {

    private final OneDirectory one = new OneDirectory();

    @AfterEach
    void end() {
        one.close();
    }

    @ParameterizedTest
    @EnumSource
    void everybody_is_read_first_and_then_whom_something_changed_of(Kind kind) {
        Directory directory = one.open(kind);
        one.server().join("kim@example.org", OLD);

        Changes first = directory.changesSince(null);
        assertThat(first.everybody()).isTrue();
        Instant joined = one.now().minus(Duration.ofHours(1));
        assertThat(first.entries())
                .containsExactlyInAnyOrder(
                        new DirectoryEntry(ROBIN, joined, null),
                        new DirectoryEntry(new EmailAddress("kim@example.org"), joined, null));

        one.later(Duration.ofSeconds(1));
        one.server().setPassword(ROBIN.value(), NEW);
        one.server().lock(ROBIN.value());
        Changes next = directory.changesSince(first.cursor());
        assertThat(next.everybody()).isFalse();
        assertThat(next.entries()).contains(new DirectoryEntry(ROBIN, one.now(), one.now()));

        one.server().unlock(ROBIN.value());
        assertThat(directory.changesSince(next.cursor()).entries())
                .contains(new DirectoryEntry(ROBIN, one.now(), null));
    }

    @Test
    void active_directory_is_asked_for_nobody_twice_until_its_controller_is_another_one() {
        Directory directory = one.open(Kind.ACTIVE_DIRECTORY);
        String cursor = directory.changesSince(null).cursor();
        assertThat(directory.changesSince(cursor).entries()).isEmpty();

        one.server().restore();

        Changes after = directory.changesSince(cursor);
        assertThat(after.everybody()).isTrue();
        assertThat(after.entries()).hasSize(1);
        assertThat(directory.changesSince(after.cursor()).entries()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_thousand_people_are_read_page_by_page(Kind kind) {
        Directory directory = one.open(kind);
        List<String> people = IntStream.range(0, 1_000)
                .mapToObj(i -> "person" + i + "@example.org")
                .toList();
        people.forEach(address -> one.server().join(address, OLD));

        assertThat(directory.changesSince(null).entries())
                .extracting(entry -> entry.address().value())
                .containsAll(people)
                .hasSize(1_001);
        assertThat(one.server().largestAnswer()).isLessThanOrEqualTo(500);
    }

    @Test
    void a_password_that_must_be_changed_first_is_nobodys_own() {
        Directory directory = one.open(Kind.ACTIVE_DIRECTORY);
        one.server().setPasswordToBeChanged(ROBIN.value(), NEW);

        assertThat(directory.changesSince(null).entries()).containsExactly(new DirectoryEntry(ROBIN, null, null));
        assertThat(directory.accepts(ROBIN, NEW)).isFalse();
    }
}
