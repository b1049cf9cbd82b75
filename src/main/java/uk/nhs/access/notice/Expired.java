package uk.nhs.access.notice;

import uk.nhs.access.channel.Channel;

/** Messages ended because they would have come too late. Announced in the transaction that ends them. */
record Expired(Channel channel, int messages) {}
