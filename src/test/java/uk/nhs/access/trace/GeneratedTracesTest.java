package uk.nhs.access.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import uk.nhs.access.support.Cases;

/** What must be true of whatever a caller says that its trace is. */
class GeneratedTracesTest {

    private static final String HEX = "0123456789abcdef";

    @Test
    void a_trace_that_is_handed_on_is_the_one_that_was_named() {
        Cases.each(5_000, chance -> {
            String header = "00-%s1-%s1-0%d"
                    .formatted(chance.text(HEX, 31, 31), chance.text(HEX, 15, 15), chance.between(0, 1));

            assertThat(TraceParent.parse(header).map(TraceParent::write)).contains(header);
        });
    }

    @Test
    void whatever_is_said_nothing_but_a_trace_is_handed_on() {
        Cases.each(20_000, chance -> {
            String said = chance.oneIn(4)
                    ? chance.anything(60)
                    : chance.twisted("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
            TraceParent.parse(said).map(TraceParent::write).ifPresent(written -> {
                assertThat(written).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]");
                assertThat(said).contains(written.substring(2, 52));
            });
        });
    }
}
