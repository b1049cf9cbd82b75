package uk.nhs.access.directory;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.OperationType;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchScope;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.TestCertificate;

/** The directory of an organisation, in this process: over LDAPS, as Active Directory or as any other. */
public final class DirectoryDouble implements AutoCloseable {

    static final String BASE = "dc=example,dc=org";
    static final String CONTROLLER = "cn=NTDS Settings," + BASE;
    static final String SERVICE = "cn=account-access," + BASE;
    public static final String SERVICE_PASSWORD = "the service's own secret";

    private final InMemoryDirectoryServer server;
    private final DirectoryRules rules;
    private final Answers answers = new Answers();
    private Supplier<Instant> clock = MovableClock::now;
    private boolean closedToUs;

    private DirectoryDouble(int port, TestCertificate certificate, Function<DirectoryDouble, DirectoryRules> kind) {
        rules = kind.apply(this);
        try {
            InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE);
            config.setSchema(null);
            config.addAdditionalBindCredentials(SERVICE, SERVICE_PASSWORD);
            config.setAuthenticationRequiredOperationTypes(EnumSet.complementOf(EnumSet.of(OperationType.BIND)));
            config.addInMemoryOperationInterceptor(answers);
            config.addInMemoryOperationInterceptor(rules.interceptor());
            config.setListenerConfigs(InMemoryListenerConfig.createLDAPSConfig(
                    "ldaps", InetAddress.getByName("127.0.0.1"), port, certificate.sockets(), null));
            server = new InMemoryDirectoryServer(config);
            server.add(new Entry(BASE, new Attribute("objectClass", "domain")));
            server.add(new Entry(CONTROLLER, new Attribute("objectClass", "top"), controller("first")));
            server.startListening();
        } catch (LDAPException | UnknownHostException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** @param port where it listens, or 0 for any */
    public static DirectoryDouble activeDirectory(int port, TestCertificate certificate) {
        return new DirectoryDouble(port, certificate, AdRules::new);
    }

    public static DirectoryDouble plain(int port, TestCertificate certificate) {
        return new DirectoryDouble(port, certificate, PolicyRules::new);
    }

    /** What the service has to be told to find it. */
    public static Map<String, String> settings(
            String organisation, DirectorySettings.Kind kind, int port, TestCertificate certificate) {
        String target = "directory.targets." + organisation.toLowerCase() + ".";
        return Map.of(
                target + "kind",
                kind.name(),
                target + "url",
                "ldaps://localhost:" + port,
                target + "bind-dn",
                SERVICE,
                target + "bind-password",
                SERVICE_PASSWORD,
                target + "base-dn",
                BASE,
                target + "trust",
                certificate.file().toString());
    }

    public int port() {
        return server.getListenPort();
    }

    /** Somebody joins, with a password that was set an hour ago. */
    public synchronized void join(String address, String password) {
        String name = "person-" + server.countEntries();
        String dn = dn(name);
        Entry entry = new Entry(dn, new Attribute("objectClass", rules.objectClasses()), new Attribute("cn", name));
        entry.addAttribute("sn", name);
        entry.addAttribute("mail", address);
        try {
            server.add(entry);
            modify(dn, rules.passwordSet(password, now().minus(Duration.ofHours(1))));
        } catch (LDAPException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The password is set there, at a workstation or by somebody who helps. */
    public void setPassword(String address, String password) {
        change(address, rules.passwordSet(password, now()));
    }

    /** Somebody who helps sets one that Active Directory wants changed before it opens anything. */
    public void setPasswordToBeChanged(String address, String password) {
        setPassword(address, password);
        change(address, List.of(new Modification(ModificationType.REPLACE, "pwdLastSet", "0")));
    }

    public void lock(String address) {
        change(address, rules.locked(now()));
    }

    public void unlock(String address) {
        change(address, rules.unlocked());
    }

    /** Whether the password signs in to a workstation. */
    public boolean opens(String address, String password) {
        try {
            server.bind(person(address).getDN(), password);
            return true;
        } catch (LDAPException refused) {
            return false;
        } finally {
            signInAgain();
        }
    }

    /** Whether this is the person's password, locked or not. */
    public boolean hasPassword(String address, String password) {
        return person(address).hasAttributeValue("userPassword", password);
    }

    /** The number of the last change of all, where changes are numbered. */
    public long lastChange() {
        return rules.lastChange();
    }

    /** When its password was set, as the service reads it. */
    public Instant passwordSetAt(String address) {
        Entry person = person(address);
        return DirectoryTime.ofText(person.getAttributeValue("pwdChangedTime"))
                .or(() -> DirectoryTime.ofTicks(person.getAttributeValueAsLong("pwdLastSet")))
                .orElseThrow();
    }

    public boolean isLocked(String address) {
        Entry person = person(address);
        return person.hasAttribute("pwdAccountLockedTime")
                || person.hasAttribute("lockoutTime") && !person.hasAttributeValue("lockoutTime", "0");
    }

    /** The account of the service loses its rights there, or has them again. */
    public void closeToUs(boolean closed) {
        closedToUs = closed;
    }

    /** A domain controller that was restored is another one. */
    public void restore() {
        modifyUnchecked(CONTROLLER, List.of(new Modification(ModificationType.REPLACE, "invocationId", "restored")));
    }

    public void down() {
        server.shutDown(true);
    }

    public void up() {
        try {
            server.startListening();
        } catch (LDAPException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Makes every answer take that long. */
    public void slow(Duration delay) {
        server.setProcessingDelayMillis(delay.toMillis());
    }

    /** How many people were in the largest answer so far. */
    public int largestAnswer() {
        return answers.largest();
    }

    @Override
    public void close() {
        server.close();
    }

    /** Goes by another clock than the service, as directories do. */
    public DirectoryDouble by(Supplier<Instant> itsOwn) {
        clock = itsOwn;
        return this;
    }

    Instant now() {
        return clock.get();
    }

    @Nullable Entry entry(String dn) throws LDAPException {
        return server.getEntry(dn);
    }

    void modify(String dn, List<Modification> modifications) throws LDAPException {
        server.modify(dn, modifications);
    }

    void requireRights() throws LDAPException {
        if (closedToUs) {
            throw new LDAPException(ResultCode.INSUFFICIENT_ACCESS_RIGHTS, "00002098: SecErr: DSID-031514A0");
        }
    }

    private void change(String address, List<Modification> modifications) {
        modifyUnchecked(person(address).getDN(), modifications);
    }

    private void modifyUnchecked(String dn, List<Modification> modifications) {
        try {
            modify(dn, modifications);
        } catch (LDAPException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private Entry person(String address) {
        try {
            return server.searchForEntry(BASE, SearchScope.SUB, Filter.createEqualityFilter("mail", address));
        } catch (LDAPException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Whoever was refused is nobody to the directory. */
    private void signInAgain() {
        try {
            server.bind(SERVICE, SERVICE_PASSWORD);
        } catch (LDAPException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String dn(String name) {
        return new RDN("cn", name) + "," + BASE;
    }

    private static Attribute controller(String invocationId) {
        return new Attribute("invocationId", invocationId);
    }
}
