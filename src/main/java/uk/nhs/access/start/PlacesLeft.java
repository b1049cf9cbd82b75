package uk.nhs.access.start;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import uk.nhs.access.crypto.SlowHashSettings;
import uk.nhs.access.web.WebSettings;

/** That passwords, which take longest, leave places for everything else. */
@Startup // where they would not, the start is stopped
@Singleton
class PlacesLeft {

    PlacesLeft(WebSettings web, SlowHashSettings hashes) {
        long ofPasswords = (long) hashes.atOnce() + hashes.mostWaiting();
        if (web.mostAtOnce() <= ofPasswords) {
            throw new IllegalStateException(
                    ("WEB_MOST_AT_ONCE is %d and must be more than CRYPTO_SLOW_HASH_AT_ONCE and CRYPTO_SLOW_HASH_MOST_WAITING"
                                    + " together, which are %d, or passwords would keep out everything else")
                            .formatted(web.mostAtOnce(), ofPasswords));
        }
    }
}
