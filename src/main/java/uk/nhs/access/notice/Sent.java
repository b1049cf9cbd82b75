package uk.nhs.access.notice;

import java.util.UUID;
import uk.nhs.access.channel.Channel;

/**
 * A message that its gateway has taken over. Announced in the transaction that records it, with the message's row
 * locked.
 *
 * @param providerId the gateway's own name for it
 */
public record Sent(UUID message, Channel channel, String providerId) {}
