package uk.nhs.access.phonechange;

import java.time.Instant;

/** What a cancel link has stopped. */
record Cancelled(PhoneChangeState state, String newNumber, Instant cancelledAt) {

    static Cancelled from(PhoneChange change) {
        return new Cancelled(
                change.progress().state(),
                change.newNumberMasked(),
                change.progress().endedAt().orElseThrow());
    }
}
