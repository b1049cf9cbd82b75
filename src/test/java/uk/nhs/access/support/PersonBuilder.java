package uk.nhs.access.support;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.account.DisabledBecause;
import uk.nhs.access.account.LockedBecause;
import uk.nhs.access.crypto.Rings;

/** An account in the making. */
public final class PersonBuilder {

    private final long number = next();
    private @Nullable String mobile = mobile(number);
    private int addresses = 1;
    private String name = "Robin Marlowe " + number;
    private @Nullable String organisation;
    private @Nullable DisabledBecause disabled;
    private @Nullable LockedBecause locked;
    private @Nullable String password;
    private Duration passwordAge = Duration.ZERO;
    private boolean questions;

    private PersonBuilder() {}

    static PersonBuilder person() {
        return new PersonBuilder();
    }

    static String freshMobile() {
        return mobile(next());
    }

    public PersonBuilder mobile(String e164) {
        mobile = e164;
        return this;
    }

    public PersonBuilder noMobile() {
        mobile = null;
        return this;
    }

    public PersonBuilder addresses(int howMany) {
        addresses = howMany;
        return this;
    }

    public PersonBuilder name(String displayed) {
        name = displayed;
        return this;
    }

    public PersonBuilder organisation(String ods) {
        organisation = ods;
        return this;
    }

    public PersonBuilder disabled() {
        return disabled(DisabledBecause.BY_SERVICE);
    }

    public PersonBuilder disabled(DisabledBecause reason) {
        disabled = reason;
        return this;
    }

    public PersonBuilder locked(LockedBecause reason) {
        locked = reason;
        return this;
    }

    /** With a password that was set just now. */
    public PersonBuilder password(String text) {
        return password(text, Duration.ZERO);
    }

    public PersonBuilder password(String text, Duration age) {
        password = text;
        passwordAge = age;
        return this;
    }

    /** With the security questions {@link QuestionApi#some()}, without having been told so. */
    public PersonBuilder questions() {
        questions = true;
        return this;
    }

    public Person open() {
        List<String> emails = IntStream.range(0, addresses)
                .mapToObj(position -> "person" + number + "." + position + "@example.org")
                .toList();
        Person person = new Person(UUID.randomUUID(), "person-" + number, name, mobile, emails);
        try (Connection database = TestDatabase.connect()) {
            database.setAutoCommit(false);
            insert(database, person);
            database.commit();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return person;
    }

    private void insert(Connection database, Person person) throws SQLException {
        try (PreparedStatement account = database.prepareStatement(
                "insert into account (id, issuer, subject, name, organisation, mobile, disabled_because, locked_because,"
                        + " locked_at) values (?, ?, ?, ?, ?, ?, ?, ?, case when ? then db_now() end)")) {
            account.setObject(1, person.account());
            account.setString(2, TestTokens.ISSUER);
            account.setString(3, person.subject());
            account.setString(4, person.name());
            account.setString(5, organisation);
            account.setString(6, person.mobile());
            account.setString(7, text(disabled));
            account.setString(8, text(locked));
            account.setBoolean(9, locked != null);
            account.executeUpdate();
        }
        try (PreparedStatement email = database.prepareStatement(
                "insert into account_email (account_id, position, address) values (?, ?, ?)")) {
            for (int position = 0; position < person.addresses().size(); position++) {
                email.setObject(1, person.account());
                email.setInt(2, position);
                email.setString(3, person.addresses().get(position));
                email.executeUpdate();
            }
        }
        if (password != null) {
            insertPassword(database, person, Rings.slowHashes().hash("password", password));
        }
        if (questions) {
            QuestionRows.insert(database, person);
        }
    }

    private void insertPassword(Connection database, Person person, String hash) throws SQLException {
        try (PreparedStatement insert = database.prepareStatement("""
                with present as (
                    insert into password (account_id, hash, set_at, language)
                    values (?, ?, db_now() - cast(? as interval), 'ENGLISH')
                    returning account_id, hash, set_at)
                insert into past_password (id, account_id, hash, set_at)
                select gen_random_uuid(), account_id, hash, set_at from present
                """)) {
            insert.setObject(1, person.account());
            insert.setString(2, hash);
            insert.setString(3, passwordAge.toString());
            insert.executeUpdate();
        }
    }

    private static @Nullable String text(@Nullable Enum<?> reason) {
        return reason == null ? null : reason.name();
    }

    private static String mobile(long number) {
        return "+447400%06d".formatted(number);
    }

    private static synchronized long next() {
        try (Connection database = TestDatabase.connect();
                Statement statement = database.createStatement()) {
            statement.execute("create schema if not exists support; create sequence if not exists support.person");
            try (ResultSet row = statement.executeQuery("select nextval('support.person')")) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
