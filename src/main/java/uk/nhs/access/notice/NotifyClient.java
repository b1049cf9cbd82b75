package uk.nhs.access.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import uk.nhs.access.trace.Trace;

/** The two calls of GOV.UK Notify's API that we need. */
class NotifyClient {

    private final NotifySettings settings;
    private final NotifyKey key;
    private final HttpClient http;

    NotifyClient(NotifySettings settings) {
        this.settings = settings;
        key = NotifyKey.parse(settings.apiKey());
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .build();
    }

    NotifyAnswer send(Object sms) throws IOException {
        return ask(request("/v2/notifications/sms")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json(sms))));
    }

    NotifyAnswer find(UUID reference) throws IOException {
        return ask(request("/v2/notifications?reference=" + reference));
    }

    private HttpRequest.Builder request(String path) {
        String base = settings.url().toString().replaceFirst("/+$", "");
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", "Bearer " + key.token());
        Trace.current().ifPresent(trace -> request.header("traceparent", trace));
        return request;
    }

    /** The request's own time-out would end with the headers: this one lasts until the body has come. */
    private NotifyAnswer ask(HttpRequest.Builder request) throws IOException {
        CompletableFuture<HttpResponse<String>> answer = http.sendAsync(request.build(), BodyHandlers.ofString());
        try {
            HttpResponse<String> response = answer.get(settings.readTimeout().toMillis(), TimeUnit.MILLISECONDS);
            return new NotifyAnswer(response.statusCode(), response.headers().firstValue("Date"), response.body());
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new HttpTimeoutException("No answer in time");
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        }
    }

    private static String json(Object body) {
        try {
            return NotifyAnswer.JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write a request to GOV.UK Notify");
        }
    }
}
