package uk.nhs.access.notice;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.notice.Delivery.Accepted;
import uk.nhs.access.notice.Delivery.Later;
import uk.nhs.access.notice.Delivery.Refused;

/**
 * Texts carried by GOV.UK Notify.
 *
 * <p>It takes every request for a new message, whatever its reference, so a text that may have been sent before is first
 * looked up.
 */
@Singleton
@Named("notify")
class NotifyTexts implements TextGateway {

    private final NotifyClient client;
    private final String templateId;
    private final @Nullable String senderId;

    NotifyTexts(NotifySettings settings) {
        client = new NotifyClient(settings);
        templateId = settings.templateId()
                .orElseThrow(() -> new IllegalStateException(
                        "NOTICE_NOTIFY_TEMPLATE_ID must be the id of a GOV.UK Notify template whose body is ((text))"));
        senderId = settings.senderId().orElse(null);
    }

    /** What GOV.UK Notify is asked to send. */
    private record Sms(
            @JsonProperty("phone_number") String phoneNumber,
            @JsonProperty("template_id") String templateId,
            @JsonProperty("personalisation") Map<String, String> personalisation,
            @JsonProperty("reference") UUID reference,
            @JsonProperty("sms_sender_id") @Nullable String senderId) {}

    @Override
    public Delivery send(OutgoingText text) {
        try {
            Optional<Delivery> earlier = text.maybeSentBefore() ? earlier(text.reference()) : Optional.empty();
            return earlier.isPresent() ? earlier.get() : sendAnew(text);
        } catch (IOException e) {
            return new Later("GOV.UK Notify did not answer: " + e.getClass().getSimpleName());
        }
    }

    /** What is known of an earlier sending: nothing only if GOV.UK Notify says that there is none that counts. */
    private Optional<Delivery> earlier(UUID reference) throws IOException {
        NotifyAnswer answer = client.find(reference);
        if (answer.status() != 200) {
            return Optional.of(answer.later());
        }
        Optional<List<NotifyAnswer.Message>> found = answer.found();
        if (found.isEmpty()) {
            return Optional.of(new Later("GOV.UK Notify's list of messages could not be read"));
        }
        return found.get().stream()
                .filter(NotifyAnswer.Message::stillCounts)
                .findFirst()
                .map(message -> new Accepted(message.id()));
    }

    private Delivery sendAnew(OutgoingText text) throws IOException {
        NotifyAnswer answer = client.send(
                new Sms(text.number(), templateId, Map.of("text", text.text()), text.reference(), senderId));
        return switch (answer.status()) {
            case 201 ->
                answer.created()
                        .<Delivery>map(message -> new Accepted(message.id()))
                        .orElseGet(() -> new Later("GOV.UK Notify's answer could not be read"));
            case 400 -> new Refused("GOV.UK Notify will not send this: " + answer);
            default -> answer.later();
        };
    }
}
