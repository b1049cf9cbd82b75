package uk.nhs.access.directory;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import uk.nhs.access.directory.DirectorySettings.Kind;
import uk.nhs.access.support.FreePort;
import uk.nhs.access.support.TestCertificate;

/** Two organisations have adopted Same Sign On: one with Active Directory, one with another directory. */
public class Adopted implements QuarkusTestProfile {

    public static final String ACTIVE_DIRECTORY = "D1A";
    public static final String PLAIN = "D1B";

    @Override
    public Map<String, String> getConfigOverrides() {
        TestCertificate certificate = TestCertificate.of("localhost");
        Map<String, String> settings = new HashMap<>();
        settings.putAll(
                DirectoryDouble.settings(ACTIVE_DIRECTORY, Kind.ACTIVE_DIRECTORY, FreePort.next(), certificate));
        settings.putAll(DirectoryDouble.settings(PLAIN, Kind.LDAP, FreePort.next(), certificate));
        settings.put("directory.sync-every", "200ms");
        settings.put("directory.answer-timeout", "2s");
        return settings;
    }

    /** The directory where the service looks for that of the organisation. */
    public static DirectoryDouble directory(String organisation) {
        String target = "directory.targets." + organisation.toLowerCase() + ".";
        int port =
                ConfigProvider.getConfig().getValue(target + "url", URI.class).getPort();
        TestCertificate certificate =
                new TestCertificate(ConfigProvider.getConfig().getValue(target + "trust", Path.class));
        return organisation.equals(PLAIN)
                ? DirectoryDouble.plain(port, certificate)
                : DirectoryDouble.activeDirectory(port, certificate);
    }
}
