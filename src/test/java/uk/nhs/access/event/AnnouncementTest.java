package uk.nhs.access.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AnnouncementTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Receiver RECEIVER =
            new Receiver("portal", URI.create("https://portal.invalid"), "portal", Set.of(), null);

    private final UUID id = UUID.randomUUID();
    private final UUID account = UUID.randomUUID();
    private final Announcement announcement = Announcement.queue(
            id, RECEIVER, account, new SecurityEvent(SecurityEvent.Kind.ACCOUNT_LOCKED, null), "{}", NOW);

    @Test
    void it_says_what_happened_to_whom_and_who_is_to_know() {
        assertThat(announcement.id()).isEqualTo(id);
        assertThat(announcement.accountId()).isEqualTo(account);
        assertThat(announcement.receiver()).isEqualTo("portal");
        assertThat(announcement.kind()).isEqualTo("AccountLocked");
        assertThat(announcement.claims()).isEqualTo("{}");
        assertThat(announcement.tries()).isZero();
        assertThat(announcement.traceparent()).isNull();
        assertThat(announcement.within(Optional.of("a trace"))).isSameAs(announcement);
        assertThat(announcement.traceparent()).isEqualTo("a trace");
    }

    @Test
    void it_is_queued_for_so_long_from_exactly_then_on() {
        Duration time = Duration.ofMinutes(5);
        assertThat(announcement.isQueuedFor(time, NOW.plus(time).minusNanos(1_000)))
                .isFalse();
        assertThat(announcement.isQueuedFor(time, NOW.plus(time))).isTrue();
    }

    static Stream<Consumer<Announcement>> ends() {
        return Stream.of(it -> it.sent(NOW), it -> it.die("refused", NOW));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void it_settles_once(Consumer<Announcement> end) {
        announcement.tryAgain("away", NOW);
        assertThat(announcement.isSettled()).isFalse();

        end.accept(announcement);

        assertThat(announcement.isSettled()).isTrue();
        assertThatIllegalStateException().isThrownBy(() -> announcement.sent(NOW));
        assertThatIllegalStateException().isThrownBy(() -> announcement.die("refused", NOW));
    }
}
