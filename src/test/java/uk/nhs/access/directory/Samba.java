package uk.nhs.access.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The programs of Samba, as Debian packages them. */
final class Samba {

    private Samba() {}

    /** Whether they are here, or could be had. */
    static boolean isAtHand() throws InterruptedException {
        return isInstalled() || install();
    }

    /** What a program says that must succeed. */
    static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private static boolean install() throws InterruptedException {
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
}
