package uk.nhs.access.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import uk.nhs.access.account.EmailAddress;

/** The same as {@link DirectoryTest} and {@link DirectoryChangesTest} ask, of a domain controller that others wrote. */
@Tag("samba")
class SambaIT {

    private static final String OLD = "gravel otter minuet six";
    private static final String NEW = "kettle orange bus lántern";

    private static SambaDomain domain;
    private static Directory directory;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        domain = SambaDomain.start();
        directory = domain.connect();
    }

    @AfterAll
    static void end() throws IOException, InterruptedException {
        if (domain != null) {
            domain.close();
        }
    }

    @Test
    void a_password_that_was_set_signs_in_and_the_one_before_does_not() {
        EmailAddress robin = join("robin");
        assertThat(directory.accepts(robin, OLD)).isTrue();

        Outcome outcome = directory.setPassword(robin, NEW);

        assertThat(directory.accepts(robin, NEW)).isTrue();
        assertThat(directory.accepts(robin, OLD)).isFalse();
        assertThat(outcome)
                .isEqualTo(new Outcome.Done(
                        seen(directory.changesSince(null), robin).passwordSetAt()));
        assertThat(directory.setPassword(robin, NEW)).as("again").isInstanceOf(Outcome.Done.class);
    }

    @Test
    void three_wrong_passwords_lock_and_an_unlock_lets_in_again() {
        EmailAddress kim = join("kim");
        for (int i = 0; i < 3; i++) {
            assertThat(directory.accepts(kim, "wrong password " + i)).isFalse();
        }
        assertThat(directory.accepts(kim, OLD)).isFalse();
        assertThat(seen(directory.changesSince(null), kim).lockedSince()).isNotNull();

        assertThat(directory.unlock(kim)).isEqualTo(new Outcome.Done(null));

        assertThat(directory.accepts(kim, OLD)).isTrue();
        assertThat(seen(directory.changesSince(null), kim).lockedSince()).isNull();
    }

    @Test
    void the_rules_of_the_domain_refuse_a_short_password() {
        EmailAddress ari = join("ari");
        assertThat(directory.setPassword(ari, "thirteen long")).isEqualTo(new Outcome.Refused(Refusal.PASSWORD_POLICY));
        assertThat(directory.accepts(ari, OLD)).isTrue();
    }

    @Test
    void what_was_changed_by_others_is_seen_from_the_cursor_on() {
        EmailAddress lee = join("lee");
        Changes before = directory.changesSince(null);
        assertThat(before.everybody()).isTrue();
        assertThat(directory.changesSince(before.cursor()).entries()).isEmpty();

        domain.setPassword("lee", NEW);

        Changes after = directory.changesSince(before.cursor());
        assertThat(after.everybody()).isFalse();
        assertThat(after.entries()).extracting(DirectoryEntry::address).containsExactly(lee);
        assertThat(seen(after, lee).passwordSetAt()).isAfter(seen(before, lee).passwordSetAt());
        assertThat(directory.changesSince(after.cursor()).entries()).isEmpty();
        assertThat(directory.accepts(lee, NEW)).isTrue();
    }

    @Test
    void the_account_of_the_service_may_do_nothing_to_those_it_was_not_given() {
        List<DirectoryEntry> entries = directory.changesSince(null).entries();
        assertThat(entries).noneMatch(entry -> entry.address().value().startsWith("outsider"));
        domain.joinElsewhere("outsider", OLD);
        EmailAddress outsider = new EmailAddress("outsider@example.org");

        assertThat(directory.setPassword(outsider, NEW)).isEqualTo(new Outcome.Refused(Refusal.NOT_ALLOWED));
        assertThat(directory.unlock(outsider)).isEqualTo(new Outcome.Refused(Refusal.NOT_ALLOWED));
        assertThat(directory.accepts(outsider, OLD)).isTrue();
    }

    @Test
    void nobody_has_the_address() {
        assertThat(directory.setPassword(new EmailAddress("nobody@example.org"), NEW))
                .isEqualTo(new Outcome.Absent());
    }

    private static EmailAddress join(String name) {
        domain.join(name, OLD);
        return new EmailAddress(name + "@example.org");
    }

    private static DirectoryEntry seen(Changes changes, EmailAddress address) {
        return changes.entries().stream()
                .filter(entry -> entry.address().equals(address))
                .findFirst()
                .orElseThrow();
    }
}
