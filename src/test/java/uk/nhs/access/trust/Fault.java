package uk.nhs.access.trust;

import static uk.nhs.access.trust.Strike.justBeforeMidnight;
import static uk.nhs.access.trust.Strike.millis;
import static uk.nhs.access.trust.Strike.pause;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** What goes wrong, for a moment each time. Each ends by itself. */
enum Fault {
    /** As a power cut stops a replica. */
    KILL(Where.REPLICAS, (stage, random) -> stage.replicas.kill(random)),
    /** The whole room is dark: all replicas at once, and the database. */
    POWER_CUT(Where.REPLICAS, (stage, random) -> {
        stage.replicas.killAll();
        stage.database.restartImmediate();
    }),
    /** As an orchestrator stops it. */
    STOP(Where.REPLICAS, (stage, random) -> stage.replicas.stop(random.nextInt(stage.replicas.size()))),
    /** As a long collection of garbage, with whatever it has in hand: some outlast the leases of messages and events. */
    PAUSE(
            Where.REPLICAS,
            (stage, random) -> stage.replicas.pause(random.nextInt(stage.replicas.size()), millis(random, 500, 7_000))),

    DATABASE_RESTART(Where.AROUND, (stage, random) -> stage.database.restartFast()),
    DATABASE_CRASH(Where.AROUND, (stage, random) -> stage.database.restartImmediate()),
    /** Whatever was acknowledged has to be there as well. */
    STANDBY_TAKES_OVER(Where.AROUND, (stage, random) -> {
        stage.database.failOver(millis(random, 200, 1_000));
        stage.toDatabase.standBefore(stage.database.port());
    }),
    CONNECTIONS_ENDED(Where.AROUND, (stage, random) -> stage.database.endConnections()),
    COMMIT_LOST(
            Where.AROUND,
            (stage, random) -> {
                stage.toDatabase.cutBeforeCommit(10);
                pause(millis(random, 300, 900));
            },
            stage -> stage.toDatabase.commitsLost()),
    COMMIT_UNHEARD(
            Where.AROUND,
            (stage, random) -> {
                stage.toDatabase.cutAfterCommit(20);
                pause(millis(random, 300, 900));
            },
            stage -> stage.toDatabase.commitsUnheard()),
    DATABASE_SLOW(Where.AROUND, (stage, random) -> {
        stage.toDatabase.delay(millis(random, 20, 150));
        pause(millis(random, 500, 1_500));
    }),
    DATABASE_ONE_WAY(Where.AROUND, (stage, random) -> {
        stage.toDatabase.loseAnswers();
        pause(millis(random, 300, 1_500));
    }),

    TEXTS_DOWN(Where.AROUND, (stage, random) -> {
        stage.texts.down();
        pause(millis(random, 500, 2_000));
    }),
    TEXTS_SLOW(Where.AROUND, (stage, random) -> {
        stage.texts.slow(millis(random, 200, 2_500));
        pause(millis(random, 500, 2_000));
    }),
    /** What was taken is not said to be, or said in words that nobody can read. */
    TEXTS_LYING(Where.AROUND, (stage, random) -> {
        stage.texts.acceptThenTimeout(2);
        stage.texts.garbage(2, "<html>Created</html>");
        stage.texts.reset(2);
        stage.texts.answer(2, 500, "Exception");
        stage.texts.answer(2, 503, "Exception");
        pause(millis(random, 500, 1_500));
    }),
    TEXTS_TOO_MANY(Where.AROUND, (stage, random) -> {
        stage.texts.answer(4, 429, "RateLimitError");
        pause(millis(random, 500, 1_000));
    }),
    /** The day is used up, which is soon over; meanwhile it finds that our clocks are wrong. */
    TEXTS_DAY_FULL(Where.AROUND, (stage, random) -> {
        stage.texts.clock(justBeforeMidnight());
        stage.texts.answer(3, 429, "TooManyRequestsError");
        pause(millis(random, 300, 800));
    }),
    TEXTS_UNHEARD(Where.AROUND, (stage, random) -> {
        stage.toTexts.loseAnswers();
        pause(millis(random, 300, 1_000));
    }),

    MAILS_DOWN(Where.AROUND, (stage, random) -> {
        stage.mails.down();
        pause(millis(random, 500, 2_000));
    }),
    MAILS_SLOW(Where.AROUND, (stage, random) -> {
        stage.mails.slow(millis(random, 50, 400));
        pause(millis(random, 500, 1_500));
    }),
    MAILS_REFUSED(Where.AROUND, (stage, random) -> {
        stage.mails.refuseSender(2);
        stage.mails.refuseRecipientForNow(2);
        stage.mails.refuseData(2);
        pause(millis(random, 300, 800));
    }),
    /** A mailbox that is not there any more: what goes to it is given up. */
    MAILBOX_GONE(Where.AROUND, (stage, random) -> {
        stage.mails.refuseRecipient(1);
        pause(millis(random, 300, 800));
    }),
    MAILS_UNHEARD(Where.AROUND, (stage, random) -> {
        stage.mails.dropAfterData(2);
        stage.mails.fallSilent(1);
        pause(millis(random, 300, 800));
    }),

    RECEIVER_DOWN(Where.AROUND, (stage, random) -> {
        stage.receiver.says(503, "");
        pause(millis(random, 300, 1_000));
    }),
    RECEIVER_SLOW(Where.AROUND, (stage, random) -> {
        stage.receiver.slow(millis(random, 500, 2_500));
        pause(millis(random, 300, 1_000));
    }),
    RECEIVER_UNHEARD(Where.AROUND, (stage, random) -> {
        stage.toReceiver.loseAnswers();
        pause(millis(random, 300, 1_000));
    }),

    DIRECTORY_DOWN(Where.AROUND, (stage, random) -> {
        stage.toDirectory.refuse();
        pause(millis(random, 500, 2_000));
    }),
    /** Less than it is waited for: nobody could tell what a directory does with a request that was given up. */
    DIRECTORY_SLOW(Where.AROUND, (stage, random) -> {
        stage.directory.slow(millis(random, 100, 600));
        pause(millis(random, 500, 1_500));
    }),
    /** It does what it is told, and nobody hears of it. */
    DIRECTORY_UNHEARD(Where.AROUND, (stage, random) -> {
        stage.toDirectory.loseAnswers();
        pause(millis(random, 300, 1_500));
    }),
    DIRECTORY_CUT(Where.AROUND, (stage, random) -> {
        for (int times = 0; times < 5; times++) {
            stage.toDirectory.cut();
            pause(millis(random, 20, 200));
        }
    });

    /** Faults of the replicas come at the same time as those of what is around them. */
    enum Where {
        REPLICAS,
        AROUND
    }

    private final Where where;
    private final Strike strike;
    private final @Nullable ToIntFunction<Stage> hits;

    Fault(Where where, Strike strike) {
        this(where, strike, null);
    }

    /** One that may miss: the hits so far are counted where they happen. */
    Fault(Where where, Strike strike, @Nullable ToIntFunction<Stage> hits) {
        this.where = where;
        this.strike = strike;
        this.hits = hits;
    }

    Where where() {
        return where;
    }

    static List<Fault> of(Where where) {
        return Arrays.stream(values()).filter(fault -> fault.where == where).toList();
    }

    /** How often it struck: once, unless it can miss, or hit several. */
    int strike(Stage stage, Random random) throws InterruptedException {
        int before = hits == null ? 0 : hits.applyAsInt(stage);
        try {
            strike.on(stage, random);
            return hits == null ? 1 : hits.applyAsInt(stage) - before;
        } finally {
            if (where == Where.AROUND) {
                stage.heal();
            }
        }
    }
}
