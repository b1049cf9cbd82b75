package uk.nhs.access.history;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.account.OdsCode;
import uk.nhs.access.caller.Actor;

/** One line of an account's history. */
@Entity
@Immutable
public class HistoryEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private UUID accountId;

    private Instant happenedAt;

    private String event;

    @ColumnTransformer(write = "?::jsonb")
    @Column(columnDefinition = "jsonb")
    private String facts;

    @Enumerated(EnumType.STRING)
    private Actor.Kind actorKind;

    private @Nullable String actorName;

    private @Nullable OdsCode actorOrganisation;

    private @Nullable String actorAddress;

    HistoryEntry() {}

    HistoryEntry(UUID accountId, Actor actor, String event, String facts, Instant happenedAt) {
        this.accountId = accountId;
        this.event = event;
        this.facts = facts;
        this.happenedAt = happenedAt;
        this.actorKind = actor.kind();
        this.actorName = actor.name();
        this.actorOrganisation = actor.organisation();
        this.actorAddress = actor.address();
    }

    public Long id() {
        return id;
    }

    public Instant happenedAt() {
        return happenedAt;
    }

    /** The name of the {@link HistoryEvent}. */
    public String event() {
        return event;
    }

    /** The event itself, as JSON. */
    public String facts() {
        return facts;
    }

    public Actor actor() {
        return new Actor(actorKind, actorName, actorOrganisation, actorAddress);
    }
}
