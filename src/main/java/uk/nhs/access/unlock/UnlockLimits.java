package uk.nhs.access.unlock;

import static uk.nhs.access.problem.Cid.CODE_SENT_TOO_OFTEN;
import static uk.nhs.access.problem.Cid.UNLOCK_TRIES_USED_UP;

import jakarta.inject.Singleton;
import java.time.Duration;
import uk.nhs.access.limit.LimitSettings;
import uk.nhs.access.limit.Network;
import uk.nhs.access.limit.TryLimits;
import uk.nhs.access.problem.Problem;

/** How often this way in may be tried. Everything is counted alike for addresses that are known and those that are not. */
@Singleton
class UnlockLimits {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final String ANSWERS = "answers";

    private final TryLimits limits;
    private final LimitSettings sending;
    private final UnlockSettings settings;
    private final DetailsCount details;

    UnlockLimits(TryLimits limits, LimitSettings sending, UnlockSettings settings, DetailsCount details) {
        this.limits = limits;
        this.sending = sending;
        this.settings = settings;
        this.details = details;
    }

    /**
     * Counts a start.
     *
     * @throws Problem UNLOCK_TRIES_USED_UP where the client, or the address that was typed, has none left
     */
    void start(String client, Recognition whose) {
        require(limits.take("unlocks by " + Network.of(client), HOUR, settings.inAnHourByAddress()));
        require(limits.take("unlocks of " + whose.addressName(), DAY, settings.detailsInADay()));
        details.count(whose);
    }

    /**
     * Counts a round of answers.
     *
     * @throws Problem UNLOCK_TRIES_USED_UP where there is none left for the address that was typed
     */
    Counted round(Unlock unlock) {
        return round(ANSWERS, unlock);
    }

    /** Gives a round of answers back. */
    void giveBack(Unlock unlock, Counted counted) {
        limits.giveBack(ofAddress(ANSWERS, unlock));
        if (counted.counts()) {
            limits.giveBack(forSubject(ANSWERS, unlock));
        }
    }

    /**
     * Counts a round of one code.
     *
     * @throws Problem UNLOCK_TRIES_USED_UP where there is none left for the address that was typed
     */
    Counted codeRound(Unlock unlock) {
        return round("codes", unlock);
    }

    /**
     * Counts a wish for a code, whether or not there is anybody to send it to.
     *
     * @throws Problem CODE_SENT_TOO_OFTEN where the one before is too young
     */
    void codeWish(Unlock unlock) {
        TryLimits.Try taken = limits.take("codes wanted of " + unlock.addressName(), sending.apart(), 1);
        if (!taken.allowed()) {
            throw new Problem(CODE_SENT_TOO_OFTEN).with("retryAfter", taken.retryAfter());
        }
    }

    /**
     * A round that was counted.
     *
     * @param left how many more there are for the address
     * @param counts false if the account has had all of its rounds at its other addresses: nobody is told, and nothing is right
     */
    record Counted(int left, boolean counts) {}

    private Counted round(String what, Unlock unlock) {
        int left = require(limits.take(ofAddress(what, unlock), DAY, settings.roundsInADay()));
        boolean counts = limits.take(forSubject(what, unlock), DAY, settings.roundsInADay())
                .allowed();
        return new Counted(left, counts);
    }

    private static String ofAddress(String what, Unlock unlock) {
        return what + " of " + unlock.addressName();
    }

    private static String forSubject(String what, Unlock unlock) {
        return what + " for " + unlock.subject();
    }

    private static int require(TryLimits.Try taken) {
        if (!taken.allowed()) {
            throw new Problem(UNLOCK_TRIES_USED_UP).with("retryAfter", taken.retryAfter());
        }
        return taken.left();
    }
}
