package uk.nhs.access.development;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** The key that development's tokens are signed with, kept so that a token outlives a start. */
@Singleton
class SigningKey {

    private static final int BITS = 2048;

    private final DevelopmentIssuer issuer;
    private @Nullable PublicJsonWebKey pair;

    SigningKey(DevelopmentIssuer issuer) {
        this.issuer = issuer;
    }

    synchronized PublicJsonWebKey pair() {
        if (pair == null) {
            pair = loadOrMake(issuer.keys().orElseThrow().toAbsolutePath());
        }
        return pair;
    }

    private static PublicJsonWebKey loadOrMake(Path published) {
        Path secret = published.resolveSibling("private.jwk");
        try {
            if (Files.exists(secret)) {
                return PublicJsonWebKey.Factory.newPublicJwk(Files.readString(secret));
            }
            PublicJsonWebKey made = RsaJwkGenerator.generateJwk(BITS);
            made.setKeyId(UUID.randomUUID().toString());
            made.setUse("sig");
            Files.createDirectories(published.getParent());
            Files.writeString(published, new JsonWebKeySet(made).toJson(OutputControlLevel.PUBLIC_ONLY));
            Files.writeString(secret, made.toJson(OutputControlLevel.INCLUDE_PRIVATE));
            return made;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (JoseException failed) {
            throw new IllegalStateException("Delete " + secret + ": it holds no key", failed);
        }
    }
}
