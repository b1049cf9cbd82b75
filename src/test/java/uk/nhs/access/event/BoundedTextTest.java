package uk.nhs.access.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

/** How much of an answer is listened to. */
class BoundedTextTest {

    private final BoundedText text = new BoundedText(8);
    private final CompletableFuture<String> read = text.getBody().toCompletableFuture();
    private final Sender sender = new Sender();

    /** Whoever sends, as long as it is asked to. */
    private static final class Sender implements Flow.Subscription {

        private long asked;
        private boolean stopped;

        @Override
        public void request(long more) {
            asked += more;
        }

        @Override
        public void cancel() {
            stopped = true;
        }
    }

    @Test
    void a_short_answer_is_asked_for_part_by_part_and_read_whole() {
        text.onSubscribe(sender);
        assertThat(sender.asked).isEqualTo(1);
        text.onNext(parts("ab", "cd"));
        assertThat(sender.asked).isEqualTo(2);
        text.onNext(parts("efg"));
        assertThat(sender.asked).isEqualTo(3);
        assertThat(read).isNotDone();

        text.onComplete();

        assertThat(read).isCompletedWithValue("abcdefg");
        assertThat(sender.stopped).isFalse();
    }

    @Test
    void whoever_sends_more_than_is_wanted_is_stopped_and_what_came_till_then_is_the_answer() {
        text.onSubscribe(sender);
        text.onNext(parts("abcdefg"));

        text.onNext(parts("hi", "jk"));

        assertThat(sender.stopped).isTrue();
        assertThat(sender.asked).isEqualTo(2);
        assertThat(read).isCompletedWithValue("abcdefgh");
    }

    @Test
    void an_answer_that_breaks_off_is_none() {
        text.onSubscribe(sender);
        text.onNext(parts("ab"));

        text.onError(new IOException("reset"));

        assertThat(read).isCompletedExceptionally();
    }

    private static List<ByteBuffer> parts(String... parts) {
        return Arrays.stream(parts).map(StandardCharsets.UTF_8::encode).toList();
    }
}
