package uk.nhs.access.benchmark;

import java.util.Locale;

/**
 * One line of the table.
 *
 * @param rate requests in a second, the time until the last message has left included
 * @param p50 of the answer times, in milliseconds
 * @param serviceCpu milliseconds of CPU for each request
 * @param wal KiB that PostgreSQL writes ahead for each request
 * @param memory what one instance has in use afterwards, in MiB
 * @param drain seconds from the last answer until the last message had left
 * @param separate transactions in a second of the floor, or 0 where it was not measured
 */
record Measurement(
        Operation operation,
        int accounts,
        int connections,
        double rate,
        double p50,
        double p99,
        double drain,
        double serviceCpu,
        double databaseCpu,
        double wal,
        long memory,
        double separate,
        double single) {

    static final String HEAD =
            "operation,accounts,connections,requests_per_second,p50_ms,p99_ms,drain_s,service_cpu_ms,postgresql_cpu_ms,wal_kib,memory_mib,"
                    + "floor_a_per_second,floor_b_per_second,of_floor_a,of_floor_b";

    String csv() {
        return String.format(
                Locale.ROOT,
                "%s,%d,%d,%.0f,%.2f,%.2f,%.2f,%.3f,%.3f,%.2f,%d,%.0f,%.0f,%s,%s",
                operation.slug(),
                accounts,
                connections,
                rate,
                p50,
                p99,
                drain,
                serviceCpu,
                databaseCpu,
                wal,
                memory,
                separate,
                single,
                ratio(separate),
                ratio(single));
    }

    String markdown() {
        return String.format(
                Locale.ROOT,
                "| %s | %,d | %d | %.0f | %.1f | %.1f | %.2f | %.2f | %.1f | %d | %.0f | %s | %.0f | %s |",
                operation.words(),
                accounts,
                connections,
                rate,
                p50,
                p99,
                serviceCpu,
                databaseCpu,
                wal,
                memory,
                separate,
                ratio(separate),
                single,
                ratio(single));
    }

    private String ratio(double floor) {
        return floor == 0 ? "" : String.format(Locale.ROOT, "%.2f", rate / floor);
    }
}
