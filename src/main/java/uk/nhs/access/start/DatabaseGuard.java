package uk.nhs.access.start;

import io.smallrye.config.SmallRyeConfig;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** That a database on another machine proves who it is. Its address may hold a password, and none of it is repeated. */
final class DatabaseGuard {

    private static final String URL = "quarkus.datasource.jdbc.url";
    private static final String BESIDE_THE_URL = "quarkus.datasource.jdbc.additional-jdbc-properties.";

    /** Those of the driver's factories that look at certificates; {@code NonValidatingFactory} is one that does not. */
    private static final Set<String> LOOKING = Set.of(
            "org.postgresql.ssl.LibPQFactory",
            "org.postgresql.ssl.DefaultJavaSSLFactory",
            "org.postgresql.ssl.SingleCertValidatingFactory");

    private DatabaseGuard() {}

    static Stream<String> faults(SmallRyeConfig settings) {
        return settings
                .getOptionalValue(URL, String.class)
                .map(String::strip)
                .filter(url -> !url.isEmpty())
                .flatMap(url -> fault(Driver.parseURL(url, besideTheUrl(settings))))
                .map(fault -> ProductionGuard.refused(
                        URL, fault, "all that the database holds could be read and changed on the way"))
                .stream();
    }

    /** What the driver is told elsewhere; what the address says goes before it. */
    private static Properties besideTheUrl(SmallRyeConfig settings) {
        Properties told = new Properties();
        for (PGProperty property : Set.of(PGProperty.SSL_FACTORY, PGProperty.SSL_HOSTNAME_VERIFIER)) {
            settings.getOptionalValue(BESIDE_THE_URL + property.getName(), String.class)
                    .ifPresent(value -> property.set(told, value));
        }
        return told;
    }

    /** @param read what the driver makes of it, which is nothing where it is no address of PostgreSQL's */
    private static Optional<String> fault(@Nullable Properties read) {
        if (read != null && isOnThisMachine(read)) {
            return Optional.empty();
        }
        if (read == null || !"verify-full".equalsIgnoreCase(PGProperty.SSL_MODE.getOrDefault(read))) {
            return Optional.of("without sslmode=verify-full");
        }
        return isLookedAt(read)
                ? Optional.empty()
                : Optional.of("with an sslfactory or sslhostnameverifier of its own");
    }

    private static boolean isLookedAt(Properties read) {
        return PGProperty.SSL_HOSTNAME_VERIFIER.getOrDefault(read) == null
                && Optional.ofNullable(PGProperty.SSL_FACTORY.getOrDefault(read))
                        .map(LOOKING::contains)
                        .orElse(true);
    }

    /** With commas between its hosts, and without any it is this machine. */
    private static boolean isOnThisMachine(Properties read) {
        return Stream.of(PGProperty.PG_HOST.getOrDefault(read).split(","))
                .allMatch(host -> host.isEmpty() || SafetyGuard.THIS_MACHINE.contains(host));
    }
}
