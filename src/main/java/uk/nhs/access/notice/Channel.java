package uk.nhs.access.notice;

/** A way to reach somebody. */
public enum Channel {
    TEXT,
    EMAIL
}
