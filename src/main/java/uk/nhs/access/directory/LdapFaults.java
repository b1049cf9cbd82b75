package uk.nhs.access.directory;

import static com.unboundid.ldap.sdk.ResultCode.CONSTRAINT_VIOLATION;
import static com.unboundid.ldap.sdk.ResultCode.INAPPROPRIATE_AUTHENTICATION;
import static com.unboundid.ldap.sdk.ResultCode.INSUFFICIENT_ACCESS_RIGHTS;
import static com.unboundid.ldap.sdk.ResultCode.INVALID_ATTRIBUTE_SYNTAX;
import static com.unboundid.ldap.sdk.ResultCode.INVALID_CREDENTIALS;
import static com.unboundid.ldap.sdk.ResultCode.NO_SUCH_OBJECT;
import static com.unboundid.ldap.sdk.ResultCode.UNWILLING_TO_PERFORM;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import java.util.Set;

/**
 * What a directory means by its result codes (RFC 4511, appendix A). Of its own words nothing is passed on: there may be
 * names in them.
 */
final class LdapFaults {

    private static final Set<ResultCode> REFUSED_PASSWORD =
            Set.of(CONSTRAINT_VIOLATION, UNWILLING_TO_PERFORM, INVALID_ATTRIBUTE_SYNTAX);
    private static final Set<ResultCode> NOT_THEIRS = Set.of(
            INVALID_CREDENTIALS,
            INAPPROPRIATE_AUTHENTICATION,
            NO_SUCH_OBJECT,
            CONSTRAINT_VIOLATION,
            UNWILLING_TO_PERFORM);
    private static final Set<ResultCode> NEVER =
            Set.of(CONSTRAINT_VIOLATION, UNWILLING_TO_PERFORM, INVALID_ATTRIBUTE_SYNTAX, ResultCode.NO_SUCH_ATTRIBUTE);

    /** Active Directory's words for a right password whose time is over (MS-ERREF, ERROR_PASSWORD_EXPIRED). */
    private static final String RIGHT_BUT_EXPIRED = "data 532,";

    private LdapFaults() {}

    static Outcome ofPassword(LDAPException failed) {
        return REFUSED_PASSWORD.contains(failed.getResultCode())
                ? new Outcome.Refused(Refusal.PASSWORD_POLICY)
                : outcome(failed);
    }

    static Outcome outcome(LDAPException failed) {
        ResultCode code = failed.getResultCode();
        if (INSUFFICIENT_ACCESS_RIGHTS.equals(code)) {
            return new Outcome.Refused(Refusal.NOT_ALLOWED);
        }
        if (NO_SUCH_OBJECT.equals(code)) {
            return new Outcome.Absent();
        }
        return NEVER.contains(code) ? new Outcome.Refused(Refusal.UNWILLING) : new Outcome.Unreachable(cause(failed));
    }

    /**
     * Whether somebody was signed in, or would be with another password in its place: whose password expired knows it.
     *
     * @throws DirectoryUnreachable if the directory says nothing about the password
     */
    static boolean isTheirs(LDAPException failed) {
        if (NOT_THEIRS.contains(failed.getResultCode())) {
            String words = failed.getDiagnosticMessage();
            return words != null && words.contains(RIGHT_BUT_EXPIRED);
        }
        throw unreachable(failed);
    }

    static DirectoryUnreachable unreachable(LDAPException failed) {
        return new DirectoryUnreachable(cause(failed));
    }

    private static String cause(LDAPException failed) {
        return failed.getResultCode().getName();
    }
}
