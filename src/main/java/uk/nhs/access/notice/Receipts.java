package uk.nhs.access.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells texts what became of them. Nothing but what is shown of a message goes by it: no hold, and no try. */
@ApplicationScoped
public class Receipts {

    private final Messages messages;

    Receipts(Messages messages) {
        this.messages = messages;
    }

    /** What a receipt led to. */
    public enum Effect {
        NEWS,
        NO_NEWS,
        /** We know of no such text, or not yet that the gateway has it by this name. */
        TOO_EARLY
    }

    /**
     * Takes in what is said of a text, which is locked until the transaction ends.
     *
     * @param providerId the gateway's own name for it
     * @param reference our name for it, if it was given back
     */
    public Effect take(String providerId, @Nullable UUID reference, Receipt said) {
        Optional<Message> text = messages.lockText(providerId, reference);
        if (text.isEmpty() || isTooEarly(text.get(), said)) {
            return Effect.TOO_EARLY;
        }
        return text.get().receive(providerId, said) ? Effect.NEWS : Effect.NO_NEWS;
    }

    /** Which try we go by is not known yet. That the text arrived counts for any of them, even should we give it up. */
    private static boolean isTooEarly(Message text, Receipt said) {
        return text.state() == Message.State.QUEUED && said != Receipt.DELIVERED;
    }
}
