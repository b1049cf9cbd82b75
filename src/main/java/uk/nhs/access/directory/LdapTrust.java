package uk.nhs.access.directory;

import com.unboundid.util.ssl.SSLUtil;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.Optional;
import javax.net.SocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Whom this service believes to be an organisation's directory: whoever has a certificate of a trusted authority. */
final class LdapTrust {

    private LdapTrust() {}

    /**
     * Makes sockets that check the chain of the certificate. Its name is for the connection to check.
     *
     * @param authorities a PEM file; without one, the authorities that Java trusts
     */
    static SocketFactory sockets(Optional<Path> authorities) {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(authorities.isPresent() ? read(authorities.get()) : standard());
            return new SSLUtil(trust.getTrustManagers()).createSSLSocketFactory();
        } catch (GeneralSecurityException | IOException unreadable) {
            throw new IllegalStateException("The certificates in " + authorities + " cannot be read", unreadable);
        }
    }

    private static KeyStore read(Path file) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream pem = Files.newInputStream(file)) {
            Collection<? extends Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(pem);
            for (Certificate certificate : certificates) {
                store.setCertificateEntry("authority-" + store.size(), certificate);
            }
        }
        return store;
    }

    private static @Nullable KeyStore standard() {
        return null;
    }
}
