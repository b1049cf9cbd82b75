package uk.nhs.access.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * A hash by Argon2id (RFC 9106) with all that it was made with, but for the key, which it names.
 *
 * <p>As text it is a PHC string, whose {@code keyid} is the id of the key in base64.
 */
record Argon2id(Cost cost, String keyId, byte[] salt, byte[] tag) {

    private static final Base64.Encoder BASE64 = Base64.getEncoder().withoutPadding();
    private static final Pattern PHC =
            Pattern.compile("\\$argon2id\\$v=19\\$m=([0-9]{1,7}),t=([0-9]{1,3}),p=([0-9]{1,2}),keyid=([A-Za-z0-9+/]+)"
                    + "\\$([A-Za-z0-9+/]{22,86})\\$([A-Za-z0-9+/]{43})");

    /**
     * The effort of one hash.
     *
     * @param memory in KiB
     */
    record Cost(int memory, int passes, int lanes) {}

    static Argon2id compute(Cost cost, String keyId, byte[] salt, byte[] key, byte[] secret) {
        return new Argon2id(cost, keyId, salt, tag(cost, salt, key, new byte[0], secret));
    }

    /** The same computation for another secret. */
    byte[] tagOf(byte[] key, byte[] secret) {
        return tag(cost, salt, key, new byte[0], secret);
    }

    /** RFC 9106, section 3.1: the key is its secret value K, {@code data} its associated data X. */
    static byte[] tag(Cost cost, byte[] salt, byte[] key, byte[] data, byte[] secret) {
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memory())
                .withIterations(cost.passes())
                .withParallelism(cost.lanes())
                .withSalt(salt)
                .withSecret(key)
                .withAdditional(data)
                .build());
        byte[] tag = new byte[32];
        argon2.generateBytes(secret, tag);
        return tag;
    }

    static Argon2id parse(String phc) {
        Matcher parts = PHC.matcher(phc);
        if (!parts.matches()) {
            throw new IllegalStateException("A stored hash is not one of ours");
        }
        Cost cost = new Cost(
                Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
        return new Argon2id(
                cost,
                new String(decode(parts.group(4)), StandardCharsets.UTF_8),
                decode(parts.group(5)),
                decode(parts.group(6)));
    }

    private static byte[] decode(String base64) {
        return Base64.getDecoder().decode(base64);
    }

    String phc() {
        return "$argon2id$v=19$m=" + cost.memory() + ",t=" + cost.passes() + ",p=" + cost.lanes() + ",keyid="
                + BASE64.encodeToString(keyId.getBytes(StandardCharsets.UTF_8)) + "$" + BASE64.encodeToString(salt)
                + "$"
                + BASE64.encodeToString(tag);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Argon2id hash && Arrays.equals(tag, hash.tag) && phc().equals(hash.phc());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(tag);
    }

    @Override
    public String toString() {
        return "Argon2id[hidden]";
    }
}
