package uk.nhs.access.directory;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.ExtendedResult;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.RootDSE;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.extensions.PasswordModifyExtendedRequest;
import com.unboundid.util.StaticUtils;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.account.EmailAddress;

/**
 * A directory that keeps passwords as draft-behera-ldap-password-policy says, such as OpenLDAP with its policy overlay.
 *
 * <p>It does not number its changes: a cursor is the time of the last one that was seen, by the directory's clock. What
 * was changed a little before that is read again, because changes need not show in the order of their times. A lock is no
 * change to some, so that everybody who is locked is read each time.
 */
final class PlainLdap implements Directory {

    private static final String PASSWORD = "userPassword";
    private static final String PASSWORD_SET_AT = "pwdChangedTime";
    private static final String LOCKED_SINCE = "pwdAccountLockedTime";
    private static final String CHANGED_AT = "modifyTimestamp";
    private static final Filter PERSON = Filter.createEqualityFilter("objectClass", "person");
    private static final Duration OVERLAP = Duration.ofMinutes(5);

    private final LdapPeople people;
    private final LdapChange change;

    PlainLdap(LdapServer server, DirectorySettings.Target target) {
        people = new LdapPeople(
                target.baseDn(), target.addressAttribute(), PERSON, List.of(PASSWORD_SET_AT, LOCKED_SINCE, CHANGED_AT));
        change = new LdapChange(server, people);
    }

    @Override
    public Outcome setPassword(EmailAddress address, String password) {
        Outcome set = change.of(address, LdapFaults::ofPassword, (connection, person) -> {
            set(connection, person.getDN(), password);
            return done(connection, person.getDN());
        });
        return new Outcome.Refused(Refusal.PASSWORD_POLICY).equals(set) && isSetAlready(address, password)
                ? change.of(address, LdapFaults::outcome, (connection, person) -> done(connection, person.getDN()))
                : set;
    }

    @Override
    public Outcome unlock(EmailAddress address) {
        return change.of(address, LdapFaults::outcome, (connection, person) -> {
            if (person.hasAttribute(LOCKED_SINCE)) {
                connection.modify(person.getDN(), new Modification(ModificationType.DELETE, LOCKED_SINCE));
            }
            return new Outcome.Done(null);
        });
    }

    @Override
    public boolean accepts(EmailAddress address, String password) {
        return change.accepts(address, password);
    }

    @Override
    public Changes changesSince(@Nullable String cursor) {
        Optional<Instant> before = Optional.ofNullable(cursor).map(Instant::parse);
        List<SearchResultEntry> found = change.ask(connection -> people.all(connection, before.map(PlainLdap::since)));
        Instant last = found.stream()
                .flatMap(entry -> time(entry, CHANGED_AT).stream())
                .max(Comparator.naturalOrder())
                .filter(latest -> latest.isAfter(before.orElse(Instant.MIN)))
                .orElse(before.orElse(Instant.EPOCH));
        List<DirectoryEntry> entries =
                found.stream().flatMap(entry -> entry(entry).stream()).toList();
        return new Changes(entries, last.toString(), before.isEmpty());
    }

    /** By the operation that is meant for it (RFC 3062), where there is one: it hashes, and keeps the policy. */
    private static void set(LDAPConnection connection, String dn, String password) throws LDAPException {
        RootDSE root = connection.getRootDSE();
        if (root == null
                || !root.supportsExtendedOperation(PasswordModifyExtendedRequest.PASSWORD_MODIFY_REQUEST_OID)) {
            connection.modify(dn, new Modification(ModificationType.REPLACE, PASSWORD, password));
            return;
        }
        ExtendedResult result =
                connection.processExtendedOperation(new PasswordModifyExtendedRequest(dn, null, password));
        if (!ResultCode.SUCCESS.equals(result.getResultCode())) {
            throw new LDAPException(result);
        }
    }

    private static Outcome done(LDAPConnection connection, String dn) throws LDAPException {
        Entry changed = connection.getEntry(dn, PASSWORD_SET_AT);
        return changed == null
                ? new Outcome.Absent()
                : new Outcome.Done(time(changed, PASSWORD_SET_AT).orElse(null));
    }

    /** By a try whose answer was lost: some refuse the present password, as one of the last. */
    private boolean isSetAlready(EmailAddress address, String password) {
        try {
            return change.accepts(address, password);
        } catch (DirectoryUnreachable away) {
            return false;
        }
    }

    private static Filter since(Instant before) {
        String from = StaticUtils.encodeGeneralizedTime(Date.from(before.minus(OVERLAP)));
        return Filter.createORFilter(
                Filter.createGreaterOrEqualFilter(CHANGED_AT, from), Filter.createPresenceFilter(LOCKED_SINCE));
    }

    private Optional<DirectoryEntry> entry(SearchResultEntry entry) {
        return people.address(entry)
                .map(address -> new DirectoryEntry(
                        address,
                        time(entry, PASSWORD_SET_AT).orElse(null),
                        time(entry, LOCKED_SINCE).orElse(null)));
    }

    private static Optional<Instant> time(Entry entry, String attribute) {
        return DirectoryTime.ofText(entry.getAttributeValue(attribute));
    }
}
