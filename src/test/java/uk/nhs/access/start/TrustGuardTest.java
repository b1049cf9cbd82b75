package uk.nhs.access.start;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustGuardTest {

    private final ProductionEnvironment environment = new ProductionEnvironment();

    @Test
    void without_any_identity_provider_one_is_asked_for() {
        environment.unsetAll("CALLER_");
        assertThat(environment.faults("prod"))
                .singleElement()
                .asString()
                .startsWith("CALLER_ISSUERS_<NAME>_ISSUER is not set. ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"development:AAAA", "k2:AAAA, development:AAAA"})
    void the_key_that_everybody_knows_is_refused(String keys) {
        environment.set("CRYPTO_KEYS", keys);
        assertThat(environment.faults("prod"))
                .containsExactly("CRYPTO_KEYS lists the key development, which production refuses: it is public.");
    }

    @Test
    void the_key_of_development_is_refused_under_any_name() {
        environment.set("CRYPTO_KEYS", "prod1:a25vd24gdG8gZXZlcnlib2R5OiBkZXZlbG9wbWVudCE=");
        assertThat(environment.faults("prod"))
                .singleElement()
                .asString()
                .startsWith("CRYPTO_KEYS lists the key development");
    }
}
