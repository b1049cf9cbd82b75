package uk.nhs.access.password;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** A password that the owner chose once, kept so that it is not chosen again too soon. */
@Entity
class PastPassword {

    @Id
    private UUID id;

    private UUID accountId;

    private String hash;

    private Instant setAt;

    PastPassword() {}

    PastPassword(UUID accountId, String hash, Instant setAt) {
        this.id = UUID.randomUUID();
        this.accountId = accountId;
        this.hash = hash;
        this.setAt = setAt;
    }

    String hash() {
        return hash;
    }
}
