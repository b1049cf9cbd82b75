package uk.nhs.access.development;

import java.util.Optional;
import java.util.function.Supplier;

/** Waits a little for what must be there any moment. */
final class Patience {

    private static final int LOOKS = 50;
    private static final int MILLISECONDS_BETWEEN = 100;

    private Patience() {}

    static <T> Optional<T> until(Supplier<Optional<T>> look) {
        Optional<T> found = look.get();
        for (int looks = 1; found.isEmpty() && looks < LOOKS; looks++) {
            try {
                Thread.sleep(MILLISECONDS_BETWEEN);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return found;
            }
            found = look.get();
        }
        return found;
    }
}
