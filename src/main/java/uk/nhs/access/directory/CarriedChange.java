package uk.nhs.access.directory;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.account.OdsCode;
import uk.nhs.access.crypto.Sealed;
import uk.nhs.access.language.Language;

/** A change on its way to the directory of an organisation, and afterwards the trace that it left. */
@Entity
class CarriedChange {

    @Id
    private UUID id;

    private UUID accountId;

    private OdsCode organisation;

    @Enumerated(EnumType.STRING)
    private Errand errand;

    private boolean temporary;

    @Enumerated(EnumType.STRING)
    private Language language;

    @Enumerated(EnumType.STRING)
    private CarryState state;

    @Enumerated(EnumType.STRING)
    private @Nullable FailedBecause reason;

    @Embedded
    private @Nullable Sealed password;

    private Instant askedAt;

    private Instant notAfter;

    private @Nullable Instant holdsFrom;

    @Embedded
    private Tries tries;

    private @Nullable Instant settledAt;

    CarriedChange() {}

    private CarriedChange(UUID id, Errand errand, Ordered order, Instant notAfter) {
        this.id = id;
        this.accountId = order.account();
        this.organisation = order.organisation();
        this.errand = errand;
        this.language = order.language();
        this.askedAt = order.at();
        this.holdsFrom = order.holdsFrom();
        this.tries = Tries.none(order.at());
        this.notAfter = notAfter;
        this.state = waiting();
    }

    /** Something that brings no text along. */
    static CarriedChange of(Errand errand, Ordered order, Instant notAfter) {
        return new CarriedChange(UUID.randomUUID(), errand, order, notAfter);
    }

    /** A password that its owner chose, sealed to {@code id}. */
    static CarriedChange chosen(UUID id, Sealed password, Ordered order, Instant notAfter) {
        CarriedChange chosen = new CarriedChange(id, Errand.PASSWORD, order, notAfter);
        chosen.password = password;
        return chosen;
    }

    /** A temporary password, which is carried once its text was accepted. */
    static CarriedChange temporary(UUID id, Sealed password, Ordered order, Instant goodUntil) {
        CarriedChange temporary = chosen(id, password, order, goodUntil);
        temporary.temporary = true;
        temporary.state = CarryState.AWAITED;
        return temporary;
    }

    /** The text with the temporary password was accepted. */
    void arrive(Instant now) {
        if (state != CarryState.AWAITED) {
            throw new IllegalStateException("A temporary password arrives once");
        }
        tries.due(now);
        state = waiting();
    }

    private CarryState waiting() {
        return holdsFrom == null ? CarryState.QUEUED : CarryState.WAITING_FOR_SYNC;
    }

    /** The directory has it. */
    void done(Instant now) {
        settle(CarryState.DONE, now);
    }

    /** It never came there, and never will. */
    void fail(FailedBecause why, Instant now) {
        settle(CarryState.FAILED, now);
        reason = why;
    }

    /** It is not wanted any more. */
    void supersede(Instant now) {
        settle(CarryState.SUPERSEDED, now);
    }

    private void settle(CarryState end, Instant now) {
        if (!isUnfinished()) {
            throw new IllegalStateException("A change settles once");
        }
        state = end;
        settledAt = now;
        password = null;
    }

    boolean isUnfinished() {
        return settledAt == null;
    }

    /** Whether the directory may still come to know the account by itself. */
    boolean isBeforeSync(Instant now) {
        return holdsFrom != null && now.isBefore(holdsFrom);
    }

    /** Whether its time is over, and nobody is at it. That of a temporary password also ends where it was carried to. */
    boolean isOver(Instant now) {
        boolean counts = isUnfinished() || temporary && state == CarryState.DONE;
        return counts && !now.isBefore(notAfter) && !tries.isUnderWay(now);
    }

    boolean isTemporary() {
        return temporary;
    }

    UUID id() {
        return id;
    }

    UUID accountId() {
        return accountId;
    }

    OdsCode organisation() {
        return organisation;
    }

    Errand errand() {
        return errand;
    }

    Language language() {
        return language;
    }

    CarryState state() {
        return state;
    }

    @Nullable FailedBecause reason() {
        return reason;
    }

    Instant askedAt() {
        return askedAt;
    }

    @Nullable Instant holdsFrom() {
        return holdsFrom;
    }

    Tries tries() {
        return tries;
    }

    Sealed password() {
        if (password == null) {
            throw new IllegalStateException("The password was wiped");
        }
        return password;
    }
}
