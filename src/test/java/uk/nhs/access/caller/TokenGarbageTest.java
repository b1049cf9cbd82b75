package uk.nhs.access.caller;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is no token at all, or a broken or enormous one. */
class TokenGarbageTest {

    private static final TokenMint MINT = new TokenMint();

    @TempDir
    private static Path directory;

    private static TokenChecks checks;

    @BeforeAll
    static void trust() {
        checks = new TokenChecks(MINT.settings(directory));
    }

    static Stream<String> garbage() {
        String good = MINT.good();
        return Stream.of(
                "",
                " ",
                ".",
                "..",
                "...",
                "....",
                "a",
                "a.b",
                "a.b.c",
                "a.b.c.d.e",
                "null",
                "{}",
                "Bearer " + good,
                good + ".",
                good + "." + good,
                good.replace(".", ""),
                good.substring(1),
                good.substring(0, good.length() - 4),
                base64("{}") + "." + base64("{}") + "." + base64("x"),
                base64("[]") + "." + base64("[]") + ".",
                base64("{\"alg\":\"RS256\"}") + "." + base64("[1]") + ".x",
                base64("{\"alg\":\"RS256\"}") + "." + base64("{\"iss\":") + ".x",
                base64("{\"alg\":\"RS256\"}") + "." + base64("{\"a\":" + "[".repeat(100_000)) + ".x",
                "x".repeat(1_000_000),
                "a.".repeat(100_000),
                base64("{\"alg\":\"RS256\"}") + "." + "A".repeat(1_000_000) + ".x");
    }

    @ParameterizedTest
    @MethodSource("garbage")
    void what_is_no_token_is_refused(String token) {
        assertThatExceptionOfType(ParseException.class).isThrownBy(() -> checks.parse(token, new JWTAuthContextInfo()));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
