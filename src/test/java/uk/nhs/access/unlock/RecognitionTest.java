package uk.nhs.access.unlock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecognitionTest {

    private static final UUID NOBODY = UUID.randomUUID();

    @Test
    void details_that_fit_no_account_are_those_of_nobody() {
        assertThat(new Recognition(NOBODY, "address", NOBODY).isSomebody()).isFalse();
        assertThat(new Recognition(UUID.randomUUID(), "address", NOBODY).isSomebody())
                .isTrue();
    }
}
