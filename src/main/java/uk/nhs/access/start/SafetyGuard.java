package uk.nhs.access.start;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfig;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Values that a desk may have and production may not: the owner needs time to object, and nothing travels in clear.
 *
 * <p>What stays on this machine does not travel: a mail relay or a proxy beside the service may add the TLS, and so may one
 * before the database.
 */
final class SafetyGuard {

    static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private static final Duration LEAST_HOLD = Duration.ofHours(24);

    /** A setting whose value may not be unsafe. What cannot be read is not safe. */
    private record Bound(String setting, Predicate<String> safe, String why) {

        Stream<String> faults(SmallRyeConfig settings) {
            return settings
                    .getOptionalValue(setting, String.class)
                    .map(String::strip)
                    .filter(value -> !value.isEmpty() && !safe.test(value))
                    .map(value -> ProductionGuard.refused(setting, value, why))
                    .stream();
        }
    }

    private static final List<Bound> BOUNDS = List.of(
            new Bound(
                    "phone-change.hold",
                    SafetyGuard::isLongEnough,
                    "the owner must have at least 24 hours to stop a change"),
            new Bound(
                    "phone-change.cancel-page",
                    SafetyGuard::isSecure,
                    "it must begin with https, or cancel links travel in clear"),
            new Bound(
                    "notice.notify.url",
                    url -> isSecure(url) || isOnThisMachine(url),
                    "it must begin with https, or texts travel in clear"));

    private static final Bound START_TLS = new Bound(
            "quarkus.mailer.start-tls",
            value -> value.equalsIgnoreCase("REQUIRED"),
            "without QUARKUS_MAILER_TLS e-mails could travel in clear");

    /** The address of a directory, whatever the organisation. */
    private static final Pattern DIRECTORY = Pattern.compile("(?i)directory[._]targets[._]+.+[._]+url");

    private SafetyGuard() {}

    static Stream<String> faults(SmallRyeConfig settings) {
        return Stream.of(
                        BOUNDS.stream().flatMap(bound -> bound.faults(settings)),
                        START_TLS.faults(settings).filter(fault -> !isMailSafe(settings)),
                        DatabaseGuard.faults(settings),
                        directories(settings).flatMap(bound -> bound.faults(settings)))
                .flatMap(faults -> faults)
                .distinct();
    }

    private static Stream<Bound> directories(SmallRyeConfig settings) {
        return StreamSupport.stream(settings.getPropertyNames().spliterator(), false)
                .filter(name -> DIRECTORY.matcher(name).matches())
                .map(name -> new Bound(
                        name,
                        url -> isLdaps(url) || isOnThisMachine(url),
                        "it must begin with ldaps, or passwords travel in clear"));
    }

    private static boolean isLdaps(String url) {
        return url.toLowerCase(Locale.ROOT).startsWith("ldaps://");
    }

    private static boolean isMailSafe(SmallRyeConfig settings) {
        return ProductionGuard.has(settings, "quarkus.mailer.tls", "true")
                || settings.getOptionalValue("quarkus.mailer.host", String.class)
                        .filter(host -> THIS_MACHINE.contains(host.strip()))
                        .isPresent();
    }

    private static boolean isLongEnough(String hold) {
        try {
            return DurationConverter.parseDuration(hold).compareTo(LEAST_HOLD) >= 0;
        } catch (IllegalArgumentException noDuration) {
            return false;
        }
    }

    private static boolean isSecure(String url) {
        return url.toLowerCase(Locale.ROOT).startsWith("https://");
    }

    private static boolean isOnThisMachine(String url) {
        try {
            return Optional.ofNullable(URI.create(url).getHost())
                    .filter(THIS_MACHINE::contains)
                    .isPresent();
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }
}
