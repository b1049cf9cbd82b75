package uk.nhs.access.account;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The phone number that an account has: one of the UK, where codes go, or another one, where nothing goes. */
@Embeddable
class NumberOnFile {

    private @Nullable MobileNumber mobile;

    @Column(name = "mobile_set_at")
    private @Nullable Instant setAt;

    @Column(name = "foreign_number")
    private @Nullable ForeignNumber foreign;

    NumberOnFile() {}

    static NumberOnFile of(MobileNumber number) {
        NumberOnFile own = new NumberOnFile();
        own.mobile = number;
        return own;
    }

    /** One that somebody else set, at once: its owner has had no time to object. */
    static NumberOnFile forOwner(MobileNumber number, Instant now) {
        NumberOnFile set = of(number);
        set.setAt = now;
        return set;
    }

    static NumberOnFile foreign(ForeignNumber number) {
        NumberOnFile foreign = new NumberOnFile();
        foreign.foreign = number;
        return foreign;
    }

    /** Whether somebody else set it, and its owner has not had the time of {@code hold} yet to object. */
    boolean isOnTrial(Duration hold, Instant now) {
        return setAt != null && now.isBefore(setAt.plus(hold));
    }

    boolean isForeign() {
        return foreign != null;
    }

    Optional<MobileNumber> mobile() {
        return Optional.ofNullable(mobile);
    }

    /** As it is shown, wherever it is of. */
    Optional<AnyNumber> any() {
        return Optional.<AnyNumber>ofNullable(mobile).or(() -> Optional.ofNullable(foreign));
    }
}
