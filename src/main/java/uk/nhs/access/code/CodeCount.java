package uk.nhs.access.code;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.stream.Stream;
import uk.nhs.access.channel.Channel;
import uk.nhs.access.problem.Cid;

/**
 * Counts the codes that were sent, as {@code access_codes_sent_total}, and what came of those that were entered, as {@code
 * access_codes_checked_total}.
 */
@Startup // what is counted begins at 0, so that the first one is seen as an increase
@Singleton
class CodeCount {

    private static final String RIGHT = "RIGHT";

    private final MeterRegistry metrics;

    CodeCount(MeterRegistry metrics) {
        this.metrics = metrics;
        Stream.of(CodePurpose.values()).forEach(purpose -> {
            purpose.channels().forEach(channel -> sent(purpose, channel, 0));
            checked(purpose, RIGHT, 0);
            checked(purpose, Cid.CODE_WRONG.name(), 0);
        });
    }

    void sent(CodePurpose purpose, Channel channel) {
        sent(purpose, channel, 1);
    }

    void right(CodePurpose purpose) {
        checked(purpose, RIGHT, 1);
    }

    void refused(CodePurpose purpose, Cid why) {
        checked(purpose, why.name(), 1);
    }

    private void sent(CodePurpose purpose, Channel channel, int more) {
        metrics.counter("access.codes.sent", Tags.of("purpose", purpose.name(), "channel", channel.name()))
                .increment(more);
    }

    private void checked(CodePurpose purpose, String outcome, int more) {
        metrics.counter("access.codes.checked", Tags.of("purpose", purpose.name(), "outcome", outcome))
                .increment(more);
    }
}
