package uk.nhs.access.notice;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * An e-mail that the double has accepted.
 *
 * @param to the recipients of the envelope
 * @param raw headers and body as they were received
 * @param acceptedAt before whoever brought it heard so
 */
public record SentMail(List<String> to, String raw, Instant acceptedAt) {

    public String messageId() {
        return header("Message-ID");
    }

    public String subject() {
        try {
            return message().getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    public String header(String name) {
        try {
            return message().getHeader(name, null);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The decoded words of the part for plain readers. */
    public String text() {
        return decoded("text/plain");
    }

    /** The decoded words of the part for browsers. */
    public String html() {
        return decoded("text/html");
    }

    private String decoded(String type) {
        try {
            return find(message(), type).replace("\r\n", "\n");
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MimeMessage message() throws MessagingException {
        return new MimeMessage(null, new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8)));
    }

    private static String find(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return part.getContent().toString();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart child = parts.getBodyPart(i);
                String found = find(child, type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }
}
