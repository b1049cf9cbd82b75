package uk.nhs.access.start;

import io.smallrye.config.SmallRyeConfig;
import java.util.Optional;

/** Ends the service with the Maven that started it: told to end, or killed, Maven does not pass it on. */
final class ParentWatch {

    private static final int MILLISECONDS_BETWEEN_LOOKS = 300;

    private ParentWatch() {}

    static void startIfAsked(SmallRyeConfig settings) {
        if (settings.getOptionalValue("development.end-with-parent", Boolean.class)
                .orElse(false)) {
            Optional<ProcessHandle> parent = ProcessHandle.current().parent();
            Thread watch = new Thread(() -> endWith(parent), "parent-watch");
            watch.setDaemon(true);
            watch.start();
        }
    }

    /** Waiting for the parent's own end would be too long a wait where nobody collects the dead. */
    private static void endWith(Optional<ProcessHandle> parent) {
        try {
            while (ProcessHandle.current().parent().equals(parent)) {
                Thread.sleep(MILLISECONDS_BETWEEN_LOOKS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        System.exit(0);
    }
}
