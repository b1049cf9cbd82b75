package uk.nhs.access.phonechange;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.phonechange.PhoneChangeState.APPLIED;
import static uk.nhs.access.phonechange.PhoneChangeState.AWAITING_CODE;
import static uk.nhs.access.phonechange.PhoneChangeState.AWAITING_NOTICE;
import static uk.nhs.access.phonechange.PhoneChangeState.HELD;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.nhs.access.account.Account;
import uk.nhs.access.account.MobileNumber;
import uk.nhs.access.account.SomeAccount;
import uk.nhs.access.code.IssuedCode;
import uk.nhs.access.crypto.SecretToken;
import uk.nhs.access.crypto.SecurityCode;
import uk.nhs.access.language.Language;
import uk.nhs.access.support.Cases;
import uk.nhs.access.support.Chance;
import uk.nhs.access.support.Tried;

/** What a change promises its owner, whatever is tried and whenever: walks of verbs at instants, many on a boundary. */
class GeneratedChangesTest {

    private static final Instant ASKED = Instant.parse("2026-11-22T10:00:00Z");
    private static final Duration VALIDITY = Duration.ofMinutes(10);
    private static final Duration NOTICE_WITHIN = Duration.ofDays(3);
    private static final Duration HOLD = Duration.ofDays(1);

    private enum Verb {
        CONFIRM,
        HOLD,
        APPLY,
        EXPIRE,
        SUPERSEDE,
        CANCEL_BY_LINK,
        CANCEL
    }

    /** All that a change says of how far it has come. */
    private record Standing(
            PhoneChangeState state,
            Instant requestedAt,
            Optional<Instant> confirmedAt,
            Optional<Instant> appliesAt,
            Optional<Instant> endedAt,
            boolean waiting) {

        static Standing of(Progress progress) {
            return new Standing(
                    progress.state(),
                    progress.requestedAt(),
                    progress.confirmedAt(),
                    progress.appliesAt(),
                    progress.endedAt(),
                    progress.isWaiting());
        }
    }

    @Test
    void it_goes_forward_along_the_diagram_and_what_is_refused_changes_nothing() {
        Cases.each(4_000, chance -> {
            Instant now = ASKED;
            Progress progress = Progress.begin(now, now.plus(VALIDITY));
            for (int step = 0; step < 15; step++) {
                Standing before = Standing.of(progress);
                now = next(chance, now, before);
                Verb verb = chance.of(Verb.values());

                if (isDone(progress, verb, now)) {
                    assertEdge(before, Standing.of(progress), now);
                } else {
                    assertThat(Standing.of(progress)).as("%s at %s", verb, now).isEqualTo(before);
                }
            }
        });
    }

    @Test
    void the_account_has_the_number_of_the_change_that_was_applied_last_and_never_one_that_was_not_proved() {
        Cases.each(1_000, chance -> {
            Account account = account();
            Optional<MobileNumber> expected = account.mobile();
            List<PhoneChange> changes = new ArrayList<>();
            Instant now = ASKED;
            for (int step = 0; step < 20; step++) {
                if (changes.isEmpty() || chance.oneIn(6)) {
                    changes.add(ask(account, chance, now));
                }
                PhoneChange change = chance.of(changes);
                now = next(chance, now, Standing.of(change.progress()));
                if (isMoved(change, account, chance.of(Verb.values()), now)
                        && change.progress().state() == APPLIED) {
                    expected = Optional.of(change.newNumber());
                }
                assertThat(account.mobile()).isEqualTo(expected);
            }
        });
    }

    private static void assertEdge(Standing before, Standing after, Instant now) {
        assertThat(before.waiting()).as("nothing leads on from an end").isTrue();
        assertThat(after.requestedAt()).isEqualTo(before.requestedAt());
        switch (after.state()) {
            case AWAITING_NOTICE -> {
                assertThat(before.state()).isEqualTo(AWAITING_CODE);
                assertThat(now).isBefore(ASKED.plus(VALIDITY));
                assertThat(after.confirmedAt()).contains(now);
            }
            case HELD -> {
                assertThat(before.state()).isEqualTo(AWAITING_NOTICE);
                assertThat(after.appliesAt()).contains(now.plus(HOLD));
            }
            case APPLIED -> {
                assertThat(before.state()).isEqualTo(HELD);
                assertThat(now).isAfterOrEqualTo(before.appliesAt().orElseThrow());
                assertThat(now)
                        .isAfterOrEqualTo(before.confirmedAt().orElseThrow().plus(HOLD));
            }
            case CANCELLED -> assertThat(now).isBefore(lastMoment(before));
            case EXPIRED -> {
                assertThat(before.state()).isNotEqualTo(HELD);
                assertThat(now).isAfterOrEqualTo(due(before));
            }
            case SUPERSEDED -> assertThat(after.confirmedAt()).isEqualTo(before.confirmedAt());
            default -> throw new AssertionError("Nothing leads back to " + after.state());
        }
        assertThat(after.endedAt()).isEqualTo(after.waiting() ? Optional.empty() : Optional.of(now));
    }

    /** Until when the owner can stop it: while the notices wait, for as long as that takes. */
    private static Instant lastMoment(Standing standing) {
        return standing.state() == AWAITING_NOTICE ? Instant.MAX : due(standing);
    }

    private static Instant due(Standing standing) {
        return switch (standing.state()) {
            case AWAITING_CODE -> standing.requestedAt().plus(VALIDITY);
            case AWAITING_NOTICE -> standing.confirmedAt().orElseThrow().plus(NOTICE_WITHIN);
            case HELD -> standing.appliesAt().orElseThrow();
            default -> throw new AssertionError(standing.state() + " is never due");
        };
    }

    private static Instant next(Chance chance, Instant now, Standing standing) {
        return standing.waiting()
                ? chance.after(now, Duration.ofMinutes(5), due(standing))
                : chance.after(now, Duration.ofMinutes(5));
    }

    private static boolean isMoved(PhoneChange change, Account account, Verb verb, Instant now) {
        if (verb == Verb.APPLY) {
            return Tried.isDone(() -> change.applyTo(account, now));
        }
        return verb == Verb.CONFIRM
                ? Tried.isDone(() -> change.confirm(SecretToken.random(), now, NOTICE_WITHIN))
                : isDone(change.progress(), verb, now);
    }

    private static boolean isDone(Progress progress, Verb verb, Instant now) {
        return switch (verb) {
            case CONFIRM -> Tried.isDone(() -> progress.confirm(now, NOTICE_WITHIN));
            case HOLD -> Tried.isDone(() -> progress.hold(now, HOLD));
            case APPLY -> Tried.isDone(() -> progress.apply(now));
            case EXPIRE -> Tried.isDone(() -> progress.expire(now));
            case SUPERSEDE -> Tried.isDone(() -> progress.supersede(now));
            case CANCEL_BY_LINK -> Tried.isDone(() -> progress.cancelByLink(now));
            case CANCEL -> Tried.isDone(() -> progress.cancel(now));
        };
    }

    private static PhoneChange ask(Account account, Chance chance, Instant now) {
        IssuedCode code = new IssuedCode(UUID.randomUUID(), SecurityCode.random(6), now.plus(VALIDITY));
        MobileNumber number = new MobileNumber("+447700900" + chance.between(100, 999));
        return PhoneChange.ask(account, number, PhoneChangeOrigin.SIGNED_IN, Language.ENGLISH, code, now);
    }

    private static Account account() {
        return SomeAccount.open(new MobileNumber("+447700900000"), "robin@example.org");
    }
}
