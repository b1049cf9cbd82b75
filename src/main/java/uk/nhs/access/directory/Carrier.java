package uk.nhs.access.directory;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import uk.nhs.access.account.OdsCode;
import uk.nhs.access.crypto.Sealed;
import uk.nhs.access.crypto.Sealer;
import uk.nhs.access.crypto.TemporaryPassword;

/**
 * Hands one change to its directory, and counts what that answers as {@code access_carried_changes_total}. No transaction is
 * open meanwhile.
 */
@Startup // what is counted begins at 0, so that the first one is seen as an increase
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
        for (OdsCode organisation : directories.organisations()) {
            Stream.of(Outcome.class.getPermittedSubclasses()).forEach(kind -> counted(organisation, kind, 0));
        }
    }

    Outcome carry(Carriage carriage) {
        Outcome outcome = attempt(carriage);
        counted(carriage.organisation(), outcome.getClass(), 1);
        return outcome;
    }

    private void counted(OdsCode organisation, Class<?> kind, int more) {
        String answer = kind.getSimpleName().toUpperCase(Locale.ROOT);
        metrics.counter("access.carried.changes", "organisation", organisation.value(), "answer", answer)
                .increment(more);
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
