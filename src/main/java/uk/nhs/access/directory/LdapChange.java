package uk.nhs.access.directory;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResultEntry;
import java.util.List;
import java.util.function.Function;
import uk.nhs.access.account.EmailAddress;

/** How one person is found, and changed; whatever happens comes to an {@link Outcome}. */
record LdapChange(LdapServer server, LdapPeople people) {

    /** What is done to somebody's entry. */
    interface Step {
        Outcome take(LDAPConnection connection, SearchResultEntry entry) throws LDAPException;
    }

    Outcome of(EmailAddress address, Function<LDAPException, Outcome> fault, Step step) {
        try {
            return server.talk(connection -> {
                List<SearchResultEntry> found = people.having(connection, address);
                return switch (found.size()) {
                    case 0 -> new Outcome.Absent();
                    case 1 -> take(step, fault, connection, found.get(0));
                    default -> new Outcome.Refused(Refusal.AMBIGUOUS);
                };
            });
        } catch (LDAPException failed) {
            return LdapFaults.outcome(failed);
        }
    }

    /**
     * Whether the password signs in the one person who has the address.
     *
     * @throws DirectoryUnreachable if the directory cannot say
     */
    boolean accepts(EmailAddress address, String password) {
        List<SearchResultEntry> found = ask(connection -> people.having(connection, address));
        if (found.size() != 1 || password.isEmpty()) {
            return false;
        }
        try {
            server.signIn(found.get(0).getDN(), password);
            return true;
        } catch (LDAPException failed) {
            return LdapFaults.isTheirs(failed);
        }
    }

    /** @throws DirectoryUnreachable if there is no answer */
    <T> T ask(LdapServer.Conversation<T> conversation) {
        try {
            return server.talk(conversation);
        } catch (LDAPException failed) {
            throw LdapFaults.unreachable(failed);
        }
    }

    /** A connection that is lost leaves with its failure, so that nobody uses it again. */
    private static Outcome take(
            Step step, Function<LDAPException, Outcome> fault, LDAPConnection connection, SearchResultEntry entry)
            throws LDAPException {
        try {
            return step.take(connection, entry);
        } catch (LDAPException failed) {
            if (!failed.getResultCode().isConnectionUsable()) {
                throw failed;
            }
            return fault.apply(failed);
        }
    }
}
