package uk.nhs.access.directory;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import uk.nhs.access.support.TestCertificate;

/**
 * A domain controller of Samba. It listens on 127.0.0.1 alone, keeps everything in one folder, and ends with the tests. Its
 * LDAP ports cannot be chosen.
 */
final class SambaServer implements AutoCloseable {

    static final int LDAPS = 636;

    final TestCertificate certificate = TestCertificate.of("localhost");
    private final Path folder;
    private Process process;

    /** One that has a domain, and does not listen yet. */
    SambaServer() throws IOException, InterruptedException {
        folder = Files.createTempDirectory("samba-");
        provision();
    }

    void start() throws IOException {
        process = new ProcessBuilder("samba", "-i", "-s", settings().toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.log").toFile())
                .start();
        Awaitility.await("the domain controller").atMost(30, TimeUnit.SECONDS).until(SambaServer::isListening);
    }

    /** Whether anybody does, at the port that it has to have. */
    static boolean isListening() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", LDAPS), 1_000);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    /** Has {@code samba-tool} do something to the domain, and returns what it says. */
    String tool(String... arguments) {
        List<String> command = new ArrayList<>(List.of("samba-tool"));
        command.addAll(List.of(arguments));
        command.addAll(List.of(
                "-s",
                settings().toString(),
                "-H",
                folder.resolve("private/sam.ldb").toString()));
        try {
            return Samba.run(command.toArray(String[]::new));
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() throws InterruptedException, IOException {
        List<ProcessHandle> workers = process.descendants().toList();
        process.destroy();
        process.waitFor(10, TimeUnit.SECONDS);
        workers.forEach(ProcessHandle::destroy);
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted((one, other) -> other.compareTo(one))
                    .forEach(file -> file.toFile().delete());
        }
    }

    private void provision() throws IOException, InterruptedException {
        Samba.run(
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
        Files.writeString(settings(), content());
        Files.copy(certificate.key(), key());
        key().toFile().setReadable(false, false);
        key().toFile().setReadable(true, true);
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

    private Path settings() {
        return folder.resolve("own.conf");
    }

    private Path key() {
        return folder.resolve("key.pem");
    }
}
