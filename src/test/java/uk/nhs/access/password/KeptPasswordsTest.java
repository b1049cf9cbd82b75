package uk.nhs.access.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeptPasswordsTest {

    private static final Instant SINCE = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void somebody_has_no_password_or_one_that_is_here_or_one_that_is_elsewhere() {
        assertThat(kept(null, null).isNone()).isTrue();
        assertThat(kept(null, null).isElsewhere()).isFalse();
        assertThat(kept("hash", SINCE).isNone()).isFalse();
        assertThat(kept("hash", SINCE).isElsewhere()).isFalse();
        assertThat(kept(null, SINCE).isNone()).isFalse();
        assertThat(kept(null, SINCE).isElsewhere()).isTrue();
    }

    @Test
    void they_are_not_shown_in_passing() {
        assertThat(kept("hash", SINCE)).hasToString("KeptPasswords[hidden]");
    }

    private static KeptPasswords kept(@Nullable String hash, @Nullable Instant since) {
        return new KeptPasswords(UUID.randomUUID(), hash, since, List.of());
    }
}
