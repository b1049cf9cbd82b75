/**
 * Same Sign On: one password for the mailbox and for the directory of the organisation that its owner works for.
 *
 * <p>A directory is asked outside transactions, and with no row locked: it is somebody else's, and may be slow or away. It
 * is told of no address in a text that is read by anything: filters are built of values, never written.
 */
@NullMarked
package uk.nhs.access.directory;

import org.jspecify.annotations.NullMarked;
