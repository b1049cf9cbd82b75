package uk.nhs.access.support;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** What reached a number or an address, as the development inbox shows it. */
public final class Inbox {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String recipient;

    private Inbox(String recipient) {
        this.recipient = recipient;
    }

    public static Inbox of(String recipient) {
        return new Inbox(recipient);
    }

    /** Everything that has arrived, the newest first. */
    public List<Map<String, String>> messages() {
        return JsonPath.from(given().queryParam("to", recipient)
                        .get("/dev/messages.json")
                        .asString())
                .getList("messages");
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
