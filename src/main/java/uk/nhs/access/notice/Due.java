package uk.nhs.access.notice;

import java.util.List;

/**
 * What has fallen due in a channel.
 *
 * @param tooLate those that somebody waits for, and that would come too late
 */
record Due(List<Message> tooLate, List<Message> toSend) {}
