package uk.nhs.access.password;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;

/** A temporary password that is on its way to its owner, and opens nothing before it has arrived. */
@Embeddable
class PendingPassword {

    @Column(name = "pending_id")
    private UUID id;

    @Column(name = "pending_hash")
    private String hash;

    @Column(name = "pending_good_until")
    private Instant goodUntil;

    PendingPassword() {}

    PendingPassword(UUID id, String hash, Instant goodUntil) {
        this.id = id;
        this.hash = hash;
        this.goodUntil = goodUntil;
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
}
