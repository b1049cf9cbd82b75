package uk.nhs.access.notice;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotifyKeyTest {

    private static final String SERVICE = "26785a09-ab16-4eb0-8407-a37497a57506";
    private static final String SECRET = "3d844edf-8d35-48ac-975b-e847b4f122b0";
    private static final String KEY = "our-key-" + SERVICE + "-" + SECRET;

    @Test
    void a_token_says_whose_it_is_and_when_it_was_made_and_is_signed_with_the_secret() {
        String authorization =
                "Bearer " + NotifyKey.parse(Optional.of(" " + KEY + "\n")).token();

        assertThatNoException().isThrownBy(() -> NotifyTokens.of(KEY).check(authorization, Instant.now()));
        assertThatExceptionOfType(NotifyRefusal.class)
                .isThrownBy(() -> new NotifyTokens(SERVICE, SERVICE).check(authorization, Instant.now()));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", SECRET, SERVICE + "-" + SECRET, "our-key-" + SECRET, "our-key " + SERVICE + SECRET})
    void what_is_no_key_stops_the_start(String text) {
        assertThatIllegalStateException()
                .isThrownBy(() -> NotifyKey.parse(Optional.ofNullable(text)))
                .withMessageStartingWith("NOTICE_NOTIFY_API_KEY must be a GOV.UK Notify API key")
                .withMessageNotContaining(SECRET);
    }
}
