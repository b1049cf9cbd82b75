package uk.nhs.access.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.access.notice.NotifyDouble;
import uk.nhs.access.notice.SmtpDouble;
import uk.nhs.access.support.Rows;

/** The packaged service in production: what it does not start without, what it does not start with, and its end. */
class StartAndStopIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static NotifyDouble texts;
    private static SmtpDouble mails;

    @BeforeAll
    static void start() {
        texts = NotifyDouble.start();
        mails = SmtpDouble.start();
    }

    @AfterAll
    static void stop() {
        texts.close();
        mails.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CRYPTO_KEYS",
                "QUARKUS_DATASOURCE_JDBC_URL",
                "QUARKUS_DATASOURCE_PASSWORD",
                "PHONE_CHANGE_CANCEL_PAGE",
                "CALLER_ISSUERS_TESTS_SCOPES",
                "NOTICE_NOTIFY_API_KEY",
                "NOTICE_NOTIFY_TEMPLATE_ID",
                "QUARKUS_MAILER_FROM"
            })
    void a_missing_setting_stops_the_start_with_a_sentence_that_names_it(String name) {
        Map<String, String> environment = Cluster.production(texts, mails);
        environment.remove(name);

        assertRefused(environment, name + " is not set");
    }

    @ParameterizedTest
    @CsvSource({
        "DEVELOPMENT_ENABLED, true",
        "ACCOUNT_FICTIONAL_NUMBERS, true",
        "NOTICE_TEXT, inbox",
        "NOTICE_EMAIL, inbox",
        "QUARKUS_MAILER_MOCK, true"
    })
    void a_development_setting_stops_the_start_with_a_sentence_that_names_it(String name, String value) {
        Map<String, String> environment = Cluster.production(texts, mails);
        environment.put(name, value);

        assertRefused(environment, name + " is " + value);
    }

    @ParameterizedTest
    @CsvSource({
        "PHONE_CHANGE_HOLD, 23h, PHONE_CHANGE_HOLD is 23h, which production refuses",
        "QUARKUS_DATASOURCE_JDBC_URL, jdbc:postgresql://db.example/access?sslmode=require, JDBC_URL is without sslmode=verify-full",
        "CODE_TRIES, 11, code.tries must be less than or equal to 10",
        "CODE_TEXT_VALIDITY, 11m, code.text-validity must be shorter than or equal to 10 minutes"
    })
    void an_unsafe_setting_stops_the_start_with_a_sentence_that_names_it(String name, String value, String sentence) {
        Map<String, String> environment = Cluster.production(texts, mails);
        environment.put(name, value);

        assertRefused(environment, sentence);
    }

    @Test
    void production_has_no_door_of_development() {
        try (Cluster cluster = Cluster.start(1, Map.of())) {
            for (String door : new String[] {"/dev/tokens", "/dev/tokens/amina", "/dev/messages", "/dev/cancel", "/"}) {
                assertThat(cluster.replica(0).get(door, null).statusCode())
                        .as(door)
                        .isEqualTo(404);
            }
            assertThat(cluster.replica(0).get("/q/swagger-ui", null).statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void sigterm_ends_the_service_quietly() {
        Cluster cluster = Cluster.start(1, Map.of());
        Replica replica = cluster.replica(0);

        replica.stop();

        assertThat(replica.awaitExit(Duration.ofSeconds(20))).isIn(0, 143);
        assertThat(replica.log()).doesNotContain("ERROR", "Exception");
        cluster.replicas.clear();
        cluster.close();
    }

    @Test
    void what_runs_when_sigterm_comes_ends_first() throws Exception {
        Cluster cluster = Cluster.start(1, Map.of());
        Replica replica = cluster.replica(0);
        Owner leaving = Owner.fresh(cluster);
        Owner asking = Owner.fresh(cluster);
        cluster.texts.slow(Duration.ofSeconds(2));
        leaving.ask();
        Awaitility.await().until(() -> cluster.texts.calls() > 0);

        Future<Owner> asked;
        try (Connection held = Rows.hold("select from account where id = ? for update", asking.person.account())) {
            asked = CompletableFuture.supplyAsync(asking::ask);
            Thread.sleep(500);
            replica.stop();
            Thread.sleep(500);
            assertThat(asked.isDone()).isFalse();
            held.rollback();
        }

        assertThat(asked.get()).isSameAs(asking);
        assertThat(replica.awaitExit(Duration.ofSeconds(40))).isIn(0, 143);
        assertThat(leaving.isSent("PhoneChangeCodeText")).isTrue();
        assertThat(cluster.texts.texts(leaving.newE164())).hasSize(1);
        cluster.replicas.clear();
        cluster.close();
    }

    private static void assertRefused(Map<String, String> environment, String sentence) {
        Replica replica = Replica.launch(environment);
        assertThat(replica.awaitExit(PATIENCE)).isEqualTo(1);
        assertThat(replica.log()).contains(sentence).doesNotContain("\tat ");
    }
}
