package uk.nhs.access.benchmark;

import java.util.List;

/** How much room rows take, with their indexes. */
final class Growth {

    private static final List<String> TABLES = List.of(
            "account", "account_email", "verification_code", "verification", "message", "history_entry", "send_limit");

    private Growth() {}

    static void report(Database database, Report report) {
        for (String table : TABLES) {
            long rows = database.number("select count(*) from " + table);
            long all = database.number("select pg_total_relation_size('" + table + "')");
            long indexes = database.number("select pg_indexes_size('" + table + "')");
            report.note("%s: %d rows of %d bytes, of which %d are in indexes"
                    .formatted(table, rows, all / Math.max(rows, 1), indexes / Math.max(rows, 1)));
        }
    }
}
