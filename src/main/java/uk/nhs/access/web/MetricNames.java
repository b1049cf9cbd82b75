package uk.nhs.access.web;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.stream.DoubleStream;

/**
 * Keeps what callers write out of the names of metrics: a path may hold anything, and each new one is a new series. And has
 * what takes time counted in steps, so that those of all replicas can be added up.
 */
class MetricNames {

    private static final Set<String> OF_THE_FRAMEWORK = Set.of("NOT_FOUND", "REDIRECTION", "UNKNOWN", "root");

    private static final Set<String> IN_STEPS = Set.of("http.server.requests", "access.deliveries");

    private static final DistributionStatisticConfig STEPS = DistributionStatisticConfig.builder()
            .serviceLevelObjectives(DoubleStream.of(0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
                    .map(seconds -> seconds * 1e9)
                    .toArray())
            .build();

    @Produces
    @Singleton
    MeterFilter knownPaths(AllowedMethods operations) {
        return MeterFilter.replaceTagValues("uri", path -> isKnown(path, operations) ? path : "OTHER");
    }

    @Produces
    @Singleton
    MeterFilter steps() {
        return new MeterFilter() {
            @Override
            public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
                return IN_STEPS.contains(id.getName()) ? STEPS.merge(config) : config;
            }
        };
    }

    private static boolean isKnown(String path, AllowedMethods operations) {
        return OF_THE_FRAMEWORK.contains(path) || path.startsWith("/q/health") || operations.isTemplate(path);
    }
}
