package uk.nhs.access.notice;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The double's callbacks. One that fails is sent again as GOV.UK Notify documents it, only sooner: there it is 5 times,
 * 300 seconds apart, after a network error, a status of 500 or more, or 429, and after nothing else.
 */
final class NotifyReceipts {

    static final int NO_ANSWER = 0;

    private static final int RETRIES = 5;
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private volatile URI url;
    private volatile String token;
    volatile Duration apart = Duration.ofMillis(50);

    void to(URI anUrl, String aToken) {
        url = anUrl;
        token = aToken;
    }

    List<Integer> send(JsonObject receipt) {
        List<Integer> answers = new ArrayList<>();
        do {
            answers.add(sendOnce(receipt));
        } while (isWorthATry(answers.get(answers.size() - 1)) && answers.size() <= RETRIES && waited());
        return answers;
    }

    private int sendOnce(JsonObject receipt) {
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofString(receipt.encode()))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException failed) {
            return NO_ANSWER;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static boolean isWorthATry(int status) {
        return status == NO_ANSWER || status >= 500 || status == 429;
    }

    private boolean waited() {
        try {
            Thread.sleep(apart.toMillis());
            return true;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
