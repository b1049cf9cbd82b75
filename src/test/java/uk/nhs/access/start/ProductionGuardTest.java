package uk.nhs.access.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProductionGuardTest {

    private static final int ABOVE_FILES = 300;
    private static final String PROVEN = "jdbc:postgresql://db.example/access?sslmode=verify-full";

    private final Map<String, String> environment = new HashMap<>(Map.ofEntries(
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

    @Test
    void production_starts_when_it_was_told_everything() {
        assertThat(faults("prod")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "TRUE", "yes", "on", "1"})
    void a_switch_is_seen_however_it_is_written(String on) {
        environment.put("QUARKUS_MAILER_MOCK", on);
        assertThat(faults("prod")).singleElement().asString().startsWith("QUARKUS_MAILER_MOCK is true");
    }

    @Test
    void the_key_of_development_is_refused_under_any_name() {
        environment.put("CRYPTO_KEYS", "prod1:a25vd24gdG8gZXZlcnlib2R5OiBkZXZlbG9wbWVudCE=");
        assertThat(faults("prod")).singleElement().asString().startsWith("CRYPTO_KEYS lists the key development");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CRYPTO_KEYS",
                "QUARKUS_DATASOURCE_JDBC_URL",
                "QUARKUS_DATASOURCE_USERNAME",
                "QUARKUS_DATASOURCE_PASSWORD",
                "PHONE_CHANGE_CANCEL_PAGE",
                "QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING",
                "CALLER_ISSUERS_LOGIN_ISSUER",
                "CALLER_ISSUERS_LOGIN_AUDIENCE",
                "CALLER_ISSUERS_LOGIN_KEYS",
                "CALLER_ISSUERS_LOGIN_SCOPES",
                "NOTICE_NOTIFY_API_KEY",
                "NOTICE_NOTIFY_TEMPLATE_ID",
                "QUARKUS_MAILER_HOST",
                "QUARKUS_MAILER_FROM"
            })
    void what_is_missing_is_named_in_one_sentence(String variable) {
        environment.remove(variable);
        assertThat(faults("prod")).singleElement().asString().startsWith(variable + " is not set. ");
        environment.put(variable, " ");
        assertThat(faults("prod")).singleElement().asString().startsWith(variable + " is not set. ");
    }

    @Test
    void without_any_identity_provider_one_is_asked_for() {
        environment.keySet().removeIf(name -> name.startsWith("CALLER_"));
        assertThat(faults("prod")).singleElement().asString().startsWith("CALLER_ISSUERS_<NAME>_ISSUER is not set. ");
    }

    @Test
    void every_fault_is_named_at_once() {
        environment.clear();
        assertThat(faults("prod")).hasSize(11);
    }

    @ParameterizedTest
    @CsvSource({
        "DEVELOPMENT_ENABLED, true",
        "ACCOUNT_FICTIONAL_NUMBERS, true",
        "EVENT_THROW_AWAY_KEY, true",
        "NOTICE_TEXT, inbox",
        "NOTICE_EMAIL, inbox",
        "QUARKUS_MAILER_TRUST_ALL, true",
        "QUARKUS_HTTP_PROXY_ALLOW_FORWARDED, true",
        "CALLER_ISSUERS_LOGIN_ISSUER, https://development.invalid"
    })
    void what_belongs_to_development_is_refused(String variable, String value) {
        environment.put(variable, value);
        assertThat(faults("prod"))
                .singleElement()
                .asString()
                .startsWith(variable + " is " + value + ", which production refuses: ");
    }

    @ParameterizedTest
    @CsvSource({
        "PHONE_CHANGE_HOLD, PT23H59M59S",
        "PHONE_CHANGE_HOLD, a day",
        "PHONE_CHANGE_HOLD, 1m",
        "PHONE_CHANGE_HOLD, 0s",
        "PHONE_CHANGE_CANCEL_PAGE, http://app.example/cancel",
        "PHONE_CHANGE_CANCEL_PAGE, http://localhost/cancel",
        "PHONE_CHANGE_CANCEL_PAGE, app.example/cancel",
        "NOTICE_NOTIFY_URL, http://notify.example",
        "NOTICE_NOTIFY_URL, http://localhost.example",
        "DIRECTORY_TARGETS_X1A_URL, ldap://dc.example:389",
        "DIRECTORY_TARGETS_X1A_URL, ldap://localhost.example",
        "DIRECTORY_TARGETS__X1A__URL, dc.example:636",
        "QUARKUS_MAILER_START_TLS, DISABLED",
        "QUARKUS_MAILER_START_TLS, OPTIONAL"
    })
    void what_is_unsafe_is_refused(String variable, String value) {
        environment.put(variable, value);
        assertThat(faults("prod"))
                .singleElement()
                .asString()
                .matches(variable + " is .+, which production refuses: .+\\.");
        assertThat(faults("dev")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PHONE_CHANGE_HOLD, 24h",
        "PHONE_CHANGE_HOLD, 3d",
        "PHONE_CHANGE_CANCEL_PAGE, HTTPS://app.example/cancel",
        "NOTICE_NOTIFY_URL, https://notify.example",
        "NOTICE_NOTIFY_URL, http://127.0.0.1:8089",
        "NOTICE_NOTIFY_URL, http://[::1]:8089",
        "DIRECTORY_TARGETS_X1A_URL, LDAPS://dc.example:636",
        "DIRECTORY_TARGETS_X1A_URL, ldap://127.0.0.1:1389",
        "QUARKUS_MAILER_START_TLS, required"
    })
    void what_is_safe_or_stays_on_this_machine_is_taken(String variable, String value) {
        environment.put(variable, value);
        assertThat(faults("prod")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db.example/access",
                "jdbc:postgresql://db.example:5432/access?sslmode=disable",
                "jdbc:postgresql://db.example:5432/access?sslmode=prefer",
                "jdbc:postgresql://db.example:5432/access?sslmode=require",
                "jdbc:postgresql://db.example:5432/access?sslmode=verify-ca",
                "jdbc:postgresql://db.example:5432/access?ssl=true&sslmode=",
                "jdbc:postgresql://db.example:5432/access?sslmode=verify-full&sslmode=disable",
                "jdbc:postgresql://db.example:5432/sslmode=verify-full",
                "jdbc:postgresql://localhost.example/access",
                "jdbc:postgresql://localhost:5432,db.example:5432/access",
                "jdbc:postgresql://localhost/access?host=db.example",
                "jdbc:postgresql://localhost/access?PGHOST=db.example",
                "jdbc:postgresql://10.0.0.7/access",
                "jdbc:mysql://localhost/access"
            })
    void a_database_elsewhere_has_to_prove_who_it_is(String url) {
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", url);
        assertThat(faults("prod"))
                .singleElement()
                .asString()
                .startsWith("QUARKUS_DATASOURCE_JDBC_URL is without sslmode=verify-full, which production refuses: ");
        assertThat(faults("dev")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sslfactory=org.postgresql.ssl.NonValidatingFactory",
                "sslfactory=com.example.Anything",
                "sslhostnameverifier=com.example.Anybody"
            })
    void nothing_of_its_own_looks_at_what_a_database_proves(String beside) {
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", PROVEN + "&" + beside);
        assertProofWanted();
    }

    @ParameterizedTest
    @CsvSource({"SSLFACTORY, org.postgresql.ssl.NonValidatingFactory", "SSLHOSTNAMEVERIFIER, com.example.Anybody"})
    void nor_does_it_where_the_driver_is_told_elsewhere(String property, String value) {
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", PROVEN);
        environment.put("QUARKUS_DATASOURCE_JDBC_ADDITIONAL_JDBC_PROPERTIES_" + property, value);
        assertProofWanted();
    }

    private void assertProofWanted() {
        assertThat(faults("prod"))
                .singleElement()
                .asString()
                .startsWith(
                        "QUARKUS_DATASOURCE_JDBC_URL is with an sslfactory or sslhostnameverifier of its own, which ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db.example:5432/access?sslmode=verify-full&sslrootcert=/etc/ca.pem",
                "jdbc:postgresql://db.example,standby.example:5433/access?targetServerType=primary&sslmode=Verify-Full",
                "jdbc:postgresql://db.example/access?sslmode=disable&sslmode=verify-full",
                PROVEN + "&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory",
                "jdbc:postgresql://localhost/access?sslmode=require&sslfactory=org.postgresql.ssl.NonValidatingFactory",
                "jdbc:postgresql://localhost/access",
                "jdbc:postgresql://127.0.0.1:5432/access?sslmode=disable",
                "jdbc:postgresql://127.0.0.1:5432,[::1]:5433,localhost/access",
                "jdbc:postgresql://[::1]/access",
                "jdbc:postgresql:///access",
                "jdbc:postgresql://:5433/access",
                "jdbc:postgresql:access",
                "jdbc:postgresql:"
            })
    void one_that_proves_it_or_is_on_this_machine_is_taken(String url) {
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", url);
        assertThat(faults("prod")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"QUARKUS_MAILER_TLS, true", "QUARKUS_MAILER_HOST, localhost"})
    void mail_needs_no_start_tls_where_it_is_encrypted_from_the_start_or_stays_here(String variable, String value) {
        environment.put("QUARKUS_MAILER_START_TLS", "DISABLED");
        environment.put(variable, value);
        assertThat(faults("prod")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"development:AAAA", "k2:AAAA, development:AAAA"})
    void the_key_that_everybody_knows_is_refused(String keys) {
        environment.put("CRYPTO_KEYS", keys);
        assertThat(faults("prod"))
                .containsExactly("CRYPTO_KEYS lists the key development, which production refuses: it is public.");
    }

    @Test
    void a_secret_is_never_repeated() {
        environment.put("CRYPTO_KEYS", "development:AAAA");
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://db/access?user=access&password=secret");
        environment.remove("NOTICE_NOTIFY_TEMPLATE_ID");
        assertThat(faults("prod")).noneMatch(fault -> fault.contains("AAAA") || fault.contains("secret"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"staging", "production", "prod,eu"})
    void a_profile_of_any_other_name_is_production(String profile) {
        environment.remove("CRYPTO_KEYS");
        assertThat(faults(profile)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "test"})
    void development_and_tests_need_nothing(String profile) {
        environment.clear();
        assertThat(faults(profile)).isEmpty();
    }

    private List<String> faults(String profile) {
        SmallRyeConfig settings = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new EnvConfigSource(environment, ABOVE_FILES))
                .withProfile(profile)
                .build();
        return ProductionGuard.faults(settings);
    }
}
