package uk.nhs.access.directory;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import uk.nhs.access.Defaults;
import uk.nhs.access.account.OdsCode;

/** A domain of its own, on a domain controller of Samba: Active Directory as free software has it. */
final class SambaDomain implements AutoCloseable {

    static final OdsCode ORGANISATION = new OdsCode("SMB");

    private static final String BASE = "DC=example,DC=test";
    private static final String PEOPLE = "OU=People," + BASE;
    private static final String SERVICE_PASSWORD = "the service's own secret 1";

    /** What a service needs to be told to the people of one unit, and no more (MS-ADTS, 5.1.3; MS-ADSC). */
    private static final String RIGHTS =
            "(OA;CIIO;CR;00299570-246d-11d0-a768-00aa006e0529;USER;SID)" // reset a password
                    + "(OA;CIIO;RPWP;28630ebf-41d5-11d1-a9c1-0000f80367c1;USER;SID)" // lockoutTime
                    + "(OA;CIIO;RP;bf967a0a-0de6-11d0-a285-00aa003049e2;USER;SID)"; // pwdLastSet

    private static final String USER = "bf967aba-0de6-11d0-a285-00aa003049e2";

    private final SambaServer server;

    private SambaDomain(SambaServer server) {
        this.server = server;
    }

    /** Starts it, or skips the tests with a sentence that says why it cannot be. */
    static SambaDomain start() throws IOException, InterruptedException {
        assumeTrue("root".equals(System.getProperty("user.name")), "Only root may start a domain controller: skipped");
        assumeTrue(
                !SambaServer.isListening(), "Port 636 is taken, and the domain controller can use no other: skipped");
        assumeTrue(Samba.isAtHand(), "Samba's domain controller is not here and cannot be installed: skipped");
        SambaDomain domain = new SambaDomain(new SambaServer());
        domain.order();
        domain.server.start();
        return domain;
    }

    Directory connect() {
        Map<String, String> all = new HashMap<>(DirectoryDouble.settings(
                ORGANISATION.value(), DirectorySettings.Kind.ACTIVE_DIRECTORY, SambaServer.LDAPS, server.certificate));
        all.put("directory.targets.smb.base-dn", BASE);
        all.put("directory.targets.smb.bind-dn", "CN=account-access,CN=Users," + BASE);
        all.put("directory.targets.smb.bind-password", SERVICE_PASSWORD);
        return new Directories(Defaults.with(DirectorySettings.class, all))
                .of(ORGANISATION)
                .orElseThrow();
    }

    void join(String name, String password) {
        server.tool("user", "create", name, password, "--mail-address=" + name + "@example.org", "--userou=OU=People");
    }

    /** Where the service has no rights. */
    void joinElsewhere(String name, String password) {
        server.tool("user", "create", name, password, "--mail-address=" + name + "@example.org");
    }

    /** As somebody does who helps. */
    void setPassword(String name, String password) {
        server.tool("user", "setpassword", name, "--newpassword=" + password);
    }

    @Override
    public void close() throws InterruptedException, IOException {
        server.close();
    }

    /** The rules of the domain, and an account for the service that may do what it has to and nothing else. */
    private void order() {
        server.tool(
                "domain",
                "passwordsettings",
                "set",
                "--min-pwd-length=14",
                "--complexity=off",
                "--min-pwd-age=0",
                "--history-length=4",
                "--account-lockout-threshold=3",
                "--account-lockout-duration=30",
                "--reset-account-lockout-after=30");
        server.tool("ou", "create", PEOPLE);
        server.tool("user", "create", "account-access", SERVICE_PASSWORD);
        String sid = server.tool("user", "show", "account-access", "--attributes=objectSid")
                .replaceAll("(?s).*objectSid: (S-[0-9-]+).*", "$1");
        server.tool(
                "dsacl",
                "set",
                "--action=allow",
                "--objectdn=" + PEOPLE,
                "--sddl=" + RIGHTS.replace("USER", USER).replace("SID", sid));
    }
}
