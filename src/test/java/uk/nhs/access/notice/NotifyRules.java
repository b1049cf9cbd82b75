package uk.nhs.access.notice;

import io.vertx.core.json.JsonObject;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a request must be like to become a message. */
final class NotifyRules {

    private static final Set<String> SMS =
            Set.of("phone_number", "template_id", "personalisation", "reference", "sms_sender_id");
    private static final Set<String> EMAIL = Set.of(
            "email_address",
            "template_id",
            "personalisation",
            "reference",
            "email_reply_to_id",
            "one_click_unsubscribe_url",
            "sanitise_content_for");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\(\\(([^()]+)\\)\\)");
    private static final int LONGEST_SMS = 918;

    private NotifyRules() {}

    static void checkSms(JsonObject request) {
        checkProperties(request, SMS, "phone_number");
        e164(request.getString("phone_number"));
    }

    static void checkEmail(JsonObject request) {
        checkProperties(request, EMAIL, "email_address");
        if (!request.getString("email_address").matches("[^\\s@]+@[^\\s@]+\\.[^\\s@]+")) {
            throw invalid("email_address Not a valid email address");
        }
    }

    /** A UK mobile number as people write it, or an international one with its plus. */
    static String e164(String number) {
        String digits = number.replaceAll("[\\s()-]", "");
        if (digits.matches("07\\d{9}")) {
            return "+44" + digits.substring(1);
        }
        if (digits.matches("(\\+44|44|0044)7\\d{9}")) {
            return "+447" + digits.substring(digits.length() - 9);
        }
        if (digits.matches("\\+(?!44)[1-9]\\d{7,14}")) {
            return digits;
        }
        throw invalid("phone_number " + number + " is not a possible number");
    }

    static String render(String template, JsonObject personalisation) {
        if (template == null) {
            throw new NotifyRefusal(400, "BadRequestError", "Template not found");
        }
        String body = PLACEHOLDER.matcher(template).replaceAll(name -> value(name, personalisation));
        if (body.length() > LONGEST_SMS) {
            throw new NotifyRefusal(400, "BadRequestError", "Content has a character count greater than 918");
        }
        return body;
    }

    private static String value(MatchResult name, JsonObject personalisation) {
        Object value = personalisation == null ? null : personalisation.getValue(name.group(1));
        if (value == null) {
            throw new NotifyRefusal(400, "BadRequestError", "Missing personalisation: " + name.group(1));
        }
        return java.util.regex.Matcher.quoteReplacement(value.toString());
    }

    private static void checkProperties(JsonObject request, Set<String> known, String recipient) {
        for (String property : request.fieldNames()) {
            if (!known.contains(property)) {
                throw invalid("Additional properties are not allowed (" + property + " was unexpected)");
            }
            boolean object = property.equals("personalisation");
            if (!(object ? JsonObject.class : String.class).isInstance(request.getValue(property))) {
                throw invalid(property + " is not of the right type");
            }
        }
        for (String required : Set.of(recipient, "template_id")) {
            if (!request.containsKey(required)) {
                throw invalid(required + " is a required property");
            }
        }
        if (request.getString("reference", "").length() > 1000) {
            throw invalid("reference is too long");
        }
        checkUuid(request, "template_id");
        checkUuid(request, "sms_sender_id");
    }

    private static void checkUuid(JsonObject request, String property) {
        try {
            UUID.fromString(request.getString(property, "00000000-0000-0000-0000-000000000000"));
        } catch (IllegalArgumentException e) {
            throw invalid(property + " is not a valid UUID");
        }
    }

    private static NotifyRefusal invalid(String message) {
        return new NotifyRefusal(400, "ValidationError", message);
    }
}
