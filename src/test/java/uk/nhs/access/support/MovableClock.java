package uk.nhs.access.support;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Moves the clock that decides, which is the database's, for all instances of the service at once. */
public final class MovableClock {

    private static final String MAKE_MOVABLE = """
            create schema if not exists support;
            create table if not exists support.moved_clock (ahead interval not null, stopped_at timestamptz);
            insert into support.moved_clock select interval '0' where not exists (select from support.moved_clock);
            create or replace function db_now() returns timestamptz
                language sql volatile
                as 'select coalesce(stopped_at, clock_timestamp() + ahead) from support.moved_clock';
            """;

    private MovableClock() {}

    /** Puts the clock forward. Nothing puts it back, as no time ever comes back. */
    public static synchronized void advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("Time does not go back: " + by);
        }
        move("ahead = ahead + ?::interval", by.toString());
    }

    /** Stops the clock at an instant that is still to come, so that a test can stand exactly on a boundary. */
    public static synchronized void stopAt(Instant instant) {
        if (instant.isBefore(now())) {
            throw new IllegalArgumentException("Time does not go back: " + instant);
        }
        move("stopped_at = ?::timestamptz", instant.toString());
    }

    /** Lets the clock go on from where it was stopped. */
    public static synchronized void goOn() {
        move(
                "ahead = case when stopped_at > clock_timestamp() + ahead then stopped_at - clock_timestamp() else ahead end,"
                        + " stopped_at = null where ? = ''",
                "");
    }

    private static void move(String change, String to) {
        try (Connection database = TestDatabase.connect()) {
            makeMovable(database);
            try (PreparedStatement move = database.prepareStatement("update support.moved_clock set " + change)) {
                move.setString(1, to);
                move.executeUpdate();
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** What the service takes for the present. */
    public static Instant now() {
        try (Connection database = TestDatabase.connect();
                Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("select db_now()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Done at the first move only, because the migrations create the function that it replaces. */
    private static void makeMovable(Connection database) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("select to_regclass('support.moved_clock') is not null")) {
            row.next();
            if (row.getBoolean(1)) {
                return;
            }
        }
        try (Statement statement = database.createStatement()) {
            statement.execute(MAKE_MOVABLE);
        }
    }
}
