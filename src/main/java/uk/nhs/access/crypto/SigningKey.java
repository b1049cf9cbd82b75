package uk.nhs.access.crypto;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.keys.BigEndianBigInteger;
import org.jose4j.lang.JoseException;

/** A pair of RSA keys that tokens are signed with, and the id that they name it by. */
record SigningKey(String id, PrivateKey secret, RSAPublicKey open) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,32}");
    private static final Pattern ARMOUR = Pattern.compile("-----[A-Z ]+-----");
    private static final int LEAST_BITS = 2048;

    /**
     * Reads {@code id:key}, where the key is a PEM file of PKCS#8, or what stands in such a file between its first and its
     * last line.
     */
    static SigningKey parse(String setting, String text) {
        String[] parts = text.strip().split(":", 2);
        if (parts.length != 2 || !ID.matcher(parts[0]).matches()) {
            throw new IllegalStateException(
                    setting + " must list keys as id:file or id:base64, with ids of 1 to 32 letters");
        }
        String fault = setting + ": the key " + parts[0] + " is neither a PEM file nor base64 of an RSA key in PKCS#8";
        try {
            SigningKey key = of(parts[0], decode(parts[1].strip()));
            if (key.open.getModulus().bitLength() < LEAST_BITS) {
                throw new IllegalStateException(
                        setting + ": the key " + parts[0] + " must have " + LEAST_BITS + " bits or more");
            }
            return key;
        } catch (IOException | GeneralSecurityException | IllegalArgumentException | ClassCastException malformed) {
            throw new IllegalStateException(fault, malformed);
        }
    }

    static SigningKey make(String id) {
        try {
            RsaJsonWebKey made = RsaJwkGenerator.generateJwk(LEAST_BITS);
            return new SigningKey(id, made.getPrivateKey(), made.getRsaPublicKey());
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    PublishedKey published(SigningAlgorithm algorithm) {
        return new PublishedKey(
                "RSA",
                "sig",
                algorithm.name(),
                id,
                BigEndianBigInteger.toBase64Url(open.getModulus()),
                BigEndianBigInteger.toBase64Url(open.getPublicExponent()));
    }

    private static SigningKey of(String id, byte[] bytes) throws GeneralSecurityException {
        KeyFactory rsa = KeyFactory.getInstance("RSA");
        RSAPrivateCrtKey secret = (RSAPrivateCrtKey) rsa.generatePrivate(new PKCS8EncodedKeySpec(bytes));
        RSAPublicKeySpec open = new RSAPublicKeySpec(secret.getModulus(), secret.getPublicExponent());
        return new SigningKey(id, secret, (RSAPublicKey) rsa.generatePublic(open));
    }

    private static byte[] decode(String key) throws IOException {
        String text = Files.isReadable(Path.of(key)) ? Files.readString(Path.of(key)) : key;
        return Base64.getDecoder().decode(ARMOUR.matcher(text).replaceAll("").replaceAll("\\s", ""));
    }

    @Override
    public String toString() {
        return "SigningKey " + id;
    }
}
