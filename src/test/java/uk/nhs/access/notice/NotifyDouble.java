package uk.nhs.access.notice;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * A server that behaves as GOV.UK Notify's documentation says, on a port of its own, and misbehaves on demand.
 *
 * <p>Each fault strikes the given number of coming calls, in the order in which faults were asked for, and strikes before
 * the call is looked at.
 */
public final class NotifyDouble implements AutoCloseable {

    private final String apiKey;
    private final String templateId;
    private final NotifyMessages messages = new NotifyMessages();
    private final NotifyReceipts receipts = new NotifyReceipts();
    private final NotifyServer server;

    private NotifyDouble(int port, String apiKey, String templateId) {
        this.apiKey = apiKey;
        this.templateId = templateId;
        this.server = new NotifyServer(port, NotifyTokens.of(apiKey), messages);
        messages.template(templateId, "((text))");
    }

    public static NotifyDouble start() {
        return start(0, freshKey(), UUID.randomUUID().toString());
    }

    /** One that a service was told of before. */
    public static NotifyDouble start(int port, String apiKey, String templateId) {
        NotifyDouble started = new NotifyDouble(port, apiKey, templateId);
        started.up();
        return started;
    }

    static String freshKey() {
        return "double-" + UUID.randomUUID() + "-" + UUID.randomUUID();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    public String apiKey() {
        return apiKey;
    }

    /** The template whose body is {@code ((text))}. */
    public String templateId() {
        return templateId;
    }

    public void template(String id, String body) {
        messages.template(id, body);
    }

    /** All texts in the order in which they were accepted. */
    public List<SentText> texts() {
        return messages.texts();
    }

    public List<SentText> texts(String e164) {
        return texts().stream().filter(text -> text.number().equals(e164)).toList();
    }

    /** The latest text to the number, as soon as there is one. */
    public SentText awaitText(String e164, Duration atMost) {
        Awaitility.await("a text")
                .atMost(atMost)
                .pollInterval(20, TimeUnit.MILLISECONDS)
                .until(() -> !texts(e164).isEmpty());
        List<SentText> sent = texts(e164);
        return sent.get(sent.size() - 1);
    }

    /** How many calls have come, answered or not. */
    public int calls() {
        return server.calls.get();
    }

    /** The headers of each call, by their names in small letters. */
    public List<Map<String, String>> headers() {
        return List.copyOf(server.headers);
    }

    /** Says that all messages of the reference have come to this status. */
    public void status(UUID reference, String status) {
        messages.status(reference.toString(), status);
    }

    /** Sends receipts from now on to {@code url}, which has asked for them with {@code token}. */
    public void receiptsTo(URI url, String token) {
        receipts.to(url, token);
    }

    /** Moves a text, and sends the receipt that says so until it is taken, or given up: the status of each try. */
    public List<Integer> receipt(SentText text, String status) {
        return receipts.send(messages.move(text.id(), status));
    }

    /** Ends all faults. */
    public void pass() {
        server.faults.clear();
        server.delay = Duration.ZERO;
        server.ahead = Duration.ZERO;
        perMinute(3000);
        perDay(250_000);
        up();
    }

    public void answer(int times, int status, String error) {
        strike(times, new NotifyFault.Answer(status, error));
    }

    public void acceptThenTimeout(int times) {
        strike(times, new NotifyFault.Silence());
    }

    public void reset(int times) {
        strike(times, new NotifyFault.Reset());
    }

    public void garbage(int times, String body) {
        strike(times, new NotifyFault.Garbage(body));
    }

    public void slow(Duration delayOfEachAnswer) {
        server.delay = delayOfEachAnswer;
    }

    public void perMinute(int limit) {
        messages.perMinute = limit;
    }

    public void perDay(int limit) {
        messages.perDay = limit;
    }

    /** Sets the double's clock, which goes on from there. */
    public void clock(Instant now) {
        server.ahead = Duration.between(Instant.now(), now);
    }

    public Instant now() {
        return server.now();
    }

    /** Refuses connections, and cuts those there are. */
    public void down() {
        server.down();
    }

    /** Listens again, on the same port as before. */
    public void up() {
        server.up();
    }

    @Override
    public void close() {
        server.close();
    }

    private void strike(int times, NotifyFault fault) {
        server.faults.addAll(Collections.nCopies(times, fault));
    }
}
