package uk.nhs.access.event;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.JoseException;

/** A service that listens, written from RFC 8417, RFC 8935 and RFC 9493 alone: it knows nothing of ours but its keys. */
public final class ReceiverDouble implements AutoCloseable {

    public static final String ISSUER = "https://access.example";

    private final int port;
    private final String audience;
    private final Supplier<String> jwks;
    private final List<JwtClaims> taken = new CopyOnWriteArrayList<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final List<Map<String, List<String>>> headers = new CopyOnWriteArrayList<>();
    private final List<String> faults = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private volatile Duration delay = Duration.ZERO;
    private volatile Reply reply;

    /** What the double says instead of what it should. */
    private record Reply(int status, String body, Map<String, String> headers) {}

    private ReceiverDouble(int port, String audience, Supplier<String> jwks) {
        this.port = port;
        this.audience = audience;
        this.jwks = jwks;
    }

    /** @param jwks where the keys of the sender are read from */
    public static ReceiverDouble at(URI url, String audience, Supplier<String> jwks) {
        return new ReceiverDouble(url.getPort(), audience, jwks).up();
    }

    public synchronized ReceiverDouble up() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/events", this::take);
        server.setExecutor(threads);
        server.start();
        return this;
    }

    /** Nobody listens at the port. */
    public synchronized void down() {
        server.stop(0);
    }

    public void slow(Duration each) {
        delay = each;
    }

    public void says(int status, String body) {
        says(status, body, Map.of());
    }

    public void says(int status, String body, Map<String, String> more) {
        reply = new Reply(status, body, more);
    }

    /** All is well again. */
    public void listens() {
        delay = Duration.ZERO;
        reply = null;
    }

    /** The events that were taken, each time that they came. */
    public List<JwtClaims> taken() {
        return taken;
    }

    /** The events that were taken of one subject, each time that they came. */
    public List<JwtClaims> of(String subject) {
        return taken.stream()
                .filter(claims -> subject.equals(EventRules.subject(claims).get("sub")))
                .toList();
    }

    /** The last part of the type of each event of the subject, the first time that it came. */
    public List<String> types(String subject) {
        return of(subject).stream()
                .collect(
                        LinkedHashMap<Object, String>::new,
                        (seen, claims) -> seen.putIfAbsent(claims.getClaimValue("jti"), EventRules.type(claims)),
                        Map::putAll)
                .values()
                .stream()
                .toList();
    }

    /** All that ever came, taken or not. */
    public List<String> bodies() {
        return bodies;
    }

    public List<Map<String, List<String>>> headers() {
        return headers;
    }

    /** What was wrong with what came. */
    public List<String> faults() {
        return faults;
    }

    @Override
    public void close() {
        down();
        threads.shutdownNow();
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        bodies.add(body);
        headers.add(Map.copyOf(exchange.getRequestHeaders()));
        Reply said = reply;
        pause();
        if (said != null) {
            answer(exchange, said);
            return;
        }
        try {
            EventRules.requireRequest(exchange);
            taken.add(EventRules.checked(body, audience, jwks.get()));
            answer(exchange, new Reply(202, "", Map.of()));
        } catch (InvalidJwtException | JoseException | IllegalArgumentException wrong) {
            faults.add(wrong.getMessage());
            answer(exchange, new Reply(400, "{\"err\":\"invalid_request\",\"description\":\"no\"}", Map.of()));
        }
    }

    private void pause() {
        try {
            Thread.sleep(delay.toMillis());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, Reply said) throws IOException {
        byte[] body = said.body().getBytes(StandardCharsets.UTF_8);
        said.headers().forEach(exchange.getResponseHeaders()::set);
        try {
            exchange.sendResponseHeaders(said.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (IOException goneAway) {
            // whoever asked did not wait
        } finally {
            exchange.close();
        }
    }
}
