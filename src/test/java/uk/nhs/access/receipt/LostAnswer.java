package uk.nhs.access.receipt;

import java.util.UUID;
import uk.nhs.access.support.Rows;

/** A text that its gateway has, and of which we do not know so: the answer was lost. */
final class LostAnswer {

    private LostAnswer() {}

    static void to(UUID text) {
        Rows.texts(
                "update message set state = 'QUEUED', settled_at = null, sealed = '', provider_id = null,"
                        + " next_try_at = 'infinity' where id = ? returning id",
                text);
    }
}
