package uk.nhs.access.crypto;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import uk.nhs.access.problem.Problem;

/**
 * Hashes of what people choose themselves, which is guessed sooner than it is random: each guess costs time and memory,
 * and a key from outside the database as well.
 *
 * <p>One takes some 30 ms and 19 MiB, and may have to wait for its turn. Compute it before a transaction, or between two
 * of them: whoever waits with a connection or a lock in hand makes others wait who need none of this.
 */
@Singleton
public class SlowHashes {

    private static final int SALT_BYTES = 16;

    private final KeyRing keys;
    private final Turns turns;
    private final Argon2id.Cost cost;
    private final SecureRandom random = new SecureRandom();
    private final byte[] nobodysSalt = salt();

    SlowHashes(KeyRing keys, Turns turns, SlowHashSettings settings) {
        this.keys = keys;
        this.turns = turns;
        this.cost = new Argon2id.Cost(settings.memory(), settings.passes(), settings.lanes());
    }

    /**
     * A new hash of {@code secret} for one use, as text to be stored.
     *
     * @throws Problem UNAVAILABLE if too many others are hashed
     */
    public String hash(String use, String secret) {
        Key key = keys.current();
        byte[] salt = salt();
        return turns.take(() -> Argon2id.compute(cost, key.id(), salt, key(key, use), bytes(secret)))
                .phc();
    }

    /**
     * Compares in constant time. A hash under a key that has been retired matches nothing, and takes as long.
     *
     * @throws Problem UNAVAILABLE if too many others are hashed
     */
    public boolean matches(String hash, String use, String secret) {
        Argon2id stored = Argon2id.parse(hash);
        boolean known = keys.knows(stored.keyId());
        Key key = known ? keys.named(stored.keyId()) : keys.current();
        byte[] tag = turns.take(() -> stored.tagOf(key(key, use), bytes(secret)));
        return MessageDigest.isEqual(stored.tag(), tag) && known;
    }

    /**
     * Works as hard as a comparison where there is nothing to compare with, so that nobody can tell.
     *
     * @throws Problem UNAVAILABLE if too many others are hashed
     */
    public void pretend(String use, String secret) {
        turns.take(() -> Argon2id.tag(cost, nobodysSalt, key(keys.current(), use), new byte[0], bytes(secret)));
    }

    /** Whether a hash would be made otherwise today: at another cost, or with a newer key. */
    public boolean isDated(String hash) {
        Argon2id stored = Argon2id.parse(hash);
        return !stored.cost().equals(cost)
                || !stored.keyId().equals(keys.current().id());
    }

    private static byte[] key(Key key, String use) {
        return key.derive("slow hash " + use);
    }

    private static byte[] bytes(String secret) {
        return secret.getBytes(StandardCharsets.UTF_8);
    }

    private byte[] salt() {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }
}
