package uk.nhs.access.trust;

import java.nio.file.Path;
import java.time.Duration;
import uk.nhs.access.packaged.Replica;

/**
 * What a run does, and what of it can be repeated.
 *
 * @param seed of everything that is drawn: faults and their order, and what each person would do; which of it is done, and
 *     heard, depends on how fast the machine is
 * @param faults how long faults go on; none at all, where only the attacks are run
 * @param kills how often, at the least, a replica or the database is killed and comes back
 * @param jar the packaged service
 */
record Plan(long seed, Duration faults, int kills, int replicas, int workers, Path jar) {

    /** How often, at the least, each command is known to have been done: what nobody hears of proves little. */
    static final int DONE_EACH = 2;

    private static final long SEED = 20261122;

    /** As the system properties say that begin with {@code trust.}; a seed of 0 is another one each time. */
    static Plan asked() {
        long seed = Long.getLong("trust.seed", SEED);
        return new Plan(
                seed == 0 ? System.currentTimeMillis() : seed,
                Duration.parse(System.getProperty("trust.faults", "PT40S")),
                Integer.getInteger("trust.kills", 10),
                Integer.getInteger("trust.replicas", 3),
                Integer.getInteger("trust.workers", 8),
                Replica.JAR);
    }

    /** Attacks and no faults, upon what was packaged elsewhere. */
    static Plan attacks(Path jar) {
        return new Plan(SEED, Duration.ZERO, 0, 2, 2, jar);
    }

    boolean hasFaults() {
        return !faults.isZero();
    }

    /** How to do the same again. */
    String repeat() {
        return "mvn verify -Ptrust -Dtrust.seed=%d -Dtrust.faults=%s -Dtrust.kills=%d -Dtrust.replicas=%d -Dtrust.workers=%d"
                .formatted(seed, faults, kills, replicas, workers);
    }
}
