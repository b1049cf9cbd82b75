package uk.nhs.access.caller;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import java.util.HashMap;
import java.util.Map;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.access.Defaults;

class StrengthTest {

    private static final String ISSUER = "caller.issuers.any.";

    private final CallerSettings.TwoSteps byDefault = twoSteps(Map.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "P5.Cp.Cd",
                "P5.Cd.Cp",
                "Cd.Cp.P5",
                "Cp.Cd",
                "P0.Cp.Cd",
                "P9.Cp.Ck",
                "P9.Ck",
                "Ck.P9",
                "P9.Cm",
                "P9.Cp.Cd.Xx",
                "P5..Cp..Cd"
            })
    void a_vector_of_trust_with_two_steps_is_strong_in_any_order(String vot) throws InvalidJwtException {
        assertThat(isStrong("{\"vot\":\"" + vot + "\"}")).isTrue();
        assertThat(isStrong("{\"vot\":[\"" + vot + "\"]}")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"vot\":null}",
                "{\"vot\":\"\"}",
                "{\"vot\":\".\"}",
                "{\"vot\":\"P5\"}",
                "{\"vot\":\"P9\"}",
                "{\"vot\":\"P5.Cp\"}",
                "{\"vot\":\"P5.Cd\"}",
                "{\"vot\":\"P5.Ca\"}",
                "{\"vot\":\"P5.cp.cd\"}",
                "{\"vot\":\"P5.CpCd\"}",
                "{\"vot\":\"P5 Cp Cd\"}",
                "{\"vot\":\"P5,Cp,Cd\"}",
                "{\"vot\":\"P5.Cp.Cdx\"}",
                "{\"vot\":\"P9.Ckm\"}",
                "{\"vot\":[]}",
                "{\"vot\":[\"P5.Cp\",\"P0.Cd\"]}",
                "{\"vot\":{\"Cp\":true,\"Cd\":true}}",
                "{\"vot\":true}",
                "{\"vot\":5}",
                "{\"VOT\":\"P5.Cp.Cd\"}",
                "{\"vtr\":\"P5.Cp.Cd\"}"
            })
    void any_other_vector_of_trust_is_weak(String claims) throws InvalidJwtException {
        assertThat(isStrong(claims)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"amr\":[\"pwd\",\"mfa\"]}", "{\"amr\":[\"mfa\"]}", "{\"amr\":\"mfa\"}"})
    void the_method_mfa_is_strong_in_a_list_and_alone(String claims) throws InvalidJwtException {
        assertThat(isStrong(claims)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"amr\":[]}",
                "{\"amr\":null}",
                "{\"amr\":\"\"}",
                "{\"amr\":[\"pwd\"]}",
                "{\"amr\":[\"pwd\",\"sms\",\"otp\"]}",
                "{\"amr\":\"pwd\"}",
                "{\"amr\":\"pwd mfa\"}",
                "{\"amr\":\"not.mfa\"}",
                "{\"amr\":[\"no.mfa\"]}",
                "{\"amr\":\"MFA\"}",
                "{\"amr\":[[\"mfa\"]]}",
                "{\"amr\":{\"mfa\":true}}",
                "{\"amr\":true}",
                "{\"amr\":[1,null]}"
            })
    void any_other_method_is_weak(String claims) throws InvalidJwtException {
        assertThat(isStrong(claims)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"amr\":[\"otp\",\"pwd\"]}", "{\"amr\":[\"pwd\",\"geo\",\"otp\"]}", "{\"amr\":\"hwk\"}"})
    void an_issuer_may_have_methods_that_count_together(String claims) throws InvalidJwtException {
        CallerSettings.TwoSteps own = twoSteps(Map.of(ISSUER + "two-steps.amr", "pwd.otp,hwk"));
        assertThat(Strength.hasTwoSteps(token(claims), own)).isTrue();
        assertThat(Strength.hasTwoSteps(token("{\"amr\":[\"mfa\",\"pwd\"]}"), own))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"acr\":\"AAL2_ANY\"}", "{\"acr\":\"urn:two.steps\"}"})
    void a_context_class_is_strong_only_where_the_issuer_lists_it(String claims) throws InvalidJwtException {
        CallerSettings.TwoSteps own = twoSteps(Map.of(ISSUER + "two-steps.acr", "AAL2_ANY,urn:two.steps"));
        assertThat(Strength.hasTwoSteps(token(claims), own)).isTrue();
        assertThat(isStrong(claims)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAL2", "AAL2_ANY.x", "aal2_any", "two", "steps", "urn:two", "", "AAL2_ANY urn:two.steps"})
    void a_context_class_is_compared_whole(String acr) throws InvalidJwtException {
        CallerSettings.TwoSteps own = twoSteps(Map.of(ISSUER + "two-steps.acr", "AAL2_ANY,urn:two.steps"));
        assertThat(Strength.hasTwoSteps(token("{\"acr\":\"" + acr + "\"}"), own))
                .isFalse();
    }

    private boolean isStrong(String claims) throws InvalidJwtException {
        return Strength.hasTwoSteps(token(claims), byDefault);
    }

    private static DefaultJWTCallerPrincipal token(String claims) throws InvalidJwtException {
        return new DefaultJWTCallerPrincipal(JwtClaims.parse(claims));
    }

    private static CallerSettings.TwoSteps twoSteps(Map<String, String> own) {
        Map<String, String> values = new HashMap<>(own);
        values.putAll(Map.of(ISSUER + "issuer", "any", ISSUER + "audience", "any", ISSUER + "keys", "any"));
        return Defaults.with(CallerSettings.class, values).issuers().get("any").twoSteps();
    }
}
