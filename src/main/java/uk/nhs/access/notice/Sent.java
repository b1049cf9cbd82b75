package uk.nhs.access.notice;

import java.util.UUID;

/**
 * A message that its gateway has taken over.
 *
 * @param providerId the gateway's own name for it
 */
public record Sent(UUID message, String providerId) {}
