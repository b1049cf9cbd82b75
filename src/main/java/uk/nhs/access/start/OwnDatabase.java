package uk.nhs.access.start;

import io.smallrye.config.SmallRyeConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import uk.nhs.access.development.DevelopmentDatabase;

/** The database that a developer's start brings along, when none is configured. */
final class OwnDatabase {

    private static final int REFUSED = 1;
    private static final int SECONDS_TO_STOP = 30;
    private static final String REMEDY =
            "Set QUARKUS_DATASOURCE_JDBC_URL, _USERNAME and _PASSWORD to use a PostgreSQL of your own.";

    private OwnDatabase() {}

    /** Starts it, tells the service of it, and ends it once {@code stopped}, when the process ends. */
    static void startIfNeeded(SmallRyeConfig settings, CountDownLatch stopped) {
        boolean needed = settings.getProfiles().contains("dev")
                && settings.getOptionalValue("quarkus.datasource.jdbc.url", String.class)
                        .isEmpty();
        if (needed) {
            DevelopmentDatabase database = start(Path.of(settings.getValue("development.data", String.class)));
            database.settings().forEach(System::setProperty);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(database, stopped), "development-database"));
        }
    }

    private static DevelopmentDatabase start(Path data) {
        try {
            return DevelopmentDatabase.start(data);
        } catch (NoClassDefFoundError leftOut) {
            throw refuse("This build carries no database of its own.");
        } catch (IOException | RuntimeException failed) {
            throw refuse("The development database did not start: " + failed.getMessage());
        }
    }

    /** The processes of the service end side by side, so that this one has to wait until nothing needs the database. */
    private static void end(DevelopmentDatabase database, CountDownLatch stopped) {
        try {
            stopped.await(SECONDS_TO_STOP, TimeUnit.SECONDS);
            database.close();
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static IllegalStateException refuse(String why) {
        System.err.println(why + " " + REMEDY);
        System.exit(REFUSED);
        return new IllegalStateException(why);
    }
}
