package uk.nhs.access.trust;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import uk.nhs.access.event.ReceiverDouble;
import uk.nhs.access.notice.NotifyDouble;
import uk.nhs.access.notice.SmtpDouble;
import uk.nhs.access.packaged.Cluster;
import uk.nhs.access.support.PostgresForTests;
import uk.nhs.access.support.TestKeys;

/** Everything that takes part, each in its own process or behind its own proxy. */
final class Stage implements AutoCloseable {

    /** How long a change waits here between its notice and its end. */
    static final String HOLD = "4s";

    final Path folder;
    final Database database;
    final NotifyDouble texts = NotifyDouble.start();
    final SmtpDouble mails = SmtpDouble.start();
    final ReceiverDouble receiver;
    final Proxy toDatabase;
    final Proxy toTexts;
    final Proxy toMails;
    final Proxy toReceiver;
    final Replicas replicas;
    final Recorder recorder;
    private volatile String keysOfEvents = "";

    Stage(Plan plan, Path folder) {
        this.folder = created(folder);
        recorder = new Recorder(folder.resolve("history.jsonl"));
        database = Database.start(folder);
        int port = freePort();
        receiver = ReceiverDouble.at(URI.create("http://127.0.0.1:" + port), "signin", () -> keysOfEvents);
        toDatabase = new Proxy(database.port());
        toTexts = new Proxy(texts.url().getPort());
        toMails = new Proxy(mails.port());
        toReceiver = new Proxy(port);
        replicas = new Replicas(plan.jar(), environment(), plan.replicas()).start();
        keysOfEvents = read(replicas.number(0).url().resolve("/v1/event-keys"));
        texts.receiptsTo(URI.create("http://127.0.0.1:1"), "nobody yet");
    }

    /** As in production, but that a hold, a lease and a wait are over soon: only where no profile is production may they be. */
    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(
                Cluster.production(PostgresForTests.settings(Database.url(toDatabase.port())), texts, mails));
        environment.putAll(Map.of(
                "QUARKUS_PROFILE", "test",
                "DEVELOPMENT_ENABLED", "false",
                "CALLER_ISSUERS_DEVELOPMENT_KEYS", TestKeys.publicKeys().toString(),
                "NOTICE_TEXT", "notify",
                "NOTICE_EMAIL", "smtp",
                "EVENT_THROW_AWAY_KEY", "false",
                "ACCOUNT_FICTIONAL_NUMBERS", "false",
                "JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1",
                "QUARKUS_DATASOURCE_JDBC_MAX_SIZE", "10"));
        environment.putAll(Map.of(
                "NOTICE_NOTIFY_URL", "http://127.0.0.1:" + toTexts.port(),
                "NOTICE_NOTIFY_CONNECT_TIMEOUT", "1s",
                "NOTICE_NOTIFY_READ_TIMEOUT", "2s",
                "NOTICE_TEXT_LEASE", "5s",
                "NOTICE_MAIL_TIMEOUT", "3s",
                "NOTICE_MAIL_LEASE", "5s",
                "NOTICE_RETRY_FIRST", "PT0.2S",
                "NOTICE_RETRY_MOST", "1s",
                "QUARKUS_MAILER_PORT", String.valueOf(toMails.port())));
        environment.putAll(Map.of(
                "PHONE_CHANGE_HOLD", HOLD,
                "LIMIT_APART", "1s",
                "UNLOCK_IN_AN_HOUR_BY_ADDRESS", "1000000",
                "CRYPTO_SLOW_HASH_MEMORY", "1024",
                "CRYPTO_SLOW_HASH_PATIENCE", "5s"));
        environment.putAll(Map.of(
                "EVENT_ISSUER", ReceiverDouble.ISSUER,
                "EVENT_SIGNING_KEYS", "trust:" + signingKey(),
                "EVENT_RECEIVERS_SIGNIN_URL", "http://127.0.0.1:" + toReceiver.port() + "/events",
                "EVENT_RECEIVERS_SIGNIN_AUDIENCE", "signin",
                "EVENT_LEASE", "4s",
                "EVENT_CONNECT_TIMEOUT", "1s",
                "EVENT_READ_TIMEOUT", "2s",
                "EVENT_RETRY_FIRST", "PT0.2S",
                "EVENT_RETRY_MOST", "1s"));
        return environment;
    }

    /** All faults end. Whoever was killed or paused goes on already. */
    void heal() {
        toDatabase.pass();
        toTexts.pass();
        toMails.pass();
        toReceiver.pass();
        texts.pass();
        mails.pass();
        receiver.listens();
    }

    private static String read(URI url) {
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
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

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path created(Path folder) {
        try {
            return Files.createDirectories(folder.toAbsolutePath());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        replicas.close();
        toDatabase.close();
        toTexts.close();
        toMails.close();
        toReceiver.close();
        receiver.close();
        texts.close();
        mails.close();
        recorder.close();
        database.close();
    }
}
