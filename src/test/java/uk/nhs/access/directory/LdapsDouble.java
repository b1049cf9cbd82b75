package uk.nhs.access.directory;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.OperationType;
import com.unboundid.ldap.sdk.SearchScope;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.support.TestCertificate;

/** A server of LDAPS in this process, which knows nobody at first but the service, and does not listen before it is up. */
final class LdapsDouble implements AutoCloseable {

    private final InMemoryDirectoryServer server;

    /** @param port where it listens, or 0 for any */
    LdapsDouble(int port, TestCertificate certificate, InMemoryOperationInterceptor... rules) {
        try {
            InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(DirectoryDouble.BASE);
            config.setSchema(null);
            config.addAdditionalBindCredentials(DirectoryDouble.SERVICE, DirectoryDouble.SERVICE_PASSWORD);
            config.setAuthenticationRequiredOperationTypes(EnumSet.complementOf(EnumSet.of(OperationType.BIND)));
            List.of(rules).forEach(config::addInMemoryOperationInterceptor);
            config.setListenerConfigs(InMemoryListenerConfig.createLDAPSConfig(
                    "ldaps", InetAddress.getByName("127.0.0.1"), port, certificate.sockets(), null));
            server = new InMemoryDirectoryServer(config);
            server.add(new Entry(DirectoryDouble.BASE, new Attribute("objectClass", "domain")));
        } catch (LDAPException | UnknownHostException failed) {
            throw new IllegalStateException(failed);
        }
    }

    int port() {
        return server.getListenPort();
    }

    void up() {
        try {
            server.startListening();
        } catch (LDAPException failed) {
            throw new IllegalStateException(failed);
        }
    }

    void down() {
        server.shutDown(true);
    }

    /** Makes every answer take that long. */
    void slow(Duration delay) {
        server.setProcessingDelayMillis(delay.toMillis());
    }

    void add(Entry entry) {
        try {
            server.add(entry);
        } catch (LDAPException failed) {
            throw new IllegalStateException(failed);
        }
    }

    void modify(String dn, List<Modification> modifications) {
        try {
            server.modify(dn, modifications);
        } catch (LDAPException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Nullable Entry entry(String dn) throws LDAPException {
        return server.getEntry(dn);
    }

    int entries() {
        return server.countEntries();
    }

    /** The one who has the address. */
    Entry having(String address) {
        try {
            return server.searchForEntry(
                    DirectoryDouble.BASE, SearchScope.SUB, Filter.createEqualityFilter("mail", address));
        } catch (LDAPException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Whether the password opens anything to whoever has the entry. */
    boolean opens(String dn, String password) {
        try {
            server.bind(dn, password);
            return true;
        } catch (LDAPException refused) {
            return false;
        } finally {
            signInAgain();
        }
    }

    @Override
    public void close() {
        server.close();
    }

    /** Whoever was refused is nobody to the server. */
    private void signInAgain() {
        try {
            server.bind(DirectoryDouble.SERVICE, DirectoryDouble.SERVICE_PASSWORD);
        } catch (LDAPException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
