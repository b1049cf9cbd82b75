package uk.nhs.access.channel;

/** A way to reach somebody. */
public enum Channel {
    TEXT,
    EMAIL
}
