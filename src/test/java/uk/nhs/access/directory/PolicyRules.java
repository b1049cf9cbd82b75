package uk.nhs.access.directory;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedExtendedRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedExtendedResult;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedModifyRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.ExtendedRequest;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.extensions.PasswordModifyExtendedRequest;
import com.unboundid.util.StaticUtils;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** What a directory with a password policy does besides what any LDAP server does. */
final class PolicyRules extends InMemoryOperationInterceptor implements DirectoryRules {

    static final int SHORTEST = 14;

    private final DirectoryDouble directory;

    PolicyRules(DirectoryDouble directory) {
        this.directory = directory;
    }

    @Override
    public List<Modification> passwordSet(String password, Instant at) {
        return List.of(
                new Modification(ModificationType.REPLACE, "userPassword", password),
                new Modification(ModificationType.REPLACE, "pwdChangedTime", text(at)));
    }

    @Override
    public List<Modification> locked(Instant since) {
        return List.of(new Modification(ModificationType.REPLACE, "pwdAccountLockedTime", text(since)));
    }

    @Override
    public List<Modification> unlocked() {
        return List.of(new Modification(ModificationType.REPLACE, "pwdAccountLockedTime"));
    }

    @Override
    public List<String> objectClasses() {
        return List.of("top", "person", "organizationalPerson", "inetOrgPerson");
    }

    @Override
    public void processModifyRequest(InMemoryInterceptedModifyRequest request) throws LDAPException {
        directory.requireRights();
    }

    @Override
    public void processExtendedRequest(InMemoryInterceptedExtendedRequest request) throws LDAPException {
        if (PasswordModifyExtendedRequest.PASSWORD_MODIFY_REQUEST_OID.equals(
                request.getRequest().getOID())) {
            directory.requireRights();
            requireGood(asked(request.getRequest().getValue().getValue()));
        }
    }

    /** The present password is one of the last ones. */
    private void requireGood(PasswordModifyExtendedRequest asked) throws LDAPException {
        String chosen = asked.getNewPassword();
        if (chosen.length() < SHORTEST) {
            throw new LDAPException(ResultCode.CONSTRAINT_VIOLATION, "Password fails quality checking policy");
        }
        if (directory.entry(asked.getUserIdentity()).hasAttributeValue("userPassword", chosen)) {
            throw new LDAPException(ResultCode.CONSTRAINT_VIOLATION, "Password is in history of old passwords");
        }
    }

    @Override
    public void processExtendedResult(InMemoryInterceptedExtendedResult result) {
        if (PasswordModifyExtendedRequest.PASSWORD_MODIFY_REQUEST_OID.equals(
                result.getRequest().getOID())) {
            try {
                PasswordModifyExtendedRequest asked =
                        asked(result.getRequest().getValue().getValue());
                directory.modify(asked.getUserIdentity(), passwordSet(asked.getNewPassword(), directory.now()));
            } catch (LDAPException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    private static PasswordModifyExtendedRequest asked(byte[] value) throws LDAPException {
        return new PasswordModifyExtendedRequest(new ExtendedRequest(
                PasswordModifyExtendedRequest.PASSWORD_MODIFY_REQUEST_OID, new ASN1OctetString(value)));
    }

    private static String text(Instant instant) {
        return StaticUtils.encodeGeneralizedTime(Date.from(instant));
    }
}
