package uk.nhs.access.web;

import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;

/** Keeps what callers write out of the names of metrics: a path may hold anything, and each new one is a new series. */
class MetricNames {

    private static final Set<String> OF_THE_FRAMEWORK = Set.of("NOT_FOUND", "REDIRECTION", "UNKNOWN", "root");

    @Produces
    @Singleton
    MeterFilter knownPaths(AllowedMethods operations) {
        return MeterFilter.replaceTagValues("uri", path -> isKnown(path, operations) ? path : "OTHER");
    }

    private static boolean isKnown(String path, AllowedMethods operations) {
        return OF_THE_FRAMEWORK.contains(path) || path.startsWith("/q/health") || operations.isTemplate(path);
    }
}
