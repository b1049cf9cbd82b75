package uk.nhs.access.directory;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import org.jboss.logging.Logger;
import uk.nhs.access.crypto.Sealed;
import uk.nhs.access.crypto.Sealer;
import uk.nhs.access.crypto.TemporaryPassword;

/**
 * Hands one change to its directory, and counts what that answers as {@code access_carried_changes_total}. No transaction is
 * open meanwhile.
 */
@Singleton
class Carrier {

    private static final Logger LOG = Logger.getLogger(Carrier.class);

    private final Directories directories;
    private final Sealer sealer;
    private final MeterRegistry metrics;

    Carrier(Directories directories, Sealer sealer, MeterRegistry metrics) {
        this.directories = directories;
        this.sealer = sealer;
        this.metrics = metrics;
    }

    Outcome carry(Carriage carriage) {
        Outcome outcome = attempt(carriage);
        String kind = outcome.getClass().getSimpleName().toUpperCase(Locale.ROOT);
        metrics.counter(
                        "access.carried.changes",
                        "organisation",
                        carriage.organisation().value(),
                        "answer",
                        kind)
                .increment();
        return outcome;
    }

    private Outcome attempt(Carriage carriage) {
        try {
            return directories
                    .of(carriage.organisation())
                    .map(directory -> attempt(directory, carriage))
                    .orElseGet(() -> new Outcome.Unreachable("Its directory is not in the settings any more"));
        } catch (RuntimeException broken) {
            LOG.errorf(broken, "Change %s cannot be carried", carriage.change());
            return new Outcome.Unreachable(broken.getClass().getSimpleName());
        }
    }

    private Outcome attempt(Directory directory, Carriage carriage) {
        return switch (carriage.errand()) {
            case UNLOCK -> directory.unlock(carriage.address());
            case PASSWORD -> directory.setPassword(carriage.address(), open(carriage));
            case REVOCATION ->
                directory.setPassword(
                        carriage.address(), TemporaryPassword.unknown().value());
        };
    }

    private String open(Carriage carriage) {
        Sealed password = Optional.ofNullable(carriage.password()).orElseThrow();
        return sealer.open(carriage.change(), password);
    }
}
