package uk.nhs.access.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import uk.nhs.access.Defaults;
import uk.nhs.access.account.OdsCode;
import uk.nhs.access.support.TestCertificate;

/**
 * A domain of its own, on a domain controller of Samba: Active Directory as free software has it. It listens on 127.0.0.1
 * alone, keeps everything in one folder, and ends with the tests. Its LDAP ports cannot be chosen.
 */
final class SambaDomain implements AutoCloseable {

    static final OdsCode ORGANISATION = new OdsCode("SMB");

    private static final String BASE = "DC=example,DC=test";
    private static final String PEOPLE = "OU=People," + BASE;
    private static final String SERVICE_PASSWORD = "the service's own secret 1";
    private static final int LDAPS = 636;

    /** What a service needs to be told to the people of one unit, and no more (MS-ADTS, 5.1.3; MS-ADSC). */
    private static final String RIGHTS =
            "(OA;CIIO;CR;00299570-246d-11d0-a768-00aa006e0529;USER;SID)" // reset a password
                    + "(OA;CIIO;RPWP;28630ebf-41d5-11d1-a9c1-0000f80367c1;USER;SID)" // lockoutTime
                    + "(OA;CIIO;RP;bf967a0a-0de6-11d0-a285-00aa003049e2;USER;SID)"; // pwdLastSet

    private static final String USER = "bf967aba-0de6-11d0-a285-00aa003049e2";

    private final TestCertificate certificate = TestCertificate.of("localhost");
    private final Path folder;
    private final Process server;

    private SambaDomain() throws IOException, InterruptedException {
        folder = Files.createTempDirectory("samba-");
        provision();
        Files.writeString(settings(), content());
        order();
        server = new ProcessBuilder("samba", "-i", "-s", settings().toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.log").toFile())
                .start();
        Awaitility.await("the domain controller").atMost(30, TimeUnit.SECONDS).until(SambaDomain::isListening);
    }

    /** Starts it, or skips the tests with a sentence that says why it cannot be. */
    static SambaDomain start() throws IOException, InterruptedException {
        assumeTrue("root".equals(System.getProperty("user.name")), "Only root may start a domain controller: skipped");
        assumeTrue(!isListening(), "Port 636 is taken, and the domain controller can use no other: skipped");
        assumeTrue(
                isInstalled() || install(), "Samba's domain controller is not here and cannot be installed: skipped");
        return new SambaDomain();
    }

    Directory connect() {
        Map<String, String> all = new HashMap<>(DirectoryDouble.settings(
                ORGANISATION.value(), DirectorySettings.Kind.ACTIVE_DIRECTORY, LDAPS, certificate));
        all.put("directory.targets.smb.base-dn", BASE);
        all.put("directory.targets.smb.bind-dn", "CN=account-access,CN=Users," + BASE);
        all.put("directory.targets.smb.bind-password", SERVICE_PASSWORD);
        return new Directories(Defaults.with(DirectorySettings.class, all))
                .of(ORGANISATION)
                .orElseThrow();
    }

    void join(String name, String password) {
        tool("user", "create", name, password, "--mail-address=" + name + "@example.org", "--userou=OU=People");
    }

    /** Where the service has no rights. */
    void joinElsewhere(String name, String password) {
        tool("user", "create", name, password, "--mail-address=" + name + "@example.org");
    }

    /** As somebody does who helps. */
    void setPassword(String name, String password) {
        tool("user", "setpassword", name, "--newpassword=" + password);
    }

    @Override
    public void close() throws InterruptedException, IOException {
        List<ProcessHandle> workers = server.descendants().toList();
        server.destroy();
        server.waitFor(10, TimeUnit.SECONDS);
        workers.forEach(ProcessHandle::destroy);
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted((one, other) -> other.compareTo(one))
                    .forEach(file -> file.toFile().delete());
        }
    }

    private void provision() throws IOException, InterruptedException {
        run(
                "samba-tool",
                "domain",
                "provision",
                "--targetdir=" + folder,
                "--realm=EXAMPLE.TEST",
                "--domain=EXAMPLE",
                "--server-role=dc",
                "--use-rfc2307",
                "--dns-backend=NONE",
                "--host-name=dc1",
                "--host-ip=127.0.0.1",
                "--adminpass=The-domain-s-own-1",
                "--option=interfaces=lo",
                "--option=bind interfaces only=yes");
    }

    /** LDAP alone is started: nothing else of a domain is asked for. */
    private String content() {
        return """
                [global]
                netbios name = DC1
                realm = EXAMPLE.TEST
                workgroup = EXAMPLE
                server role = active directory domain controller
                server services = ldap
                dcerpc endpoint servers = none
                interfaces = 127.0.0.1
                bind interfaces only = yes
                private dir = FOLDER/private
                state directory = FOLDER/state
                cache directory = FOLDER/cache
                lock directory = FOLDER
                pid directory = FOLDER
                ncalrpc dir = FOLDER/ncalrpc
                binddns dir = FOLDER/bind-dns
                winbindd socket directory = FOLDER/winbindd
                ntp signd socket directory = FOLDER/ntp
                log file = FOLDER/samba.log
                tls certfile = CERTIFICATE
                tls keyfile = KEY
                tls cafile = CERTIFICATE
                old password allowed period = 0
                """.replace("FOLDER", folder.toString())
                .replace("CERTIFICATE", certificate.file().toString())
                .replace("KEY", key().toString());
    }

    /** The rules of the domain, and an account for the service that may do what it has to and nothing else. */
    private void order() throws IOException {
        Files.copy(certificate.key(), key());
        key().toFile().setReadable(false, false);
        key().toFile().setReadable(true, true);
        tool(
                "domain",
                "passwordsettings",
                "set",
                "--min-pwd-length=14",
                "--complexity=off",
                "--min-pwd-age=0",
                "--history-length=4",
                "--account-lockout-threshold=3",
                "--account-lockout-duration=30",
                "--reset-account-lockout-after=30");
        tool("ou", "create", PEOPLE);
        tool("user", "create", "account-access", SERVICE_PASSWORD);
        String sid = tool("user", "show", "account-access", "--attributes=objectSid")
                .replaceAll("(?s).*objectSid: (S-[0-9-]+).*", "$1");
        tool(
                "dsacl",
                "set",
                "--action=allow",
                "--objectdn=" + PEOPLE,
                "--sddl=" + RIGHTS.replace("USER", USER).replace("SID", sid));
    }

    private Path settings() {
        return folder.resolve("own.conf");
    }

    private Path key() {
        return folder.resolve("key.pem");
    }

    private String tool(String... arguments) {
        List<String> command = new ArrayList<>(List.of("samba-tool"));
        command.addAll(List.of(arguments));
        command.addAll(List.of(
                "-s",
                settings().toString(),
                "-H",
                folder.resolve("private/sam.ldb").toString()));
        try {
            return run(command.toArray(String[]::new));
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static boolean install() throws IOException, InterruptedException {
        return succeeds("apt-get", "update", "-q")
                && succeeds(
                        "apt-get",
                        "install",
                        "-q",
                        "-y",
                        "--no-install-recommends",
                        "samba",
                        "samba-ad-provision",
                        "samba-dsdb-modules",
                        "samba-vfs-modules",
                        "winbind")
                && isInstalled();
    }

    private static boolean isInstalled() {
        return Files.isExecutable(Path.of("/usr/sbin/samba")) && Files.isDirectory(Path.of("/usr/share/samba/setup"));
    }

    private static boolean isListening() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", LDAPS), 1_000);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    private static boolean succeeds(String... command) throws InterruptedException {
        try {
            ProcessBuilder install = new ProcessBuilder(command).redirectErrorStream(true);
            install.environment().put("DEBIAN_FRONTEND", "noninteractive");
            Process process = install.start();
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
