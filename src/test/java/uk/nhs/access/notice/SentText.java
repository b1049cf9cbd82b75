package uk.nhs.access.notice;

import java.time.Instant;

/**
 * A text that the double has accepted.
 *
 * @param id the double's own name for it
 * @param number in E.164
 * @param text the template with its personalisation
 */
public record SentText(String id, String reference, String number, String text, Instant acceptedAt) {}
