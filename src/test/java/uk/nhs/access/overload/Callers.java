package uk.nhs.access.overload;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Clients, each on a connection of its own, which is kept. One thread is all of them. */
final class Callers implements AutoCloseable {

    private static final int MOST_CONNECTIONS = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Set<Integer> TURNED_AWAY = Set.of(429, 503);

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final HttpClient http;
    private final Requests requests;
    private int underWay;

    Callers(URI service, Requests requests) {
        this.requests = requests;
        this.http = vertx.createHttpClient(new HttpClientOptions()
                .setDefaultHost(service.getHost())
                .setDefaultPort(service.getPort())
                .setMaxPoolSize(MOST_CONNECTIONS));
    }

    /** So many callers for so long, each of whom sends the next request once the last one is answered. */
    Tally calling(int callers, Duration time) {
        return counting(tally -> {
            long until = System.nanoTime() + time.toNanos();
            for (int i = 0; i < callers; i++) {
                callOn(tally, until);
            }
            return () -> System.nanoTime() < until;
        });
    }

    /** So many requests, evenly over that time or as soon after as they can be sent, whether those before are answered or not. */
    Tally offering(long requests, Duration time) {
        return counting(tally -> {
            long began = System.nanoTime();
            return () -> {
                double share = (System.nanoTime() - began) / (double) time.toNanos();
                long due = (long) (requests * Math.min(1, share));
                while (tally.ended() + underWay < due && underWay < MOST_CONNECTIONS) {
                    call(tally);
                }
                return tally.ended() + underWay < requests;
            };
        });
    }

    /** Returns when all answers are there. */
    private Tally counting(Caller caller) {
        Promise<Tally> over = Promise.promise();
        vertx.runOnContext(begin -> {
            Tally tally = new Tally();
            long began = System.nanoTime();
            BooleanSupplier goesOn = caller.begin(tally);
            vertx.setPeriodic(2, timer -> {
                if (!goesOn.getAsBoolean() && underWay == 0) {
                    vertx.cancelTimer(timer);
                    over.complete(tally.over(System.nanoTime() - began));
                }
            });
        });
        return await(over.future());
    }

    private void callOn(Tally tally, long until) {
        if (System.nanoTime() < until) {
            call(tally).onComplete(answer -> callOn(tally, until));
        }
    }

    private Future<Void> call(Tally tally) {
        Asked asked = requests.next();
        long began = System.nanoTime();
        underWay++;
        tally.offered(began, underWay);
        return http.request(new RequestOptions()
                        .setMethod(HttpMethod.POST)
                        .setURI(asked.path())
                        .setTimeout(PATIENCE.toMillis()))
                .compose(request -> send(request, asked))
                .compose(answer -> answer.body().onSuccess(body -> count(tally, asked, answer, body, began)))
                .onFailure(failure -> tally.failed(failure.toString()))
                .eventually(() -> {
                    underWay--;
                    return Future.succeededFuture();
                })
                .mapEmpty();
    }

    private static Future<HttpClientResponse> send(HttpClientRequest request, Asked asked) {
        request.putHeader("Content-Type", "application/json");
        if (asked.token() != null) {
            request.putHeader("Authorization", "Bearer " + asked.token());
        }
        return request.send(asked.body());
    }

    private void count(Tally tally, Asked asked, HttpClientResponse answer, Buffer body, long began) {
        if (asked.expected().contains(answer.statusCode())) {
            tally.done(System.nanoTime() - began);
            asked.answered().accept(body);
        } else if (TURNED_AWAY.contains(answer.statusCode()) && answer.getHeader("Retry-After") != null) {
            tally.turnedAway();
            requests.again(asked);
        } else {
            tally.failed(answer.statusCode() + " " + body.toJsonObject().getString("cid"));
        }
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.MINUTES);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        await(vertx.close());
    }

    private interface Caller {

        /** Begins, and returns what is asked again and again: whether more is to come. */
        BooleanSupplier begin(Tally tally);
    }
}
