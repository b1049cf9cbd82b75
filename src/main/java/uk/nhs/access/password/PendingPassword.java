package uk.nhs.access.password;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A temporary password that is on its way to its owner, and opens nothing before it has arrived. */
@Embeddable
class PendingPassword {

    @Column(name = "pending_id")
    private UUID id;

    @Column(name = "pending_hash")
    private String hash;

    @Column(name = "pending_good_until")
    private Instant goodUntil;

    @Column(name = "pending_number")
    private String number;

    PendingPassword() {}

    /** @param number stands for the number that its text goes to */
    PendingPassword(UUID id, String hash, Instant goodUntil, String number) {
        this.id = id;
        this.hash = hash;
        this.goodUntil = goodUntil;
        this.number = number;
    }

    UUID id() {
        return id;
    }

    String hash() {
        return hash;
    }

    Instant goodUntil() {
        return goodUntil;
    }

    boolean isWorth(@Nullable String presentNumber, Instant now) {
        return number.equals(presentNumber) && now.isBefore(goodUntil);
    }
}
