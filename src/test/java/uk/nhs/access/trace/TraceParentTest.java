package uk.nhs.access.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String STEP = "b7ad6b7169203331";

    @ParameterizedTest
    @ValueSource(strings = {"00", "01"})
    void what_is_read_is_written_alike(String flags) {
        String header = "00-" + TRACE + "-" + STEP + "-" + flags;

        assertThat(TraceParent.parse(header).map(TraceParent::write)).contains(header);
    }

    @Test
    void a_later_version_may_say_more() {
        assertThat(TraceParent.parse("cc-" + TRACE + "-" + STEP + "-01-what-comes-later"))
                .map(TraceParent::write)
                .contains("00-" + TRACE + "-" + STEP + "-01");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "07700900123",
                "00-" + TRACE + "-" + STEP,
                "00-" + TRACE + "-" + STEP + "-01-more",
                "ff-" + TRACE + "-" + STEP + "-01",
                "00-00000000000000000000000000000000-" + STEP + "-01",
                "00-" + TRACE + "-0000000000000000-01",
                "00-0AF7651916CD43DD8448EB211C80319C-" + STEP + "-01",
                "00-" + TRACE + "-" + STEP + "-01\r\nX-More: header"
            })
    void what_is_not_of_the_form_is_not_taken_over(String header) {
        assertThat(TraceParent.parse(header)).isEmpty();
    }

    @Test
    void a_trace_that_begins_here_is_like_no_other_and_asks_nobody_to_record_it() {
        SpanContext one = TraceParent.begin();
        SpanContext other = TraceParent.begin();

        assertThat(one.isValid()).isTrue();
        assertThat(one.isSampled()).isFalse();
        assertThat(one.getTraceId()).isNotEqualTo(other.getTraceId());
        assertThat(TraceParent.parse(TraceParent.write(one))).contains(one);
    }
}
