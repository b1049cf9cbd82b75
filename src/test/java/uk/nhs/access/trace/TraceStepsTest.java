package uk.nhs.access.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import org.junit.jupiter.api.Test;

/** What is part of a trace, and what is not, where nobody records any. */
class TraceStepsTest {

    private static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Test
    void looking_for_work_is_in_a_trace_that_nobody_records_and_in_none_once_it_is_over() {
        SpanContext looking = Trace.apart(() -> Span.current().getSpanContext());

        assertThat(looking.isValid()).isTrue();
        assertThat(looking.isSampled()).isFalse();
        assertThat(Span.current().getSpanContext().isValid()).isFalse();
    }

    @Test
    void a_question_to_another_system_is_answered_in_the_trace_that_it_is_asked_in() {
        Trace.resume(PARENT, "a test", () -> {
            String asked = Trace.ask("a test", () -> Trace.current().orElseThrow());

            assertThat(asked).isEqualTo(PARENT);
        });
    }

    @Test
    void a_question_that_fails_fails_as_it_would_have_without_a_trace() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Trace.ask("a test", () -> {
                    throw new IllegalStateException("No answer");
                }))
                .withMessage("No answer");
    }
}
