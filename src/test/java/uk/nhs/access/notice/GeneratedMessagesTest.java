package uk.nhs.access.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.nhs.access.account.EmailAddress;
import uk.nhs.access.account.MobileNumber;
import uk.nhs.access.channel.Channel;
import uk.nhs.access.crypto.Rings;
import uk.nhs.access.crypto.Sealed;
import uk.nhs.access.crypto.SecurityCode;
import uk.nhs.access.notice.Message.State;
import uk.nhs.access.support.Cases;
import uk.nhs.access.support.Chance;
import uk.nhs.access.support.Tried;

/** What becomes of a message, whatever gateways do and say, and in whatever order. */
class GeneratedMessagesTest {

    private static final Instant QUEUED = Instant.parse("2026-11-22T10:00:00Z");
    private static final Instant EXPIRES = QUEUED.plusSeconds(600);
    private static final MobileNumber NUMBER = new MobileNumber("+447700900123");
    private static final Sealed SEALED = Rings.sealer().seal("a text", "words");

    /** A message, and what it should have come to. */
    private static final class Walk {

        private final boolean expires;
        private final Message message;
        private State state = State.QUEUED;
        private boolean kept = true;
        private Instant nextTry = QUEUED;
        private @Nullable String provider;
        private boolean arrived;
        private boolean failed;
        private boolean underWay;

        Walk(boolean expires) {
            this.expires = expires;
            this.message = queue(
                    expires
                            ? new Notice.SignInCodeText(NUMBER, new SecurityCode("012345"), EXPIRES)
                            : new Notice.PhoneChangeCancelledText(NUMBER));
        }

        void sent(String by, Instant now) {
            if (settles(() -> message.sent(by, now))) {
                state = State.SENT;
                provider = by;
                kept = false;
            }
        }

        void die(Instant now) {
            if (settles(() -> message.die("no", now))) {
                state = State.DEAD;
                kept = !expires;
            }
        }

        void expire(Instant now) {
            if (settles(() -> message.expire(now))) {
                state = State.EXPIRED;
                kept = false;
            }
        }

        void tryAgain(Instant at) {
            message.tryAgain("away", at);
            nextTry = at;
        }

        void receive(String by, Receipt said) {
            boolean ours = by.equals(provider);
            boolean news = message.receive(by, said);
            assertThat(news && arrived)
                    .as("nothing is news once it has arrived")
                    .isFalse();
            assertThat(news && said != Receipt.DELIVERED && !ours)
                    .as("what another try did not do says nothing")
                    .isFalse();
            assertThat(news).as("the first final word on a try stays").isEqualTo(isNews(ours, said));
            arrived |= news && said == Receipt.DELIVERED;
            failed |= news && said == Receipt.UNDELIVERED;
            underWay |= news && said == Receipt.IN_TRANSIT;
        }

        void assertAsExpected(Instant now) {
            assertThat(message.state()).isEqualTo(state);
            assertThat(Tried.isDone(message::content)).isEqualTo(kept);
            assertThat(message.delivery() == DeliveryStatus.DELIVERED).isEqualTo(arrived);
            assertThat(message.isTooLate(now))
                    .isEqualTo(state == State.QUEUED && expires && !now.isBefore(nextTry) && !now.isBefore(EXPIRES));
        }

        private boolean isNews(boolean ours, Receipt said) {
            return switch (said) {
                case DELIVERED -> !arrived && !(failed && ours);
                case UNDELIVERED -> !arrived && !failed && ours;
                case IN_TRANSIT -> !arrived && !failed && !underWay && ours;
            };
        }

        private boolean settles(Runnable end) {
            boolean done = Tried.isDone(end);
            assertThat(done).as("settles once").isEqualTo(state == State.QUEUED);
            return done;
        }
    }

    @Test
    void it_settles_once_is_wiped_when_it_does_and_has_arrived_for_good_once_one_try_has() {
        Cases.each(3_000, chance -> {
            Walk walk = new Walk(chance.oneIn(2));
            Instant now = QUEUED;
            for (int step = 0; step < 12; step++) {
                now = chance.after(now, Duration.ofMinutes(2), EXPIRES, walk.nextTry);
                step(chance, walk, now);
                walk.assertAsExpected(now);
            }
        });
    }

    @Test
    void what_it_is_about_and_how_it_goes_stand_from_the_beginning() {
        UUID id = UUID.randomUUID();
        UUID account = UUID.randomUUID();
        UUID about = UUID.randomUUID();
        Notice mail = new Notice.AccountUnlockedMail(new EmailAddress("robin@example.org"), QUEUED);
        Message message = Message.queue(id, account, about, mail, true, SEALED, QUEUED);

        assertThat(message.id()).isEqualTo(id);
        assertThat(message.accountId()).isEqualTo(account);
        assertThat(message.aboutId()).isEqualTo(about);
        assertThat(message.channel()).isEqualTo(Channel.EMAIL);
        assertThat(message.kind()).isEqualTo("AccountUnlockedMail");
        assertThat(message.isAwaited()).isTrue();
        assertThat(message.queuedAt()).isEqualTo(QUEUED);
        assertThat(message.tries()).isZero();
        assertThat(message.content()).isSameAs(SEALED);
        assertThat(message.traceparent()).isNull();
        assertThat(message.within(Optional.of("a trace")).traceparent()).isEqualTo("a trace");
        assertThat(message.isTriedFor(Duration.ZERO, QUEUED)).isFalse();
        assertThat(queue(new Notice.PhoneChangeCancelledText(NUMBER)).channel()).isEqualTo(Channel.TEXT);
        assertThat(queue(new Notice.PhoneChangeCancelledText(NUMBER)).isAwaited())
                .isFalse();
    }

    private static void step(Chance chance, Walk walk, Instant now) {
        switch (chance.between(0, 9)) {
            case 0 -> walk.sent(chance.of("first", "second"), now);
            case 1 -> walk.die(now);
            case 2 -> walk.expire(now);
            case 3, 4, 5 -> walk.tryAgain(now.plusSeconds(chance.between(0, 300)));
            default -> walk.receive(chance.of("first", "second"), chance.of(Receipt.values()));
        }
    }

    private static Message queue(Notice notice) {
        return Message.queue(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), notice, false, SEALED, QUEUED);
    }
}
