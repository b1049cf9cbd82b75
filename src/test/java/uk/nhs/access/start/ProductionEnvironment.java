package uk.nhs.access.start;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The environment of a production that was told everything it needs, until a test changes it. */
final class ProductionEnvironment {

    private static final int ABOVE_FILES = 300;

    private final Map<String, String> variables = new HashMap<>(Map.ofEntries(
            Map.entry("CRYPTO_KEYS", "k1:AAAA"),
            Map.entry("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://db/access?sslmode=verify-full"),
            Map.entry("QUARKUS_DATASOURCE_USERNAME", "access"),
            Map.entry("QUARKUS_DATASOURCE_PASSWORD", "secret"),
            Map.entry("PHONE_CHANGE_CANCEL_PAGE", "https://account.example/cancel"),
            Map.entry("QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING", "false"),
            Map.entry("CALLER_ISSUERS_LOGIN_ISSUER", "https://login.example"),
            Map.entry("CALLER_ISSUERS_LOGIN_AUDIENCE", "nhs-account-access"),
            Map.entry("CALLER_ISSUERS_LOGIN_KEYS", "https://login.example/jwks"),
            Map.entry("CALLER_ISSUERS_LOGIN_SCOPES", "account,phone-changes,recoveries"),
            Map.entry("NOTICE_NOTIFY_API_KEY", "key"),
            Map.entry("NOTICE_NOTIFY_TEMPLATE_ID", "template"),
            Map.entry("QUARKUS_MAILER_HOST", "mail.example"),
            Map.entry("QUARKUS_MAILER_FROM", "no-reply@example.nhs.uk")));

    void set(String variable, String value) {
        variables.put(variable, value);
    }

    void unset(String variable) {
        variables.remove(variable);
    }

    /** All variables whose names begin so. */
    void unsetAll(String prefix) {
        variables.keySet().removeIf(name -> name.startsWith(prefix));
    }

    void unsetAll() {
        variables.clear();
    }

    /** What is wrong with it for a start in this profile, each in one sentence. */
    List<String> faults(String profile) {
        SmallRyeConfig settings = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new EnvConfigSource(variables, ABOVE_FILES))
                .withProfile(profile)
                .build();
        return ProductionGuard.faults(settings);
    }
}
