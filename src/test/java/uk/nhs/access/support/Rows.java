package uk.nhs.access.support;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** What is in the database, asked in SQL. */
public final class Rows {

    private Rows() {}

    /** How one column of the present row is read. */
    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** The first column of each row. */
    public static List<String> texts(String sql, Object... parameters) {
        return read(row -> row.getString(1), sql, parameters);
    }

    /** Changes what no operation changes. */
    public static void change(String sql, Object... parameters) {
        try (Connection database = TestDatabase.connect();
                PreparedStatement change = database.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                change.setObject(i + 1, parameters[i]);
            }
            change.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Keeps the rows that {@code sql} locks, until the connection is rolled back or closed. */
    public static Connection hold(String sql, Object... parameters) throws SQLException {
        Connection database = TestDatabase.connect();
        database.setAutoCommit(false);
        try (PreparedStatement lock = database.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                lock.setObject(i + 1, parameters[i]);
            }
            lock.execute();
        }
        return database;
    }

    public static String text(String sql, Object... parameters) {
        return texts(sql, parameters).get(0);
    }

    public static Instant instant(String sql, Object... parameters) {
        return read(row -> row.getObject(1, OffsetDateTime.class), sql, parameters)
                .get(0)
                .toInstant();
    }

    public static long count(String sql, Object... parameters) {
        return Long.parseLong(text(sql, parameters));
    }

    /** What the history says happened to the account, in order. */
    public static List<String> history(Person person) {
        return texts("select event from history_entry where account_id = ? order by happened_at, id", person.account());
    }

    private static <T> List<T> read(Reading<T> reading, String sql, Object... parameters) {
        try (Connection database = TestDatabase.connect();
                PreparedStatement select = database.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setObject(i + 1, parameters[i]);
            }
            List<T> all = new ArrayList<>();
            ResultSet rows = select.executeQuery();
            while (rows.next()) {
                all.add(reading.of(rows));
            }
            return all;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
