package uk.nhs.access.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import uk.nhs.access.support.PostgresForTests;
import uk.nhs.access.support.Production;

/** The packaged service as a process of its own, set up as in production. */
final class Instance implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;
    private final int port;
    private final Duration start;

    private Instance(Process process, int port, Duration start) {
        this.process = process;
        this.port = port;
        this.start = start;
    }

    static Instance start(Plan plan, Path log, Database database, Texts texts, Mails mails)
            throws IOException, InterruptedException {
        int port = Database.freePort();
        int management = Database.freePort();
        ProcessBuilder builder = new ProcessBuilder(plan.cache().command(plan))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        Production.tell(builder, settings(database, texts, mails), port, management);
        long began = System.nanoTime();
        Process process = builder.start();
        awaitReady(process, management, log);
        return new Instance(process, port, Duration.ofNanos(System.nanoTime() - began));
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    long pid() {
        return process.pid();
    }

    /** How long it took from the start of the process to the first answer that it was ready. */
    Duration start() {
        return start;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor(30, TimeUnit.SECONDS);
    }

    /** No limit is reached by load that comes from one machine; all else is as it comes. */
    private static Map<String, String> settings(Database database, Texts texts, Mails mails) {
        Map<String, String> settings = Production.environment(
                PostgresForTests.settings(database.url()),
                URI.create("http://127.0.0.1:" + texts.port()),
                "benchmark-3f1c8a52-6f0e-4f5b-9f5e-0d1f6f1c7a10-7b1d3c52-2c0e-4a5b-8f5e-1d2f6f1c7a11",
                "5c1d3c52-2c0e-4a5b-8f5e-1d2f6f1c7a12",
                mails.port());
        settings.put("QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING", "true");
        settings.put("QUARKUS_HTTP_PROXY_TRUSTED_PROXIES", "127.0.0.1");
        for (String limit : List.of("TEXTS_IN_A_MINUTE", "EMAILS_IN_A_MINUTE")) {
            settings.put("CHANNEL_" + limit, "10000000");
        }
        for (String limit : List.of("TEXTS_IN_A_DAY", "EMAILS_IN_A_DAY")) {
            settings.put("CHANNEL_" + limit, "1000000000");
        }
        return settings;
    }

    private static void awaitReady(Process process, int port, Path log) throws InterruptedException {
        HttpRequest ready = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))
                .build();
        while (true) {
            if (!process.isAlive()) {
                throw new IllegalStateException("The service ended, see " + log);
            }
            try {
                if (HTTP.send(ready, BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                Thread.sleep(10);
            }
        }
    }
}
