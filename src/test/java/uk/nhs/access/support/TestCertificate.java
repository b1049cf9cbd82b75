package uk.nhs.access.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate that a server in tests has of its own, with its key.
 *
 * @param file the certificate alone, as PEM: whoever trusts the server is given this one
 */
public record TestCertificate(Path file) {

    private static final String NAME = "server";
    private static final String PASSWORD = "of-no-importance";

    /** One for {@code name}, and for 127.0.0.1. */
    public static TestCertificate of(String name) {
        try {
            Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
            Path folder = Files.createTempDirectory(target, "certificate-");
            TestCertificate made = new TestCertificate(folder.resolve("certificate.pem"));
            made.generate(name);
            Files.writeString(
                    made.file,
                    pem("CERTIFICATE", made.store().getCertificate(NAME).getEncoded()));
            byte[] key = made.store().getKey(NAME, PASSWORD.toCharArray()).getEncoded();
            Files.writeString(made.key(), pem("PRIVATE KEY", key));
            return made;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The key alone, as PEM. */
    public Path key() {
        return file.resolveSibling("key.pem");
    }

    /** Makes sockets that have this certificate to show. */
    public SSLServerSocketFactory sockets() {
        return context().getServerSocketFactory();
    }

    /** Has this certificate to show, and trusts nobody else's. */
    public SSLContext context() {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store(), PASSWORD.toCharArray());
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void generate(String name) throws IOException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        NAME,
                        "-keyalg",
                        "RSA",
                        "-keysize",
                        "2048",
                        "-validity",
                        "30",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "san=dns:" + name + ",ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keystore().toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!Files.exists(keystore())) {
            throw new IllegalStateException(said);
        }
    }

    private Path keystore() {
        return file.resolveSibling("server.p12");
    }

    private KeyStore store() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream content = Files.newInputStream(keystore())) {
            store.load(content, PASSWORD.toCharArray());
        }
        return store;
    }

    private KeyStore trusted() throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(NAME, store().getCertificate(NAME));
        return trusted;
    }

    private static String pem(String what, byte[] content) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n";
    }
}
