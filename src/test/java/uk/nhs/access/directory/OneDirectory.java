package uk.nhs.access.directory;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import uk.nhs.access.Defaults;
import uk.nhs.access.account.EmailAddress;
import uk.nhs.access.account.OdsCode;
import uk.nhs.access.directory.DirectorySettings.Kind;
import uk.nhs.access.support.TestCertificate;

/** A directory that Robin is in, by a clock that stands, and how the service is connected to it. */
final class OneDirectory implements AutoCloseable {

    static final EmailAddress ROBIN = new EmailAddress("robin@example.org");
    static final String OLD = "gravel otter minuet six";
    static final String NEW = "kettle \"orange\" bus lántern ✓";

    private static final OdsCode ORGANISATION = new OdsCode("D1A");
    private static final TestCertificate CERTIFICATE = TestCertificate.of("localhost");

    private Instant time = Instant.parse("2026-11-22T10:00:00.123Z");
    private DirectoryDouble server;
    private Directories directories;

    Directory open(Kind kind) {
        return open(kind, Map.of());
    }

    Directory open(Kind kind, Map<String, String> settings) {
        start(kind, CERTIFICATE);
        return connect(kind, settings);
    }

    /** @param shown the certificate that the directory shows */
    void start(Kind kind, TestCertificate shown) {
        server = kind == Kind.ACTIVE_DIRECTORY
                ? DirectoryDouble.activeDirectory(0, shown)
                : DirectoryDouble.plain(0, shown);
        server.by(() -> time);
        server.join(ROBIN.value(), OLD);
    }

    /** Connects the service, instead of how it was connected before. */
    Directory connect(Kind kind, Map<String, String> settings) {
        disconnect();
        directories = directories(kind, server.port(), settings);
        return directories.of(ORGANISATION).orElseThrow();
    }

    static Directories directories(Kind kind, int port, Map<String, String> settings) {
        Map<String, String> all =
                new HashMap<>(DirectoryDouble.settings(ORGANISATION.value(), kind, port, CERTIFICATE));
        all.putAll(settings);
        return new Directories(Defaults.with(DirectorySettings.class, all));
    }

    DirectoryDouble server() {
        return server;
    }

    Instant now() {
        return time;
    }

    void later(Duration by) {
        time = time.plus(by);
    }

    @Override
    public void close() {
        disconnect();
        if (server != null) {
            server.close();
        }
    }

    private void disconnect() {
        if (directories != null) {
            directories.close();
        }
    }
}
