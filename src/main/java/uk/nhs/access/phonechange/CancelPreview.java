package uk.nhs.access.phonechange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a cancel link would stop. */
record CancelPreview(
        PhoneChangeState state,
        String newNumber,
        Instant requestedAt,
        @Nullable Instant appliesAt) {

    static CancelPreview from(PhoneChange change) {
        Progress progress = change.progress();
        return new CancelPreview(
                progress.state(),
                change.newNumberMasked(),
                progress.requestedAt(),
                progress.appliesAt().orElse(null));
    }
}
