package uk.nhs.access.notice;

import static java.util.stream.Collectors.toMap;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** The double's HTTP side: calls in, answers or faults out. */
final class NotifyServer {

    final Queue<NotifyFault> faults = new ConcurrentLinkedQueue<>();
    final AtomicInteger calls = new AtomicInteger();
    final Queue<Map<String, String>> headers = new ConcurrentLinkedQueue<>();
    volatile Duration ahead = Duration.ZERO;
    volatile Duration delay = Duration.ZERO;
    private final Vertx vertx = Vertx.vertx();
    private final NotifyTokens tokens;
    private final NotifyMessages messages;
    private volatile HttpServer server;
    private int port;

    NotifyServer(int port, NotifyTokens tokens, NotifyMessages messages) {
        this.port = port;
        this.tokens = tokens;
        this.messages = messages;
    }

    synchronized int port() {
        return port;
    }

    Instant now() {
        return Instant.now().plus(ahead);
    }

    synchronized void down() {
        if (server != null) {
            server.close().toCompletionStage().toCompletableFuture().join();
            server = null;
        }
    }

    synchronized void up() {
        if (server == null) {
            HttpServerOptions options = new HttpServerOptions().setSoLinger(0);
            server = vertx.createHttpServer(options)
                    .requestHandler(this::take)
                    .listen(port, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
            port = server.actualPort();
        }
    }

    void close() {
        down();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void take(HttpServerRequest request) {
        calls.incrementAndGet();
        headers.add(headers(request));
        NotifyFault fault = faults.poll();
        request.body().onSuccess(body -> {
            if (delay.isZero()) {
                reply(request, body, fault);
            } else {
                vertx.setTimer(delay.toMillis(), timer -> reply(request, body, fault));
            }
        });
    }

    private static Map<String, String> headers(HttpServerRequest request) {
        return request.headers().entries().stream()
                .collect(toMap(header -> header.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue, (a, b) -> a));
    }

    private void reply(HttpServerRequest request, Buffer body, NotifyFault fault) {
        if (fault instanceof NotifyFault.Reset) {
            request.connection().close();
            return;
        }
        try {
            if (fault instanceof NotifyFault.Answer answer) {
                throw new NotifyRefusal(answer.status(), answer.error(), "As asked for, about " + body);
            }
            JsonObject done = perform(request, body);
            if (fault instanceof NotifyFault.Garbage garbage) {
                end(request, 201, garbage.body());
            } else if (fault == null) {
                end(request, request.method().name().equals("POST") ? 201 : 200, done.encode());
            }
        } catch (NotifyRefusal refusal) {
            end(request, refusal.status, refusal.body().encode());
        }
    }

    private JsonObject perform(HttpServerRequest request, Buffer body) {
        tokens.check(request.getHeader("Authorization"), now());
        String call = request.method() + " " + request.path();
        return switch (call) {
            case "POST /v2/notifications/sms" -> messages.add("sms", json(body), now());
            case "POST /v2/notifications/email" -> messages.add("email", json(body), now());
            case "GET /v2/notifications" -> messages.find(request.getParam("reference"));
            default -> {
                if (!call.startsWith("GET /v2/notifications/")) {
                    throw new NotifyRefusal(404, "NoResultFound", "The requested URL was not found on the server.");
                }
                yield messages.get(request.path().substring("/v2/notifications/".length()));
            }
        };
    }

    private static JsonObject json(Buffer body) {
        try {
            return body.toJsonObject();
        } catch (DecodeException | ClassCastException e) {
            throw new NotifyRefusal(400, "BadRequestError", "Invalid JSON supplied in POST data");
        }
    }

    private void end(HttpServerRequest request, int status, String body) {
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .putHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(now().atOffset(ZoneOffset.UTC)))
                .end(body);
    }
}
