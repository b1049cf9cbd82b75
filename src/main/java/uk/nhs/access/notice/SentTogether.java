package uk.nhs.access.notice;

import java.util.List;
import uk.nhs.access.channel.Channel;

/** Messages that their gateway has taken over. Announced in the transaction that records them, with their rows locked. */
public record SentTogether(Channel channel, List<Sent> messages) {}
