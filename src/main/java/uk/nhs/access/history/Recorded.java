package uk.nhs.access.history;

import java.time.Instant;
import java.util.UUID;

/** A fact was added to the history of an account. Announced in the transaction in which it happens. */
public record Recorded(UUID account, HistoryEvent event, Instant now) {}
