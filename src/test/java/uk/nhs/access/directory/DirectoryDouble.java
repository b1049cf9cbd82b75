package uk.nhs.access.directory;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.ResultCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

    private final LdapsDouble server;
    private final DirectoryRules rules;
    private final Answers answers = new Answers();
    private Supplier<Instant> clock = MovableClock::now;
    private boolean closedToUs;

    private DirectoryDouble(int port, TestCertificate certificate, Function<DirectoryDouble, DirectoryRules> kind) {
        rules = kind.apply(this);
        server = new LdapsDouble(port, certificate, answers, rules.interceptor());
        server.add(new Entry(CONTROLLER, new Attribute("objectClass", "top")));
        restore();
        server.up();
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
        return server.port();
    }

    /** Somebody joins, with a password that was set an hour ago. */
    public synchronized void join(String address, String password) {
        String name = "person-" + server.entries();
        String dn = new RDN("cn", name) + "," + BASE;
        Entry entry = new Entry(dn, new Attribute("objectClass", rules.objectClasses()), new Attribute("cn", name));
        entry.addAttribute("sn", name);
        entry.addAttribute("mail", address);
        server.add(entry);
        modify(dn, rules.passwordSet(password, now().minus(Duration.ofHours(1))));
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
        return server.opens(server.having(address).getDN(), password);
    }

    /** Whether this is the person's password, locked or not. */
    public boolean hasPassword(String address, String password) {
        return server.having(address).hasAttributeValue("userPassword", password);
    }

    /** The number of the last change of all, where changes are numbered. */
    public long lastChange() {
        return rules.lastChange();
    }

    /** When its password was set, as the service reads it. */
    public Instant passwordSetAt(String address) {
        Entry person = server.having(address);
        return DirectoryTime.ofText(person.getAttributeValue("pwdChangedTime"))
                .or(() -> DirectoryTime.ofTicks(person.getAttributeValueAsLong("pwdLastSet")))
                .orElseThrow();
    }

    public boolean isLocked(String address) {
        Entry person = server.having(address);
        return person.hasAttribute("pwdAccountLockedTime")
                || person.hasAttribute("lockoutTime") && !person.hasAttributeValue("lockoutTime", "0");
    }

    /** The account of the service loses its rights there, or has them again. */
    public void closeToUs(boolean closed) {
        closedToUs = closed;
    }

    /** A domain controller that was restored is another one, as no two are the same. */
    public void restore() {
        String another = UUID.randomUUID().toString();
        modify(CONTROLLER, List.of(new Modification(ModificationType.REPLACE, "invocationId", another)));
    }

    public void down() {
        server.down();
    }

    public void up() {
        server.up();
    }

    /** Makes every answer take that long. */
    public void slow(Duration delay) {
        server.slow(delay);
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
        return server.entry(dn);
    }

    void modify(String dn, List<Modification> modifications) {
        server.modify(dn, modifications);
    }

    void requireRights() throws LDAPException {
        if (closedToUs) {
            throw new LDAPException(ResultCode.INSUFFICIENT_ACCESS_RIGHTS, "00002098: SecErr: DSID-031514A0");
        }
    }

    private void change(String address, List<Modification> modifications) {
        modify(server.having(address).getDN(), modifications);
    }
}
