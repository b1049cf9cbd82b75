package uk.nhs.access.development;

import org.jspecify.annotations.Nullable;

/**
 * Which messages are wanted.
 *
 * @param to a number in E.164 or an e-mail address, or null for everybody's
 * @param channel a {@code Channel}'s name, or null for all
 */
record InboxFilter(@Nullable String to, @Nullable String channel) {

    static final InboxFilter ALL = new InboxFilter(null, null);
}
