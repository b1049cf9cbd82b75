package uk.nhs.access.development;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.channel.Channel;

/** A message as it would have reached somebody. */
record InboxMessage(
        UUID reference,
        Channel channel,
        String to,
        @Nullable String subject,
        String text,
        @Nullable String html,
        Instant at) {

    private static final Pattern CODE = Pattern.compile("(?<![0-9])[0-9]{6,10}(?![0-9])");
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]*[^\\s<>\".,;:!?)]");
    private static final String TOKEN = "#token=";

    /** The security code in it, if there is one. */
    @JsonProperty
    public @Nullable String code() {
        return first(CODE);
    }

    /** The first link in it, if there is one. */
    @JsonProperty
    public @Nullable String link() {
        return first(LINK);
    }

    /** What a link of ours is good by: what follows its #. */
    @JsonProperty
    public @Nullable String token() {
        String link = link();
        int at = link == null ? -1 : link.indexOf(TOKEN);
        return at < 0 ? null : link.substring(at + TOKEN.length());
    }

    /** The text cut up into what is a link and what is not. */
    public List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        Matcher links = LINK.matcher(text);
        int end = 0;
        while (links.find()) {
            parts.add(new Part(text.substring(end, links.start()), false));
            parts.add(new Part(links.group(), true));
            end = links.end();
        }
        parts.add(new Part(text.substring(end), false));
        return parts;
    }

    private @Nullable String first(Pattern pattern) {
        Matcher found = pattern.matcher(text);
        return found.find() ? found.group() : null;
    }

    /** A piece of the text. */
    public record Part(String value, boolean link) {}
}
