package uk.nhs.access.account;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Which accounts and numbers the service takes. */
@ConfigMapping(prefix = "account")
public interface AccountSettings {

    /** Accepts Ofcom's range for drama, 07700 900000 to 900999. Refused in production. */
    @WithDefault("false")
    boolean fictionalNumbers();
}
