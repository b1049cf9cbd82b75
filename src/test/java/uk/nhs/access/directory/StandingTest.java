package uk.nhs.access.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.nhs.access.account.EmailAddress;
import uk.nhs.access.account.OdsCode;

class StandingTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofNanos(1_000));
    private static final OdsCode HERE = new OdsCode("D1A");
    private static final EmailAddress ADDRESS = new EmailAddress("robin@example.org");

    private final Standing standing = Standing.of(UUID.randomUUID(), HERE, ADDRESS);

    @Test
    void at_first_nothing_is_known_but_whose_it_is_and_where() {
        UUID account = UUID.randomUUID();
        Standing unknown = Standing.of(account, HERE, ADDRESS);

        assertThat(unknown.accountId()).isEqualTo(account);
        assertThat(unknown.isOf(HERE)).isTrue();
        assertThat(unknown.address()).isEqualTo(ADDRESS);
        assertThat(unknown.newerSetAt()).isEmpty();

        EmailAddress another = new EmailAddress("another@example.org");
        unknown.findBy(another);
        assertThat(unknown.address()).isEqualTo(another);
    }

    @Test
    void what_was_heard_of_stays_news_where_nobody_knows_when_the_present_one_was_set() {
        standing.hear(LATER);
        standing.know(null);
        assertThat(standing.newerSetAt()).contains(LATER);
    }

    @Test
    void a_password_is_news_if_it_was_set_one_tick_after_the_one_that_is_known() {
        standing.know(NOW);

        standing.hear(NOW);
        assertThat(standing.newerSetAt()).isEmpty();
        standing.hear(NOW.minusSeconds(1));
        assertThat(standing.newerSetAt()).isEmpty();
        standing.hear(null);
        assertThat(standing.newerSetAt()).isEmpty();
        standing.hear(LATER);
        assertThat(standing.newerSetAt()).contains(LATER);
    }

    @Test
    void what_was_heard_of_is_news_until_it_is_known_or_something_later_is() {
        standing.hear(LATER);
        standing.know(NOW);
        assertThat(standing.newerSetAt()).contains(LATER);

        standing.know(LATER);
        assertThat(standing.newerSetAt()).isEmpty();
    }

    @Test
    void what_was_carried_is_the_mailboxs_password_for_as_long_as_that_stays() {
        standing.hear(NOW);
        standing.carry(LATER, NOW);

        assertThat(standing.newerSetAt()).isEmpty();
        assertThat(standing.isCarried(NOW)).isTrue();
        assertThat(standing.isCarried(LATER)).isFalse();
    }

    @Test
    void a_lock_is_news_once_and_the_one_here_is_known_by_its_time() {
        assertThat(standing.knowsLock(null)).isTrue();
        assertThat(standing.knowsLock(NOW)).isFalse();

        standing.lockHere(NOW, LATER);

        assertThat(standing.knowsLock(NOW)).isTrue();
        assertThat(standing.hasLocked(LATER)).isTrue();
        assertThat(standing.hasLocked(NOW)).isFalse();
        assertThat(standing.hasLocked(null)).isFalse();
        standing.knowLock(null);
        assertThat(standing.hasLocked(LATER)).isFalse();
    }

    @Test
    void what_another_directory_said_means_nothing_any_more() {
        standing.carry(NOW, NOW);
        standing.hear(LATER);
        standing.lockHere(NOW, NOW);
        OdsCode another = new OdsCode("D1B");

        standing.begin(another, ADDRESS);

        assertThat(standing.isOf(another)).isTrue();
        assertThat(standing.isOf(HERE)).isFalse();
        assertThat(standing.newerSetAt()).isEmpty();
        assertThat(standing.isCarried(NOW)).isFalse();
        assertThat(standing.knowsLock(null)).isTrue();
        assertThat(standing.hasLocked(NOW)).isFalse();
    }
}
