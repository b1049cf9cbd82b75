package uk.nhs.access.crypto;

import io.smallrye.config.ConfigMapping;
import java.util.List;

/** The secrets of the service, kept outside the database. */
@ConfigMapping(prefix = "crypto")
public interface CryptoSettings {

    /**
     * The keys, each as {@code id:base64} of 32 random bytes; the first one is used for what is new, the others still
     * open what is older. To rotate: add the new key at the end everywhere, then move it to the front everywhere, and
     * remove the old one when nothing lives under it any more.
     */
    List<String> keys();
}
