package uk.nhs.access.start;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProductionGuardTest {

    private final ProductionEnvironment environment = new ProductionEnvironment();

    @Test
    void production_starts_when_it_was_told_everything() {
        assertThat(environment.faults("prod")).isEmpty();
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
        environment.unset(variable);
        assertThat(environment.faults("prod")).singleElement().asString().startsWith(variable + " is not set. ");
        environment.set(variable, " ");
        assertThat(environment.faults("prod")).singleElement().asString().startsWith(variable + " is not set. ");
    }

    @Test
    void every_fault_is_named_at_once() {
        environment.unsetAll();
        assertThat(environment.faults("prod")).hasSize(11);
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
        environment.set(variable, value);
        assertThat(environment.faults("prod"))
                .singleElement()
                .asString()
                .startsWith(variable + " is " + value + ", which production refuses: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "TRUE", "yes", "on", "1"})
    void a_switch_is_seen_however_it_is_written(String on) {
        environment.set("QUARKUS_MAILER_MOCK", on);
        assertThat(environment.faults("prod")).singleElement().asString().startsWith("QUARKUS_MAILER_MOCK is true");
    }

    @Test
    void a_secret_is_never_repeated() {
        environment.set("CRYPTO_KEYS", "development:AAAA");
        environment.set("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://db/access?user=access&password=secret");
        environment.unset("NOTICE_NOTIFY_TEMPLATE_ID");
        assertThat(environment.faults("prod")).noneMatch(fault -> fault.contains("AAAA") || fault.contains("secret"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"staging", "production", "prod,eu"})
    void a_profile_of_any_other_name_is_production(String profile) {
        environment.unset("CRYPTO_KEYS");
        assertThat(environment.faults(profile)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "test"})
    void development_and_tests_need_nothing(String profile) {
        environment.unsetAll();
        assertThat(environment.faults(profile)).isEmpty();
    }
}
