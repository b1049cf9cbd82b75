package uk.nhs.access.development;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** The issuer of development's tokens, as the service is told to trust it. In production there is none. */
@ConfigMapping(prefix = "caller.issuers.development")
public interface DevelopmentIssuer {

    Optional<String> issuer();

    Optional<String> audience();

    /** The file that the public key is published in. */
    Optional<Path> keys();
}
