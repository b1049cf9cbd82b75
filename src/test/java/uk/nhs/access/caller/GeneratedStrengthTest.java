package uk.nhs.access.caller;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;
import uk.nhs.access.Defaults;
import uk.nhs.access.support.Cases;
import uk.nhs.access.support.Chance;

/** What must be true of whatever a token says of how its person signed in. */
class GeneratedStrengthTest {

    private static final String ISSUER = "caller.issuers.any.";
    private static final List<String> PARTS = List.of("P0", "P5", "P9", "Cp", "Cd", "Ck", "Cm", "Ca", "cp", "Cdx", "");

    private final CallerSettings.TrustedIssuer issuer = Defaults.with(
                    CallerSettings.class,
                    Map.of(ISSUER + "issuer", "any", ISSUER + "audience", "any", ISSUER + "keys", "any"))
            .issuers()
            .get("any");

    @Test
    void a_vector_is_strong_exactly_if_it_has_one_of_the_combinations_whatever_else_it_has_and_in_any_order() {
        Cases.each(5_000, chance -> {
            List<String> parts = chance.some(PARTS, 6);
            Set<String> claimed = Set.copyOf(parts);
            boolean strong =
                    claimed.contains("Ck") || claimed.contains("Cm") || claimed.containsAll(Set.of("Cp", "Cd"));

            assertThat(hasTwoSteps("vot", String.join(".", parts)))
                    .as("%s", parts)
                    .isEqualTo(strong);
            assertThat(hasTwoSteps("vot", List.of("P0", String.join(".", shuffled(chance, parts)))))
                    .as("%s", parts)
                    .isEqualTo(strong);
            assertThat(hasPassword("vot", String.join(".", parts)))
                    .as("%s", parts)
                    .isEqualTo(claimed.contains("Cp"));
        });
    }

    @Test
    void what_two_vectors_say_is_never_added_up() {
        Cases.each(3_000, chance -> {
            List<String> vectors = chance.several(0, 4, () -> String.join(".", chance.some(PARTS, 3)));

            assertThat(hasTwoSteps("vot", vectors))
                    .as("%s", vectors)
                    .isEqualTo(vectors.stream().anyMatch(vector -> hasTwoSteps("vot", vector)));
        });
    }

    @Test
    void a_method_is_strong_if_it_is_mfa_and_nothing_that_is_nearly_so_is() {
        Cases.each(5_000, chance -> {
            String nearly = chance.twisted("mfa");
            assertThat(hasTwoSteps("amr", List.of("pwd", nearly))).as(nearly).isEqualTo(nearly.equals("mfa"));
            assertThat(hasPassword("amr", List.of(nearly))).as(nearly).isEqualTo(nearly.equals("pwd"));
            assertThat(hasTwoSteps("acr", nearly)).as(nearly).isFalse();
        });
        assertThat(hasPassword("amr", List.of("sms", "pwd"))).isTrue();
    }

    @Test
    void whatever_else_a_claim_is_it_is_weak_and_nothing_is_thrown() {
        Cases.each(5_000, chance -> {
            Object junk = junk(chance, 3);
            for (String claim : List.of("vot", "amr", "acr")) {
                assertThat(hasTwoSteps(claim, junk)).as("%s: %s", claim, junk).isFalse();
                assertThat(hasPassword(claim, junk)).as("%s: %s", claim, junk).isFalse();
            }
        });
    }

    private boolean hasTwoSteps(String claim, Object value) {
        return Strength.hasTwoSteps(token(claim, value), issuer.twoSteps());
    }

    private boolean hasPassword(String claim, Object value) {
        return Strength.hasPassword(token(claim, value), issuer.passwordAccepted());
    }

    private static JsonWebToken token(String claim, Object value) {
        JwtClaims claims = new JwtClaims();
        claims.setClaim(claim, value);
        return new DefaultJWTCallerPrincipal(claims);
    }

    private static List<String> shuffled(Chance chance, List<String> parts) {
        List<String> shuffled = new ArrayList<>(parts);
        Collections.shuffle(shuffled, new Random(chance.between(0, 1_000)));
        return shuffled;
    }

    /** Anything that JSON can say, of which nothing is strong. */
    private static Object junk(Chance chance, int depth) {
        int kind = chance.between(depth == 0 ? 2 : 0, 5);
        if (kind == 0) {
            return chance.several(0, 3, () -> junk(chance, depth - 1));
        }
        if (kind == 1) {
            Map<String, Object> object = new HashMap<>();
            object.put(chance.of("Ck", "mfa", "Cp.Cd"), junk(chance, depth - 1));
            return object;
        }
        return chance.of(Boolean.TRUE, 5, 1.5, "ck", "Mfa", " mfa", "cp.cd", "Cp Cd", "\u0000");
    }
}
