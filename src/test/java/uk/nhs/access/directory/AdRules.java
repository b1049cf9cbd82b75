package uk.nhs.access.directory;

import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedModifyRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchEntry;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSimpleBindRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.ResultCode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What Active Directory does and an LDAP server does not: how it takes passwords, numbers its changes, and says no. */
final class AdRules extends InMemoryOperationInterceptor implements DirectoryRules {

    static final int SHORTEST = 14;

    private static final Instant FIRST_TICK = Instant.parse("1601-01-01T00:00:00Z");

    private final DirectoryDouble directory;

    /** As long as any that is still to come: without a schema, numbers are compared as texts. */
    private long changes = 1_000_000;

    AdRules(DirectoryDouble directory) {
        this.directory = directory;
    }

    @Override
    public synchronized List<Modification> passwordSet(String password, Instant at) {
        return changed(
                new Modification(ModificationType.REPLACE, "userPassword", password),
                new Modification(ModificationType.REPLACE, "pwdLastSet", ticks(at)));
    }

    @Override
    public synchronized List<Modification> locked(Instant since) {
        return changed(new Modification(ModificationType.REPLACE, "lockoutTime", ticks(since)));
    }

    @Override
    public synchronized List<Modification> unlocked() {
        return changed(new Modification(ModificationType.REPLACE, "lockoutTime", "0"));
    }

    @Override
    public synchronized long lastChange() {
        return changes;
    }

    @Override
    public List<String> objectClasses() {
        return List.of("top", "person", "organizationalPerson", "user");
    }

    @Override
    public void processModifyRequest(InMemoryInterceptedModifyRequest request) throws LDAPException {
        directory.requireRights();
        List<Modification> done = new ArrayList<>();
        for (Modification asked : request.getRequest().getModifications()) {
            done.addAll(done(asked));
        }
        request.setRequest(new ModifyRequest(request.getRequest().getDN(), done));
    }

    private List<Modification> done(Modification asked) throws LDAPException {
        if (!"unicodePwd".equals(asked.getAttributeName())) {
            return changed(asked);
        }
        String quoted = new String(asked.getValueByteArrays()[0], StandardCharsets.UTF_16LE);
        if (!quoted.matches("(?s)\".{" + SHORTEST + ",}\"")) {
            throw new LDAPException(
                    ResultCode.UNWILLING_TO_PERFORM,
                    "0000052D: SvcErr: DSID-031A12D2, problem 5003 (WILL_NOT_PERFORM), data 0");
        }
        return passwordSet(quoted.substring(1, quoted.length() - 1), directory.now());
    }

    @Override
    public void processSimpleBindRequest(InMemoryInterceptedSimpleBindRequest request) throws LDAPException {
        Entry person = directory.entry(request.getRequest().getBindDN());
        if (person != null && person.hasAttribute("lockoutTime") && !person.hasAttributeValue("lockoutTime", "0")) {
            throw refused("775");
        }
        if (person != null && person.hasAttributeValue("pwdLastSet", "0")) {
            throw refused("773");
        }
    }

    @Override
    public synchronized void processSearchEntry(InMemoryInterceptedSearchEntry entry) {
        Entry found = entry.getSearchEntry();
        if (found != null && found.getDN().isEmpty()) {
            Entry root = found.duplicate();
            root.setAttribute("highestCommittedUSN", Long.toString(changes));
            root.setAttribute("dsServiceName", DirectoryDouble.CONTROLLER);
            entry.setSearchEntry(root);
        }
    }

    private static LDAPException refused(String why) {
        return new LDAPException(
                ResultCode.INVALID_CREDENTIALS,
                "80090308: LdapErr: DSID-0C090449, comment: AcceptSecurityContext error, data " + why + ", v4563");
    }

    private List<Modification> changed(Modification... modifications) {
        List<Modification> all = new ArrayList<>(List.of(modifications));
        all.add(new Modification(ModificationType.REPLACE, "uSNChanged", Long.toString(++changes)));
        return all;
    }

    private static String ticks(Instant instant) {
        Duration since = Duration.between(FIRST_TICK, instant);
        return Long.toString(since.getSeconds() * 10_000_000 + since.getNano() / 100);
    }
}
