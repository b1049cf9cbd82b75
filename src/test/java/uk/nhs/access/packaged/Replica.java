package uk.nhs.access.packaged;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import uk.nhs.access.support.FreePort;

/** The packaged service, running as a process of its own, configured as in production by its environment. */
public final class Replica implements AutoCloseable {

    public static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");

    /** Enough for everything. */
    static final String USUAL_HEAP = "256m";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final ReplicaProcess process;
    private final int port;
    private final int management;

    private Replica(ReplicaProcess process, int port, int management) {
        this.process = process;
        this.port = port;
        this.management = management;
    }

    /** Starts a replica, and returns at once. */
    static Replica launch(Map<String, String> environment) {
        return launch(USUAL_HEAP, environment);
    }

    static Replica launch(String heap, Map<String, String> environment) {
        return launch(JAR, heap, environment);
    }

    /** Starts a replica of what was packaged elsewhere, and returns at once. */
    public static Replica launch(Path jar, Map<String, String> environment) {
        return launch(jar, USUAL_HEAP, environment);
    }

    private static Replica launch(Path jar, String heap, Map<String, String> environment) {
        int port = FreePort.next();
        int management = FreePort.next();
        return new Replica(ReplicaProcess.start(jar, heap, environment, port, management), port, management);
    }

    public Replica awaitReady() {
        return await(this::isReady);
    }

    /** Until the API answers, as it does in every version. */
    Replica awaitAnswers() {
        return await(() -> get("/v1/account", null).statusCode() == 401);
    }

    private Replica await(BooleanSupplier ready) {
        Awaitility.await("replica on port " + port + ", see " + process)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                .until(() -> {
                    if (!process.isAlive()) {
                        throw new AssertionError("The replica ended: " + log());
                    }
                    return ready.getAsBoolean();
                });
        return this;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Whether it answers, and can work. */
    public boolean isReady() {
        return manage("/q/health/ready").statusCode() == 200;
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    HttpResponse<String> get(String path, String token) {
        return send(request(path, token).GET());
    }

    HttpResponse<String> delete(String path, String token) {
        return send(request(path, token).DELETE());
    }

    /** Health or metrics, at the port for those who run the service. */
    public HttpResponse<String> manage(String path) {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + management + path)));
    }

    HttpResponse<String> post(String path, String token, String json) {
        return send(posting(path, token, json));
    }

    /** A request that may be sent again with the same key. */
    HttpResponse<String> post(String path, String token, String json, String key) {
        return send(posting(path, token, json).header("Idempotency-Key", '"' + key + '"'));
    }

    int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    public String log() {
        return process.log();
    }

    /** Waits for the process to end by itself, and returns its status. */
    int awaitExit(Duration atMost) {
        return process.awaitExit(atMost);
    }

    /** As an orchestrator stops it (SIGTERM). */
    public void stop() {
        process.stop();
    }

    /** As a power cut stops it (SIGKILL). */
    public void kill() {
        process.kill();
    }

    /** Sends a signal by its name, such as STOP and CONT. */
    public void signal(String name) {
        process.signal(name);
    }

    @Override
    public void close() {
        stop();
        awaitExit(Duration.ofSeconds(40));
    }

    private HttpRequest.Builder posting(String path, String token, String json) {
        return request(path, token).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json));
    }

    private HttpRequest.Builder request(String path, String token) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(url().resolve(path)).timeout(Duration.ofSeconds(30));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
