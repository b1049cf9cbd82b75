package uk.nhs.access.notice;

/** A try of a message, and how it ended. */
record Tried(Message message, Delivery delivery) {

    /** Whether it was accepted, and nobody waits to hear of that. Such tries can be recorded together. */
    boolean isPlainlySent() {
        return delivery instanceof Delivery.Accepted && !message.isAwaited();
    }

    String providerId() {
        return ((Delivery.Accepted) delivery).providerId();
    }
}
