package uk.nhs.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.UnlockApi;

/** Answers that must not tell by their time what was found. */
@QuarkusTest
class EvenTimeTest {

    @Inject
    WebSettings settings;

    /** A refusal too, which needs no work at all. */
    @Test
    void no_answer_leaves_before_its_step_is_over() {
        for (int i = 0; i < 20; i++) {
            long begun = System.nanoTime();
            UnlockApi.start("", "");
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(settings.evenTime());
        }
    }
}
