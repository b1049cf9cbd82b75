package uk.nhs.access.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.nhs.access.Defaults;
import uk.nhs.access.support.TestCertificate;
import uk.nhs.access.support.TestKeys;

/** An issuer that publishes its keys, changes them, and is away at times. */
class IssuerKeysTest {

    /** In milliseconds, and a little more than jose4j takes for that. */
    private static final int JUST_NOW = 400;

    private static final TestCertificate CERTIFICATE = TestCertificate.of("localhost");

    private final PublicJsonWebKey first = TestKeys.rsa("key-1");
    private final PublicJsonWebKey second = TestKeys.rsa("key-2");
    private final AtomicInteger asked = new AtomicInteger();
    private volatile JsonWebKeySet published = new JsonWebKeySet(first);
    private final SSLSocketFactory usual = HttpsURLConnection.getDefaultSSLSocketFactory();
    private HttpsServer issuer;
    private TokenChecks checks;

    @BeforeEach
    void it_is_there() throws IOException {
        SSLContext tls = CERTIFICATE.context();
        HttpsURLConnection.setDefaultSSLSocketFactory(tls.getSocketFactory());
        issuer = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        issuer.setHttpsConfigurator(new HttpsConfigurator(tls));
        issuer.createContext("/jwks", this::publish);
        issuer.start();
        checks = new TokenChecks(Defaults.with(
                CallerSettings.class,
                Map.of(
                        "caller.issuers.first.issuer",
                        TokenMint.FIRST,
                        "caller.issuers.first.audience",
                        TokenMint.AUDIENCE,
                        "caller.issuers.first.keys",
                        "https://127.0.0.1:" + issuer.getAddress().getPort() + "/jwks")));
    }

    @AfterEach
    void it_goes() {
        issuer.stop(0);
        HttpsURLConnection.setDefaultSSLSocketFactory(usual);
    }

    @Test
    void while_it_is_away_the_keys_that_are_known_stay_good_and_no_others_are() throws InterruptedException {
        accept(signedBy(first));
        pause();

        issuer.stop(0);

        accept(signedBy(first));
        refuse(signedBy(second));
        accept(signedBy(first));
    }

    @Test
    void a_key_that_it_has_changed_to_is_fetched_as_soon_as_a_token_names_it() throws InterruptedException {
        accept(signedBy(first));
        pause();

        published = new JsonWebKeySet(List.of(second, first));

        accept(signedBy(second));
        accept(signedBy(first));
    }

    @Test
    void tokens_that_name_keys_which_there_are_not_do_not_have_it_asked_each_time() {
        accept(signedBy(first));
        refuse(signedBy(second));
        int before = asked.get();

        for (int i = 0; i < 50; i++) {
            refuse(signedBy(second));
        }

        assertThat(asked.get()).isEqualTo(before).isLessThanOrEqualTo(2);
    }

    /** Keys that were fetched just now are not fetched again. */
    private static void pause() throws InterruptedException {
        Thread.sleep(JUST_NOW);
    }

    private void accept(String token) {
        assertThatCode(() -> check(token)).doesNotThrowAnyException();
    }

    private void refuse(String token) {
        assertThatExceptionOfType(ParseException.class).isThrownBy(() -> check(token));
    }

    private void check(String token) throws ParseException {
        checks.parse(token, new JWTAuthContextInfo());
    }

    private static String signedBy(PublicJsonWebKey key) {
        String claims =
                TokenMint.claims(TokenMint.FIRST, TokenMint.AUDIENCE, any -> {}).toJson();
        return TokenMint.sign(claims, key, "RS256", key.getKeyId());
    }

    private void publish(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        byte[] keys = published.toJson().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, keys.length);
        exchange.getResponseBody().write(keys);
        exchange.close();
    }
}
