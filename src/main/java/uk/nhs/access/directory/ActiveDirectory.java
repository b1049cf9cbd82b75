package uk.nhs.access.directory;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.account.EmailAddress;

/**
 * Microsoft's Active Directory, or one that speaks as it does (MS-ADTS).
 *
 * <p>Each of its domain controllers numbers its own changes. A cursor names the controller that gave it, and another one,
 * or one that was restored, is asked for everybody.
 */
final class ActiveDirectory implements Directory {

    private static final String PASSWORD = "unicodePwd";
    private static final String PASSWORD_SET_AT = "pwdLastSet";
    private static final String LOCKED_SINCE = "lockoutTime";
    private static final String CHANGE = "uSNChanged";

    /** A computer is a user too (MS-ADSC). */
    private static final Filter PERSON = Filter.createANDFilter(
            Filter.createEqualityFilter("objectClass", "user"),
            Filter.createNOTFilter(Filter.createEqualityFilter("objectClass", "computer")));

    private final LdapPeople people;
    private final LdapChange change;

    ActiveDirectory(LdapServer server, DirectorySettings.Target target) {
        people = new LdapPeople(
                target.baseDn(), target.addressAttribute(), PERSON, List.of(PASSWORD_SET_AT, LOCKED_SINCE));
        change = new LdapChange(server, people);
    }

    @Override
    public Outcome setPassword(EmailAddress address, String password) {
        byte[] quoted = ("\"" + password + "\"").getBytes(StandardCharsets.UTF_16LE);
        Modification set = new Modification(ModificationType.REPLACE, PASSWORD, quoted);
        return change.of(address, LdapFaults::ofPassword, (connection, person) -> {
            connection.modify(person.getDN(), set);
            Entry changed = required(connection.getEntry(person.getDN(), PASSWORD_SET_AT));
            return new Outcome.Done(DirectoryTime.ofTicks(changed.getAttributeValueAsLong(PASSWORD_SET_AT))
                    .orElse(null));
        });
    }

    @Override
    public Outcome unlock(EmailAddress address) {
        Modification lift = new Modification(ModificationType.REPLACE, LOCKED_SINCE, "0");
        return change.of(address, LdapFaults::outcome, (connection, person) -> {
            connection.modify(person.getDN(), lift);
            return new Outcome.Done(null);
        });
    }

    @Override
    public boolean accepts(EmailAddress address, String password) {
        return change.accepts(address, password);
    }

    @Override
    public Changes changesSince(@Nullable String cursor) {
        return change.ask(connection -> {
            Position present = Position.of(connection);
            Optional<Position> before = Position.parse(cursor).filter(present::goesOnFrom);
            Optional<Filter> since = before.map(
                    position -> Filter.createGreaterOrEqualFilter(CHANGE, Long.toString(position.change() + 1)));
            List<DirectoryEntry> entries = people.all(connection, since).stream()
                    .flatMap(entry -> entry(entry).stream())
                    .toList();
            return new Changes(entries, present.toString(), before.isEmpty());
        });
    }

    private Optional<DirectoryEntry> entry(SearchResultEntry entry) {
        return people.address(entry)
                .map(address -> new DirectoryEntry(
                        address,
                        DirectoryTime.ofTicks(entry.getAttributeValueAsLong(PASSWORD_SET_AT))
                                .orElse(null),
                        DirectoryTime.ofTicks(entry.getAttributeValueAsLong(LOCKED_SINCE))
                                .orElse(null)));
    }

    private static Entry required(@Nullable Entry entry) throws LDAPException {
        if (entry == null) {
            throw new LDAPException(ResultCode.NO_SUCH_OBJECT);
        }
        return entry;
    }

    /**
     * How far the changes of a domain controller have come.
     *
     * @param controller its invocation id, which it changes when it is restored
     */
    private record Position(String controller, long change) {

        static Position of(LDAPConnection connection) throws LDAPException {
            Entry root = required(connection.getRootDSE());
            Entry settings = required(connection.getEntry(root.getAttributeValue("dsServiceName"), "invocationId"));
            Long change = root.getAttributeValueAsLong("highestCommittedUSN");
            byte[] controller = settings.getAttributeValueBytes("invocationId");
            if (change == null || controller == null) {
                throw new LDAPException(ResultCode.NO_SUCH_ATTRIBUTE);
            }
            return new Position(HexFormat.of().formatHex(controller), change);
        }

        static Optional<Position> parse(@Nullable String cursor) {
            return Optional.ofNullable(cursor)
                    .map(text -> text.split(":"))
                    .map(parts -> new Position(parts[0], Long.parseLong(parts[1])));
        }

        boolean goesOnFrom(Position before) {
            return controller.equals(before.controller) && change >= before.change;
        }

        @Override
        public String toString() {
            return controller + ":" + change;
        }
    }
}
