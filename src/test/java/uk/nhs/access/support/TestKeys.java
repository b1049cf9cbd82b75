package uk.nhs.access.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** The key that the service trusts in tests, and others that it must not. */
public final class TestKeys {

    private static final int BITS = 2048;
    private static final PublicJsonWebKey TRUSTED = rsa("trusted");
    private static final Path PUBLIC = write(new JsonWebKeySet(TRUSTED));

    private TestKeys() {}

    /** The key that the service knows the public half of. */
    public static PublicJsonWebKey trusted() {
        return TRUSTED;
    }

    /** A key of somebody else, under whatever name they give it. */
    public static PublicJsonWebKey rsa(String id) {
        try {
            return named(RsaJwkGenerator.generateJwk(BITS), id);
        } catch (JoseException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** A key of the kind that the service's issuers do not use. */
    public static PublicJsonWebKey elliptic(String id) {
        try {
            return named(EcJwkGenerator.generateJwk(EllipticCurves.P256), id);
        } catch (JoseException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The file that the service reads the trusted key from. */
    public static Path publicKeys() {
        return PUBLIC;
    }

    private static PublicJsonWebKey named(PublicJsonWebKey key, String id) {
        key.setKeyId(id);
        key.setUse("sig");
        return key;
    }

    private static Path write(JsonWebKeySet keys) {
        try {
            Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
            Path file = Files.createTempFile(target, "tests-", ".jwks");
            file.toFile().deleteOnExit();
            return Files.writeString(file, keys.toJson(OutputControlLevel.PUBLIC_ONLY));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
