package uk.nhs.access.trust;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import uk.nhs.access.directory.DirectoryDouble;
import uk.nhs.access.directory.DirectorySettings.Kind;
import uk.nhs.access.event.ReceiverDouble;
import uk.nhs.access.packaged.Cluster;
import uk.nhs.access.support.PostgresForTests;
import uk.nhs.access.support.TestKeys;

/**
 * What the replicas are told. As in production, but that holds, leases, waits and codes by e-mail are over soon, which no
 * production takes: the profile is that of the tests. It brings what else differs: hashes of 1 MiB, 100 requests at once, answers
 * that take 10 ms where they have to take the same time, and reminders and watches each second; and codes wait for their turn
 * for up to a day before a channel closes. Besides, each replica has 10 connections to the database, and no client address
 * comes to a limit.
 */
final class Environment {

    /** How long a change waits here between its notice and its end. */
    static final String HOLD = "4s";

    /** How long a code that was sent by e-mail is good for here: not for as long as all attacks take. */
    private static final String CODE_BY_MAIL = "15s";

    /** What a crash left as being worked on is soon asked for again. */
    private static final String LONGEST_WORK = "15s";

    /** The organisation that has a directory. */
    static final String ORGANISATION = "T1A";

    /** A replica that was killed is to be back soon. */
    private static final String START_FAST = "-XX:+UseSerialGC";

    /** Longer than a try with all its time-outs and a pause in it: LDAP lets nobody take back a request that was sent. */
    private static final String LEASE_OF_DIRECTORY = "15s";

    private Environment() {}

    static Map<String, String> of(Stage stage) {
        Map<String, String> settings = new HashMap<>(PostgresForTests.settings(Database.url(stage.toDatabase.port())));
        settings.putAll(DirectoryDouble.settings(
                ORGANISATION, Kind.ACTIVE_DIRECTORY, stage.toDirectory.port(), stage.certificate));
        Map<String, String> environment = new HashMap<>(Cluster.production(settings, stage.texts, stage.mails));
        environment.putAll(Map.of(
                "QUARKUS_PROFILE", "test",
                "DEVELOPMENT_ENABLED", "false",
                "CALLER_ISSUERS_DEVELOPMENT_KEYS", TestKeys.publicKeys().toString(),
                "NOTICE_TEXT", "notify",
                "NOTICE_EMAIL", "smtp",
                "ACCOUNT_FICTIONAL_NUMBERS", "false",
                "JAVA_TOOL_OPTIONS", START_FAST,
                "QUARKUS_DATASOURCE_JDBC_MAX_SIZE", "10"));
        environment.putAll(gateways(stage));
        environment.putAll(Map.of(
                "PHONE_CHANGE_HOLD", HOLD,
                "LIMIT_APART", "1s",
                "CODE_EMAIL_VALIDITY", CODE_BY_MAIL,
                "IDEMPOTENCY_LONGEST_WORK", LONGEST_WORK,
                "UNLOCK_IN_AN_HOUR_BY_ADDRESS", "1000000",
                "CRYPTO_SLOW_HASH_MEMORY", "1024",
                "CRYPTO_SLOW_HASH_PATIENCE", "5s"));
        environment.putAll(events(stage));
        environment.putAll(Map.of(
                "DIRECTORY_SYNC_EVERY", "2s",
                "DIRECTORY_CONNECT_TIMEOUT", "1s",
                "DIRECTORY_ANSWER_TIMEOUT", "3s",
                "DIRECTORY_LEASE", LEASE_OF_DIRECTORY,
                "DIRECTORY_RETRY_FIRST", "PT0.2S",
                "DIRECTORY_RETRY_MOST", "1s"));
        return environment;
    }

    private static Map<String, String> gateways(Stage stage) {
        return Map.of(
                "NOTICE_NOTIFY_URL", "http://127.0.0.1:" + stage.toTexts.port(),
                "NOTICE_NOTIFY_CONNECT_TIMEOUT", "1s",
                "NOTICE_NOTIFY_READ_TIMEOUT", "2s",
                "NOTICE_TEXT_LEASE", "5s",
                "NOTICE_MAIL_TIMEOUT", "3s",
                "NOTICE_MAIL_LEASE", "5s",
                "NOTICE_RETRY_FIRST", "PT0.2S",
                "NOTICE_RETRY_MOST", "1s",
                "QUARKUS_MAILER_PORT", String.valueOf(stage.toMails.port()));
    }

    private static Map<String, String> events(Stage stage) {
        return Map.of(
                "EVENT_ISSUER",
                ReceiverDouble.ISSUER,
                "EVENT_THROW_AWAY_KEY",
                "false",
                "EVENT_SIGNING_KEYS",
                "trust:" + signingKey(),
                "EVENT_RECEIVERS_SIGNIN_URL",
                "http://127.0.0.1:" + stage.toReceiver.port() + "/events",
                "EVENT_RECEIVERS_SIGNIN_AUDIENCE",
                "signin",
                "EVENT_LEASE",
                "4s",
                "EVENT_CONNECT_TIMEOUT",
                "1s",
                "EVENT_READ_TIMEOUT",
                "2s",
                "EVENT_RETRY_FIRST",
                "PT0.2S",
                "EVENT_RETRY_MOST",
                "1s");
    }

    private static String signingKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return Base64.getEncoder()
                    .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
