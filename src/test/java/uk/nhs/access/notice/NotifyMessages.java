package uk.nhs.access.notice;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The messages that the double has taken, several to a reference if it was asked several times. */
final class NotifyMessages {

    private static final Set<String> SMOKE = Set.of("+447700900000", "+447700900111", "+447700900222");

    private final Map<String, String> templates = new ConcurrentHashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<Instant> accepted = new ArrayList<>();
    int perMinute = 3000;
    int perDay = 250_000;

    private record Entry(SentText text, String type, String templateId, String[] status) {

        JsonObject json() {
            return new JsonObject()
                    .put("id", text.id())
                    .put("reference", text.reference())
                    .put(type.equals("sms") ? "phone_number" : "email_address", text.number())
                    .put("type", type)
                    .put("status", status[0])
                    .put("template", new JsonObject().put("id", templateId).put("version", 1))
                    .put("body", text.text())
                    .put("created_at", text.acceptedAt().toString());
        }

        /** What the callback for delivery receipts says. */
        JsonObject receipt() {
            String at = text.acceptedAt().toString();
            return new JsonObject()
                    .put("id", text.id())
                    .put("reference", text.reference())
                    .put("to", text.number())
                    .put("status", status[0])
                    .put("created_at", at)
                    .put("completed_at", status[0].matches("delivered|sent|.*-failure") ? at : null)
                    .put("sent_at", status[0].equals("created") ? null : at)
                    .put("notification_type", type)
                    .put("template_id", templateId)
                    .put("template_version", 1);
        }
    }

    void template(String id, String body) {
        templates.put(id, body);
    }

    /** Checks a request for a new message in the order that GOV.UK Notify does, and keeps it. */
    synchronized JsonObject add(String type, JsonObject request, Instant now) {
        boolean sms = type.equals("sms");
        checkLimits(now);
        if (sms) {
            NotifyRules.checkSms(request);
        } else {
            NotifyRules.checkEmail(request);
        }
        String templateId = request.getString("template_id");
        String body = NotifyRules.render(templates.get(templateId), request.getJsonObject("personalisation"));
        String to = sms ? NotifyRules.e164(request.getString("phone_number")) : request.getString("email_address");
        SentText text = new SentText(UUID.randomUUID().toString(), request.getString("reference"), to, body, now);
        if (!SMOKE.contains(to)) {
            entries.add(new Entry(text, type, templateId, new String[] {"created"}));
        }
        accepted.add(now);
        return new JsonObject()
                .put("id", text.id())
                .put("reference", text.reference())
                .put("content", new JsonObject().put("body", body).put(sms ? "from_number" : "from_email", "TEST"))
                .put("uri", "/v2/notifications/" + text.id())
                .put("template", new JsonObject().put("id", templateId).put("version", 1))
                .putNull("scheduled_for");
    }

    synchronized JsonObject find(String reference) {
        JsonArray found = new JsonArray();
        entries.stream()
                .filter(entry -> reference == null || reference.equals(entry.text.reference()))
                .forEach(entry -> found.add(entry.json()));
        return new JsonObject().put("notifications", found).put("links", new JsonObject());
    }

    synchronized JsonObject get(String id) {
        return entries.stream()
                .filter(entry -> entry.text.id().equals(id))
                .findFirst()
                .map(Entry::json)
                .orElseThrow(() -> new NotifyRefusal(404, "NoResultFound", "No result found"));
    }

    synchronized List<SentText> texts() {
        return entries.stream()
                .filter(entry -> entry.type.equals("sms"))
                .map(Entry::text)
                .toList();
    }

    synchronized void status(String reference, String status) {
        entries.stream()
                .filter(entry -> reference.equals(entry.text.reference()))
                .forEach(entry -> entry.status[0] = status);
    }

    /** Moves one message, and says what its receipt says then. */
    synchronized JsonObject move(String id, String status) {
        Entry moved = entries.stream()
                .filter(entry -> entry.text.id().equals(id))
                .findFirst()
                .orElseThrow();
        moved.status[0] = status;
        return moved.receipt();
    }

    private void checkLimits(Instant now) {
        Instant aMinuteAgo = now.minusSeconds(60);
        if (accepted.stream().filter(aMinuteAgo::isBefore).count() >= perMinute) {
            throw new NotifyRefusal(429, "RateLimitError", "Exceeded rate limit of " + perMinute + " per 60 seconds");
        }
        long day = now.getEpochSecond() / Duration.ofDays(1).toSeconds();
        if (accepted.stream().filter(at -> at.getEpochSecond() / 86_400 == day).count() >= perDay) {
            throw new NotifyRefusal(429, "TooManyRequestsError", "Exceeded send limits (" + perDay + ") for today");
        }
    }
}
