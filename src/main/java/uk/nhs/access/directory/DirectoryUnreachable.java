package uk.nhs.access.directory;

/** A directory could not be asked, or did not answer. The message is safe to log. */
final class DirectoryUnreachable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DirectoryUnreachable(String cause) {
        super(cause, null, false, false);
    }
}
