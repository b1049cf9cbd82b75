package uk.nhs.access.web;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.Set;

/** Tells a database that is away or overloaded, which passes, from a fault of ours, which does not. */
final class Outage {

    /** SQLSTATE classes: connection, insufficient resources, lock not available, operator intervention, rollback. */
    private static final Set<String> PASSING = Set.of("08", "53", "55", "57", "40");

    private Outage() {}

    static boolean isOne(Throwable failure) {
        if (!(failure instanceof SQLException sql)) {
            return false;
        }
        String state = sql.getSQLState();
        return sql instanceof SQLTimeoutException
                || isPoolExhausted(sql)
                || state != null && state.length() == 5 && PASSING.contains(state.substring(0, 2));
    }

    /** The pool has no type or state of its own for «no connection came free in time». */
    private static boolean isPoolExhausted(SQLException failure) {
        String message = failure.getMessage();
        return message != null && message.contains("acquisition timeout");
    }
}
