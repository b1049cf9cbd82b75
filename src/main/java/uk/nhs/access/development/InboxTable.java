package uk.nhs.access.development;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import uk.nhs.access.channel.Channel;

/** Where the inbox keeps its messages: a table apart, for all replicas, that production never has. */
@Singleton
class InboxTable {

    /** The lock is for replicas that start at the same moment. */
    private static final String CREATE = """
            select pg_advisory_xact_lock(hashtext('development.inbox'));
            create schema if not exists development;
            create table if not exists development.inbox (
                reference uuid        not null primary key,
                channel   text        not null,
                recipient text        not null,
                subject   text,
                text      text        not null,
                html      text,
                at        timestamptz not null default clock_timestamp()
            );
            """;

    private static final String ADD = """
            insert into development.inbox (reference, channel, recipient, subject, text, html)
            values (?, ?, ?, ?, ?, ?)
            on conflict (reference) do nothing
            """;

    private static final String FIND = """
            select reference, channel, recipient, subject, text, html, at from development.inbox
            where (?::text is null or lower(recipient) = lower(?)) and (?::text is null or channel = ?)
            order by at desc
            limit 200
            """;

    private final DataSource database;

    InboxTable(DataSource database) {
        this.database = database;
    }

    void create() {
        run(CREATE);
    }

    void clear() {
        run("delete from development.inbox");
    }

    /** Adds a message, unless it is there already: messages leave at least once, not just once. */
    void add(UUID reference, Channel channel, String to, String text, String... subjectAndHtml) {
        try (Connection connection = database.getConnection();
                PreparedStatement add = connection.prepareStatement(ADD)) {
            add.setObject(1, reference);
            add.setString(2, channel.name());
            add.setString(3, to);
            add.setString(4, subjectAndHtml.length == 0 ? null : subjectAndHtml[0]);
            add.setString(5, text);
            add.setString(6, subjectAndHtml.length == 0 ? null : subjectAndHtml[1]);
            add.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The newest messages, the newest first. */
    List<InboxMessage> find(InboxFilter filter) {
        try (Connection connection = database.getConnection();
                PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setString(1, filter.to());
            find.setString(2, filter.to());
            find.setString(3, filter.channel());
            find.setString(4, filter.channel());
            List<InboxMessage> messages = new ArrayList<>();
            try (ResultSet row = find.executeQuery()) {
                while (row.next()) {
                    messages.add(message(row));
                }
            }
            return messages;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static InboxMessage message(ResultSet row) throws SQLException {
        return new InboxMessage(
                row.getObject("reference", UUID.class),
                Channel.valueOf(row.getString("channel")),
                row.getString("recipient"),
                row.getString("subject"),
                row.getString("text"),
                row.getString("html"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private void run(String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(sql);
            connection.commit();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
