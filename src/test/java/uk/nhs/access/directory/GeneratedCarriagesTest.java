package uk.nhs.access.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.directory.CarryState.AWAITED;
import static uk.nhs.access.directory.CarryState.DONE;
import static uk.nhs.access.directory.CarryState.FAILED;
import static uk.nhs.access.directory.CarryState.QUEUED;
import static uk.nhs.access.directory.CarryState.SUPERSEDED;
import static uk.nhs.access.directory.CarryState.WAITING_FOR_SYNC;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.nhs.access.account.EmailAddress;
import uk.nhs.access.account.OdsCode;
import uk.nhs.access.crypto.Sealed;
import uk.nhs.access.language.Language;
import uk.nhs.access.support.Cases;
import uk.nhs.access.support.Chance;
import uk.nhs.access.support.Tried;

/** What becomes of what is carried to a directory, and what is known of somebody there, in whatever order things happen. */
class GeneratedCarriagesTest {

    private static final Instant ASKED = Instant.parse("2026-11-22T10:00:00Z");
    private static final Instant END = ASKED.plus(Duration.ofHours(1));
    private static final Sealed SEALED = Sealed.of("k1:AAAA");

    /** A change, and what it should have come to. */
    private static final class Walk {

        private final boolean temporary;
        private final CarryState waiting;
        private final CarriedChange change;
        private CarryState state;
        private boolean settled;

        Walk(boolean temporary, @Nullable Instant holdsFrom) {
            Ordered order = new Ordered(UUID.randomUUID(), new OdsCode("X1A"), Language.WELSH, ASKED, holdsFrom);
            this.temporary = temporary;
            this.waiting = holdsFrom == null ? QUEUED : WAITING_FOR_SYNC;
            this.change = temporary
                    ? CarriedChange.temporary(UUID.randomUUID(), SEALED, order, END)
                    : CarriedChange.chosen(UUID.randomUUID(), SEALED, order, END);
            this.state = temporary ? AWAITED : waiting;
            assertThat(change.accountId()).isEqualTo(order.account());
            assertThat(change.organisation()).isEqualTo(order.organisation());
            assertThat(change.language()).isEqualTo(Language.WELSH);
            assertThat(change.askedAt()).isEqualTo(ASKED);
            assertThat(change.holdsFrom()).isEqualTo(holdsFrom);
        }

        void arrive(Instant now) {
            assertThat(Tried.isDone(() -> change.arrive(now))).isEqualTo(state == AWAITED);
            state = state == AWAITED ? waiting : state;
        }

        void settle(CarryState end, Runnable verb) {
            assertThat(Tried.isDone(verb)).as("settles once").isEqualTo(!settled);
            state = settled ? state : end;
            settled = true;
        }

        void assertAsExpected(Instant now) {
            assertThat(change.state()).isEqualTo(state);
            assertThat(change.isUnfinished()).isEqualTo(!settled);
            assertThat(change.isTemporary()).isEqualTo(temporary);
            assertThat(Tried.isDone(change::password))
                    .as("kept until it is settled")
                    .isEqualTo(!settled);
            assertThat(change.isOver(now)).isEqualTo(!now.isBefore(END) && (!settled || temporary && state == DONE));
            assertThat(change.reason() != null).isEqualTo(state == FAILED);
        }
    }

    @Test
    void it_settles_once_and_its_password_is_wiped_then() {
        Cases.each(2_000, chance -> {
            Walk walk = new Walk(chance.oneIn(2), chance.of(END, null));
            Instant now = ASKED;
            for (int step = 0; step < 8; step++) {
                Instant at = chance.after(now, Duration.ofMinutes(20), END);
                switch (chance.between(0, 5)) {
                    case 0 -> walk.settle(DONE, () -> walk.change.done(at));
                    case 1 -> walk.settle(FAILED, () -> walk.change.fail(chance.of(FailedBecause.values()), at));
                    case 2 -> walk.settle(SUPERSEDED, () -> walk.change.supersede(at));
                    default -> walk.arrive(at);
                }
                walk.assertAsExpected(at);
                now = at;
            }
        });
    }

    @Test
    void a_password_that_was_set_there_is_news_exactly_while_it_is_later_than_what_is_known() {
        Cases.each(2_000, chance -> {
            Standing standing =
                    Standing.of(UUID.randomUUID(), new OdsCode("X1A"), new EmailAddress("robin@example.org"));
            Instant known = null;
            Instant heard = null;
            for (int step = 0; step < 12; step++) {
                Instant at = ASKED.plusSeconds(chance.between(0, 3));
                if (chance.oneIn(3)) {
                    standing.know(at);
                    known = at;
                    heard = heard != null && heard.isAfter(at) ? heard : null;
                } else {
                    standing.hear(at);
                    heard = known == null || at.isAfter(known) ? at : heard;
                }
                assertThat(standing.newerSetAt().orElse(null)).isEqualTo(heard);
            }
        });
    }

    @Test
    void a_lock_here_comes_from_there_for_as_long_as_it_is_the_one_that_was_made_for_it() {
        Cases.each(1_000, chance -> {
            Standing standing =
                    Standing.of(UUID.randomUUID(), new OdsCode("X1A"), new EmailAddress("robin@example.org"));
            Instant there = null;
            Instant here = null;
            for (int step = 0; step < 8; step++) {
                there = instant(chance);
                boolean locks = there != null && chance.oneIn(2);
                here = locks ? ASKED.plusSeconds(chance.between(0, 2)) : null;
                if (locks) {
                    standing.lockHere(there, here);
                } else {
                    standing.knowLock(there);
                }
                Instant asked = instant(chance);
                assertThat(standing.knowsLock(asked)).isEqualTo(asked == null ? there == null : asked.equals(there));
                assertThat(standing.hasLocked(asked)).isEqualTo(asked != null && asked.equals(here));
            }
        });
    }

    private static @Nullable Instant instant(Chance chance) {
        return chance.oneIn(4) ? null : ASKED.plusSeconds(chance.between(0, 2));
    }
}
