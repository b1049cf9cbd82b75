package uk.nhs.access.support;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** What reached a number or an address, as the development inbox shows it. Tests look often, so it looks by the shortest way. */
public final class Inbox {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, List<Map<String, String>>>> MESSAGES = new TypeReference<>() {};

    private final String recipient;

    private Inbox(String recipient) {
        this.recipient = recipient;
    }

    public static Inbox of(String recipient) {
        return new Inbox(recipient);
    }

    /** Everything that has arrived, the newest first. */
    public List<Map<String, String>> messages() {
        URI messages = URI.create("http://localhost:" + RestAssured.port + "/dev/messages.json?to="
                + URLEncoder.encode(recipient, StandardCharsets.UTF_8));
        try {
            byte[] found = HTTP.send(HttpRequest.newBuilder(messages).build(), BodyHandlers.ofByteArray())
                    .body();
            return JSON.readValue(found, MESSAGES).get("messages");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** Waits for the {@code count}-th message, and returns it. */
    public Map<String, String> await(int count) {
        Awaitility.await("message " + count)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> messages().size() >= count);
        List<Map<String, String>> all = messages();
        return all.get(all.size() - count);
    }

    public String awaitText(int count) {
        return await(count).get("text");
    }

    /** The code of the {@code count}-th text. */
    public String awaitCode(int count) {
        return await(count).get("code");
    }

    /** The token of the cancel link in the {@code count}-th e-mail. */
    public String awaitCancelToken(int count) {
        String link = await(count).get("link");
        return link.substring(link.indexOf("#token=") + "#token=".length());
    }
}
