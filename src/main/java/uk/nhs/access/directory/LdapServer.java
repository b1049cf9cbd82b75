package uk.nhs.access.directory;

import com.unboundid.ldap.sdk.GetEntryLDAPConnectionPoolHealthCheck;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ServerSet;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.ldap.sdk.SingleServerSet;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import javax.net.SocketFactory;

/** The connections to one directory. A connection is looked at before it is used, and no referral is followed. */
final class LdapServer implements AutoCloseable {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(15);
    private static final String ROOT_DSE = "";

    private final ServerSet servers;
    private final LDAPConnectionPool pool;

    LdapServer(DirectorySettings.Target target, DirectorySettings settings) {
        servers = servers(target, settings);
        pool = pool(target, settings);
    }

    /** What is asked and told over one connection. */
    interface Conversation<T> {
        T hold(LDAPConnection connection) throws LDAPException;
    }

    /** As the account that this service has in the directory. */
    <T> T talk(Conversation<T> conversation) throws LDAPException {
        LDAPConnection connection = pool.getConnection();
        boolean sound = false;
        try {
            T said = conversation.hold(connection);
            sound = true;
            return said;
        } catch (LDAPException failed) {
            sound = failed.getResultCode().isConnectionUsable();
            throw failed;
        } finally {
            if (sound) {
                pool.releaseConnection(connection);
            } else {
                pool.releaseDefunctConnection(connection);
            }
        }
    }

    /** Signs in as somebody else, over a connection that is used for nothing more. */
    void signIn(String dn, String password) throws LDAPException {
        try (LDAPConnection connection = servers.getConnection()) {
            connection.bind(dn, password);
        }
    }

    @Override
    public void close() {
        pool.close();
    }

    private static ServerSet servers(DirectorySettings.Target target, DirectorySettings settings) {
        URI url = target.url();
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        options.setConnectTimeoutMillis((int) settings.connectTimeout().toMillis());
        options.setResponseTimeoutMillis(settings.answerTimeout().toMillis());
        options.setFollowReferrals(false);
        boolean tls = isTls(url);
        if (tls) {
            options.setSSLSocketVerifier(new HostNameSSLSocketVerifier(true));
        }
        SocketFactory sockets = tls ? LdapTrust.sockets(target.trust()) : SocketFactory.getDefault();
        return new SingleServerSet(url.getHost(), port(url, tls), sockets, options);
    }

    private LDAPConnectionPool pool(DirectorySettings.Target target, DirectorySettings settings) {
        try {
            SimpleBindRequest us = new SimpleBindRequest(target.bindDn(), target.bindPassword());
            LDAPConnectionPool made = new LDAPConnectionPool(servers, us, 0, settings.poolSize());
            made.setCreateIfNecessary(false);
            made.setMaxWaitTimeMillis(settings.answerTimeout().toMillis());
            made.setMaxConnectionAgeMillis(LONGEST_LIFE.toMillis());
            made.setHealthCheck(new GetEntryLDAPConnectionPoolHealthCheck(
                    ROOT_DSE, settings.answerTimeout().toMillis(), false, true, false, true, false));
            return made;
        } catch (LDAPException impossible) {
            throw new IllegalStateException("A pool that begins empty connects to nothing", impossible);
        }
    }

    private static boolean isTls(URI url) {
        if ("ldaps".equalsIgnoreCase(url.getScheme()) && url.getHost() != null) {
            return true;
        }
        if ("ldap".equalsIgnoreCase(url.getScheme()) && THIS_MACHINE.contains(url.getHost())) {
            return false;
        }
        throw new IllegalStateException("must begin with ldaps, or passwords travel in clear");
    }

    private static int port(URI url, boolean tls) {
        int standard = tls ? 636 : 389;
        return url.getPort() < 0 ? standard : url.getPort();
    }
}
