package uk.nhs.access.trust;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import uk.nhs.access.directory.DirectoryDouble;
import uk.nhs.access.event.ReceiverDouble;
import uk.nhs.access.notice.NotifyDouble;
import uk.nhs.access.notice.SmtpDouble;
import uk.nhs.access.support.FreePort;
import uk.nhs.access.support.TestCertificate;

/** Everything that takes part, each in its own process or behind its own proxy. */
final class Stage implements AutoCloseable {

    final Path folder;
    final Database database;
    final NotifyDouble texts = NotifyDouble.start();
    final SmtpDouble mails = SmtpDouble.start();
    final ReceiverDouble receiver;
    final TestCertificate certificate = TestCertificate.of("localhost");
    final DirectoryDouble directory;
    final Proxy toDatabase;
    final Proxy toTexts;
    final Proxy toMails;
    final Proxy toReceiver;
    final Proxy toDirectory;
    final Replicas replicas;
    final Recorder recorder;
    private volatile String keysOfEvents = "";

    Stage(Plan plan, Path folder) {
        this.folder = created(folder);
        recorder = new Recorder(folder.resolve("history.jsonl"));
        database = Database.start(folder);
        int port = FreePort.next();
        receiver = ReceiverDouble.at(URI.create("http://127.0.0.1:" + port), "signin", () -> keysOfEvents);
        directory = DirectoryDouble.activeDirectory(0, certificate).by(Instant::now);
        toDatabase = new Proxy(database.port());
        toTexts = new Proxy(texts.url().getPort());
        toMails = new Proxy(mails.port());
        toReceiver = new Proxy(port);
        toDirectory = new Proxy(directory.port());
        replicas = new Replicas(plan.jar(), Environment.of(this), plan.replicas()).start();
        keysOfEvents = read(replicas.number(0).url().resolve("/v1/event-keys"));
        texts.receiptsTo(URI.create("http://127.0.0.1:1"), "nobody yet");
    }

    /** How often something stopped as by a power cut, while it worked, and came back: a replica or the database. */
    int kills() {
        return replicas.kills() + database.crashes();
    }

    /** All faults end. Whoever was killed or paused goes on already. */
    void heal() {
        toDatabase.pass();
        toTexts.pass();
        toMails.pass();
        toReceiver.pass();
        toDirectory.pass();
        directory.slow(Duration.ZERO);
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
        toDirectory.close();
        receiver.close();
        directory.close();
        texts.close();
        mails.close();
        recorder.close();
        database.close();
    }
}
