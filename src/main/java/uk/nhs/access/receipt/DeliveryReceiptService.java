package uk.nhs.access.receipt;

import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.nhs.access.channel.Channel;
import uk.nhs.access.notice.Receipt;
import uk.nhs.access.notice.Receipts;
import uk.nhs.access.notice.Receipts.Effect;
import uk.nhs.access.notice.Sent;
import uk.nhs.access.notice.SentTogether;
import uk.nhs.access.problem.UseCase;

/** What becomes of receipts: each is told to its text, or parked until its text is known to have left. */
@UseCase
class DeliveryReceiptService {

    private final Receipts receipts;
    private final ParkedReceipts parked;
    private final ReceiptCount count;

    DeliveryReceiptService(Receipts receipts, ParkedReceipts parked, ReceiptCount count) {
        this.receipts = receipts;
        this.parked = parked;
        this.count = count;
    }

    /** A status that GOV.UK Notify did not have when this was written is not refused: that would change nothing. */
    void receive(String providerId, Optional<UUID> reference, String status) {
        Optional<Receipt> said = Receipt.of(status);
        if (said.isEmpty()) {
            count.notUnderstood();
            return;
        }
        Effect effect = receipts.take(providerId, reference.orElse(null), said.get());
        if (effect == Effect.TOO_EARLY) {
            effect = takeOrPark(providerId, reference, said.get());
        }
        count.taken(effect, said.get());
    }

    /** Its text may just have been noted as sent: whoever does that collects before us, or after. */
    private Effect takeOrPark(String providerId, Optional<UUID> reference, Receipt said) {
        parked.lock(List.of(providerId));
        Effect effect = receipts.take(providerId, reference.orElse(null), said);
        if (effect == Effect.TOO_EARLY) {
            parked.park(providerId, reference, said);
        }
        return effect;
    }

    /** Texts are known to have left: what was said of them before counts now. */
    void sent(@Observes SentTogether sent) {
        if (sent.channel() == Channel.TEXT && !sent.messages().isEmpty()) {
            collect(sent.messages());
        }
    }

    private void collect(List<Sent> texts) {
        parked.lock(texts.stream().map(Sent::providerId).toList());
        parked.collect(texts)
                .forEach(receipt -> receipts.take(receipt.providerId(), receipt.message(), receipt.receipt()));
    }
}
