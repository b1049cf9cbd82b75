package uk.nhs.access.start;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetyGuardTest {

    private final ProductionEnvironment environment = new ProductionEnvironment();

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
        environment.set(variable, value);
        assertThat(environment.faults("prod"))
                .singleElement()
                .asString()
                .matches(variable + " is .+, which production refuses: .+\\.");
        assertThat(environment.faults("dev")).isEmpty();
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
        environment.set(variable, value);
        assertThat(environment.faults("prod")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"QUARKUS_MAILER_TLS, true", "QUARKUS_MAILER_HOST, localhost"})
    void mail_needs_no_start_tls_where_it_is_encrypted_from_the_start_or_stays_here(String variable, String value) {
        environment.set("QUARKUS_MAILER_START_TLS", "DISABLED");
        environment.set(variable, value);
        assertThat(environment.faults("prod")).isEmpty();
    }
}
