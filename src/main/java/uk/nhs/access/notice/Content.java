package uk.nhs.access.notice;

import org.jspecify.annotations.Nullable;

/** What a message says and to whom. Sealed in the outbox, and wiped once sent. */
record Content(
        String recipient,
        @Nullable String subject,
        String text,
        @Nullable String html) {

    @Override
    public String toString() {
        return "Content[hidden]";
    }
}
