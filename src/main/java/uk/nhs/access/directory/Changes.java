package uk.nhs.access.directory;

import java.util.List;

/**
 * Whom something changed of in a directory.
 *
 * @param cursor where to go on the next time; it means something only to this directory
 * @param everybody whether everybody is among them, because the directory could not go on at the cursor
 */
record Changes(List<DirectoryEntry> entries, String cursor, boolean everybody) {}
