package uk.nhs.access.event;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import uk.nhs.access.trace.Trace;

/**
 * Hands one event to its receiver (RFC 8935), and counts the answers as {@code access_events_total}. No transaction is open
 * meanwhile, and no redirect is followed.
 */
@Singleton
class Push {

    private static final int MOST_BYTES = 4096;

    private final EventTokens tokens;
    private final EventSettings settings;
    private final MeterRegistry metrics;
    private final HttpClient http;

    Push(EventTokens tokens, EventSettings settings, Receivers receivers, MeterRegistry metrics) {
        this.metrics = metrics;
        this.tokens = tokens;
        this.settings = settings;
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connectTimeout())
                .build();
        for (Receiver receiver : receivers.all()) {
            Stream.of(Answer.class.getPermittedSubclasses()).forEach(kind -> counted(receiver, kind, 0));
        }
    }

    Answer send(Announcement announcement, Receiver receiver) {
        Answer answer = ask(request(receiver, tokens.sign(announcement, receiver)));
        counted(receiver, answer.getClass(), 1);
        return answer;
    }

    private void counted(Receiver receiver, Class<?> kind, int more) {
        String answer = kind.getSimpleName().toUpperCase(Locale.ROOT);
        metrics.counter("access.events", "receiver", receiver.name(), "answer", answer)
                .increment(more);
    }

    /** The request's own time-out would end with the headers: this one lasts until the body has come. */
    private Answer ask(HttpRequest request) {
        CompletableFuture<HttpResponse<String>> answer =
                http.sendAsync(request, headers -> new BoundedText(MOST_BYTES));
        try {
            HttpResponse<String> response = answer.get(settings.readTimeout().toMillis(), TimeUnit.MILLISECONDS);
            return Answer.of(response.statusCode(), response.body());
        } catch (TimeoutException silence) {
            answer.cancel(true);
            return new Answer.Later("No answer in time");
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return new Answer.Later("Interrupted");
        } catch (ExecutionException failed) {
            return new Answer.Later(failed.getCause().getClass().getSimpleName());
        }
    }

    private static HttpRequest request(Receiver receiver, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(receiver.url())
                .header("Content-Type", "application/secevent+jwt")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(token));
        Trace.current().ifPresent(trace -> request.header("traceparent", trace));
        if (receiver.authorization() != null) {
            request.header("Authorization", receiver.authorization());
        }
        return request.build();
    }
}
