package uk.nhs.access.notice;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.notice.Delivery.Later;

/** What GOV.UK Notify answered. The body may echo number and text, and therefore never leaves this class. */
final class NotifyAnswer {

    static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    private static final Duration RATE_WAIT = Duration.ofSeconds(2);
    private static final Duration DAY_WAIT = Duration.ofHours(1);

    private final int status;
    private final Optional<String> date;
    private final String body;

    NotifyAnswer(int status, Optional<String> date, String body) {
        this.status = status;
        this.date = date;
        this.body = body;
    }

    /** One message, as far as we need to know it. */
    record Message(@Nullable String id, @Nullable String status) {

        boolean stillCounts() {
            return id != null && !"technical-failure".equals(status);
        }
    }

    private record Messages(@Nullable List<Message> notifications) {}

    private record Failure(@JsonProperty("error") @Nullable String name) {}

    private record Failures(@Nullable List<Failure> errors) {}

    int status() {
        return status;
    }

    /** The message that was created, if the answer can be understood. */
    Optional<Message> created() {
        return read(Message.class)
                .filter(message -> message.id() != null && !message.id().isBlank());
    }

    /** The messages that were found, if the answer can be understood. */
    Optional<List<Message>> found() {
        return read(Messages.class).map(Messages::notifications);
    }

    /** Why to try again later, and when. */
    Later later() {
        return switch (status) {
            case 401, 403 -> new Later("GOV.UK Notify does not accept our API key or our clock: " + this);
            case 429 -> new Later("GOV.UK Notify has had too many messages from us: " + this, limitWait());
            default -> new Later("GOV.UK Notify did not take the message: " + this);
        };
    }

    /** The status and the types of the errors. */
    @Override
    public String toString() {
        List<String> names = errorNames();
        return names.isEmpty() ? String.valueOf(status) : status + " " + String.join(", ", names);
    }

    private Duration limitWait() {
        return errorNames().contains("TooManyRequestsError") ? untilMidnight() : RATE_WAIT;
    }

    /** By the clock of the server, which is the one that starts the new day. */
    private Duration untilMidnight() {
        try {
            return date.map(value -> ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME))
                    .map(now -> now.withZoneSameInstant(ZoneOffset.UTC))
                    .map(now ->
                            Duration.between(now, now.toLocalDate().plusDays(1).atStartOfDay(ZoneOffset.UTC)))
                    .orElse(DAY_WAIT);
        } catch (DateTimeException unreadable) {
            return DAY_WAIT;
        }
    }

    private List<String> errorNames() {
        return read(Failures.class).map(Failures::errors).orElse(List.of()).stream()
                .map(failure -> failure == null ? null : failure.name())
                .filter(Objects::nonNull)
                .filter(name -> name.matches("[A-Za-z]{1,40}"))
                .distinct()
                .toList();
    }

    private <T> Optional<T> read(Class<T> type) {
        try {
            return Optional.ofNullable(JSON.readValue(body, type));
        } catch (JsonProcessingException unreadable) {
            return Optional.empty();
        }
    }
}
