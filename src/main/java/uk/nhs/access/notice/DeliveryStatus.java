package uk.nhs.access.notice;

import org.jspecify.annotations.Nullable;

/** How far a message has come, as far as anybody knows. */
public enum DeliveryStatus {
    /** Not accepted by the gateway yet. */
    WAITING,

    /** Accepted. Of an e-mail nobody ever learns more. */
    SENT,

    /** The phone has it. */
    DELIVERED,

    /** It did not arrive, or never left and never will. */
    UNDELIVERED;

    static DeliveryStatus of(Message.State state, @Nullable Receipt receipt) {
        if (receipt == Receipt.DELIVERED) {
            return DELIVERED;
        }
        return switch (state) {
            case QUEUED -> WAITING;
            case SENT -> receipt == Receipt.UNDELIVERED ? UNDELIVERED : SENT;
            case EXPIRED, DEAD -> UNDELIVERED;
        };
    }
}
