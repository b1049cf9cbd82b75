package uk.nhs.access.support;

import java.util.Arrays;

/** What is read at {@code /q/metrics}, in the text format of Prometheus. */
public final class Metrics {

    private Metrics() {}

    /**
     * What a metric stands at, over all of its series that have these labels.
     *
     * @param labels each as it is written, {@code name="value"}
     */
    public static double sum(String metrics, String name, String... labels) {
        return metrics.lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .filter(line -> Arrays.stream(labels).allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
