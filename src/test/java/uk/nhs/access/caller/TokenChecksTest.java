package uk.nhs.access.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.ParseException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a token says: whose it is, when it holds, whom it speaks for and what it opens. */
class TokenChecksTest {

    private static final TokenMint MINT = new TokenMint();

    @TempDir
    private static Path directory;

    private static CallerSettings settings;

    private TokenChecks checks;

    @BeforeAll
    static void publish() {
        settings = MINT.settings(directory);
    }

    @BeforeEach
    void trust() {
        checks = new TokenChecks(settings);
    }

    @Test
    void a_good_token_speaks_for_its_subject_at_its_issuer() throws ParseException {
        JWTCallerPrincipal caller = accepted(MINT.good());
        assertThat(caller.getIssuer()).isEqualTo(TokenMint.FIRST);
        assertThat(caller.getSubject()).isEqualTo("sam");
    }

    @Test
    void an_issuer_may_name_the_subject_in_another_claim() throws ParseException {
        assertThat(accepted(MINT.second(claims -> {})).getSubject()).isEqualTo("sam of the second");
    }

    static Stream<Arguments> goodClaims() {
        return Stream.of(
                good("expired within the skew", claims -> {
                    claims.setIssuedAt(TokenMint.inSeconds(-300));
                    claims.setExpirationTime(TokenMint.inSeconds(-25));
                }),
                good(
                        "not valid before an instant within the skew",
                        claims -> claims.setNotBefore(TokenMint.inSeconds(25))),
                good("not valid before an instant gone by", claims -> claims.setNotBefore(TokenMint.inSeconds(-60))),
                good("audience among others", claims -> claims.setAudience("other", TokenMint.AUDIENCE)),
                good("unknown claims", claims -> claims.setClaim("colour", Map.of("eyes", List.of("green")))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("goodClaims")
    void a_token_passes_although(String what, Consumer<JwtClaims> change) throws ParseException {
        assertThat(accepted(MINT.first(change)).getSubject()).isEqualTo("sam");
    }

    static Stream<Arguments> badClaims() {
        return Stream.of(
                bad("no issuer", claims -> claims.unsetClaim("iss")),
                bad("another issuer", claims -> claims.setIssuer("https://stranger.example")),
                bad("a slash after the issuer", claims -> claims.setIssuer(TokenMint.FIRST + "/")),
                bad("the issuer in capitals", claims -> claims.setIssuer(TokenMint.FIRST.toUpperCase())),
                bad("the issuer as a list", claims -> claims.setClaim("iss", List.of(TokenMint.FIRST))),
                bad("the second issuer's name", claims -> claims.setIssuer(TokenMint.SECOND)),
                bad("no audience", claims -> claims.unsetClaim("aud")),
                bad("an empty audience", claims -> claims.setAudience("")),
                bad("another audience", claims -> claims.setAudience("another-service")),
                bad("a longer audience", claims -> claims.setAudience(TokenMint.AUDIENCE + "-2")),
                bad("other audiences in a list", claims -> claims.setAudience("other", "another")),
                bad("an empty list of audiences", claims -> claims.setAudience(List.of())),
                bad("the audience as an object", claims -> claims.setClaim("aud", Map.of(TokenMint.AUDIENCE, true))),
                bad("expired beyond the skew", claims -> {
                    claims.setIssuedAt(TokenMint.inSeconds(-300));
                    claims.setExpirationTime(TokenMint.inSeconds(-31));
                }),
                bad("expired long ago", claims -> {
                    claims.setIssuedAt(TokenMint.inSeconds(-90_000));
                    claims.setExpirationTime(TokenMint.inSeconds(-86_400));
                }),
                bad("no expiry", claims -> claims.unsetClaim("exp")),
                bad("null as expiry", claims -> claims.setClaim("exp", null)),
                bad("the expiry as text", claims -> claims.setClaim("exp", "4102444800")),
                bad("the expiry as a list", claims -> claims.setClaim("exp", List.of(4_102_444_800L))),
                bad("a negative expiry", claims -> claims.setClaim("exp", -1)),
                bad("not valid before the future", claims -> claims.setNotBefore(TokenMint.inSeconds(60))),
                bad("not valid before a text", claims -> claims.setClaim("nbf", "0")),
                bad("no instant of issue", claims -> claims.unsetClaim("iat")),
                bad("null as instant of issue", claims -> claims.setClaim("iat", null)),
                bad("the instant of issue as text", claims -> claims.setClaim("iat", "yesterday")),
                bad("no subject", claims -> claims.unsetClaim("sub")),
                bad("null as subject", claims -> claims.setClaim("sub", null)),
                bad("an empty subject", claims -> claims.setSubject("")),
                bad("a blank subject", claims -> claims.setSubject("  ")),
                bad("the subject as a number", claims -> claims.setClaim("sub", 7)),
                bad("the subject as a list", claims -> claims.setClaim("sub", List.of("sam"))),
                bad("the scopes as a number", claims -> claims.setClaim("scope", 7)),
                bad("the scopes as a list of numbers", claims -> claims.setClaim("scope", List.of(1, 2))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badClaims")
    void a_token_is_refused_for(String what, Consumer<JwtClaims> change) {
        String token = MINT.first(change);
        assertThatExceptionOfType(ParseException.class).isThrownBy(() -> accepted(token));
    }

    @Test
    void the_subject_of_another_claim_is_needed_as_well() {
        String token = MINT.second(claims -> claims.unsetClaim("user"));
        assertThatExceptionOfType(ParseException.class).isThrownBy(() -> accepted(token));
    }

    @Test
    void scopes_are_read_from_a_text_and_from_a_list() throws ParseException {
        assertThat(accepted(MINT.second(claims -> claims.setClaim("scp", " a  b ")))
                        .getGroups())
                .containsExactlyInAnyOrder("a", "b");
        assertThat(accepted(MINT.second(claims -> claims.setClaim("scp", List.of("a", "b"))))
                        .getGroups())
                .containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void a_token_without_scopes_opens_nothing() throws ParseException {
        assertThat(accepted(MINT.first(claims -> claims.unsetClaim("scope"))).getGroups())
                .isEmpty();
        assertThat(accepted(MINT.first(claims -> claims.setClaim("scope", ""))).getGroups())
                .isEmpty();
        for (String nothing : List.of("", "  ")) {
            assertThat(accepted(MINT.second(claims -> claims.setClaim("scp", nothing)))
                            .getGroups())
                    .isEmpty();
        }
        assertThat(accepted(MINT.second(claims -> {})).getGroups())
                .as("scp, not scope, is the second's claim")
                .isEmpty();
    }

    @Test
    void whoever_lost_the_phone_may_recover_and_nothing_else_whatever_the_token_lists_besides() throws ParseException {
        assertThat(accepted(MINT.second(claims -> claims.setClaim("scp", "phone-changes recoveries")))
                        .getGroups())
                .containsExactly("recoveries");
    }

    @Test
    void an_issuer_cannot_give_scopes_outside_its_list() throws ParseException {
        assertThat(accepted(MINT.first(claims -> claims.setClaim("scope", "admin phone-changes Phone-Changes")))
                        .getGroups())
                .containsExactly("phone-changes");
        assertThat(accepted(MINT.first(claims -> claims.setClaim("scope", List.of("admin", "phone-changes"))))
                        .getGroups())
                .containsExactly("phone-changes");
    }

    @Test
    void no_other_claim_gives_scopes() throws ParseException {
        String token = MINT.first(claims -> {
            claims.unsetClaim("scope");
            claims.setClaim("groups", List.of("phone-changes"));
            claims.setClaim("roleMappings", Map.of("phone-changes", "phone-changes"));
            claims.setClaim("scp", "phone-changes");
        });
        assertThat(accepted(token).getGroups()).isEmpty();
    }

    private JWTCallerPrincipal accepted(String token) throws ParseException {
        return checks.parse(token, new JWTAuthContextInfo());
    }

    private static Arguments good(String what, Consumer<JwtClaims> change) {
        return Arguments.of(what, change);
    }

    private static Arguments bad(String what, Consumer<JwtClaims> change) {
        return Arguments.of(what, change);
    }
}
