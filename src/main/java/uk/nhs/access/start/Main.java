package uk.nhs.access.start;

import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.smallrye.config.SmallRyeConfig;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;

/** Where the service starts. */
@QuarkusMain
public class Main {

    private static final int REFUSED = 1;

    public static void main(String... arguments) {
        SmallRyeConfig settings = StartSettings.read();
        List<String> faults = ProductionGuard.faults(settings);
        if (!faults.isEmpty()) {
            faults.forEach(System.err::println);
            System.exit(REFUSED);
        }
        if (StartSettings.areOfProduction(settings)) {
            JsonLog.start();
        }
        ParentWatch.startIfAsked(settings);
        CountDownLatch stopped = new CountDownLatch(1);
        OwnDatabase.startIfNeeded(settings, stopped);
        announce(stopped);
        Quarkus.run(Service.class, arguments);
    }

    /** A handler that is handed to {@code run} would also have to log why a start failed; this one need not. */
    private static void announce(CountDownLatch stopped) {
        BiConsumer<Integer, Throwable> end = ApplicationLifecycleManager.getDefaultExitCodeHandler();
        ApplicationLifecycleManager.setDefaultExitCodeHandler((status, cause) -> {
            stopped.countDown();
            end.accept(status, cause);
        });
    }
}
