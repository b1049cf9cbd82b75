package uk.nhs.access.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Flow.Subscription;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.Cases;
import uk.nhs.access.support.Chance;

/** What must be true of whatever a receiver answers. */
class GeneratedAnswersTest {

    @Test
    void whatever_a_receiver_says_it_is_understood_and_nothing_of_it_is_repeated_but_a_code() {
        Cases.each(10_000, chance -> {
            int status = chance.oneIn(2) ? 400 : chance.between(100, 599);
            String body = body(chance);

            Answer answer = Answer.of(status, body);

            assertThat(answer instanceof Answer.Accepted).isEqualTo(status == 202);
            if (answer instanceof Answer.Refused refused) {
                assertThat(refused.why()).matches("400 invalid_(request|issuer|audience)");
            } else if (answer instanceof Answer.Later later) {
                assertThat(later.why()).matches(status + "( [a-z_]{1,40})?");
            }
        });
    }

    @Test
    void no_more_of_an_answer_is_read_than_its_beginning_however_it_is_cut() {
        Cases.each(3_000, chance -> {
            int most = chance.between(1, 20);
            Heard heard = new Heard();
            BoundedText text = new BoundedText(most);
            StringBuilder sent = new StringBuilder();
            text.onSubscribe(heard);
            while (heard.wanted && !chance.oneIn(6)) {
                heard.wanted = false;
                List<String> pieces = chance.several(1, 3, () -> chance.text("abc", 0, 8));
                pieces.forEach(sent::append);
                text.onNext(pieces.stream()
                        .map(piece -> ByteBuffer.wrap(piece.getBytes(StandardCharsets.US_ASCII)))
                        .toList());
            }
            assertThat(heard.cancelled).isEqualTo(sent.length() >= most);
            text.onComplete();

            String begun = sent.substring(0, Math.min(most, sent.length()));
            assertThat(text.getBody().toCompletableFuture()).isCompletedWithValue(begun);
        });
    }

    private static String body(Chance chance) {
        String code = chance.of("invalid_request", "invalid_issuer", "invalid_audience", "invalid_key", "07700900123");
        String json = "{\"err\":\"" + code + "\",\"description\":\"Robin's\"}";
        return switch (chance.between(0, 2)) {
            case 0 -> json;
            case 1 -> chance.twisted(json);
            default -> chance.anything(60);
        };
    }

    /** Whoever sends the answer, and is told to go on or to stop. */
    private static final class Heard implements Subscription {

        private boolean wanted;
        private boolean cancelled;

        @Override
        public void request(long pieces) {
            wanted = true;
        }

        @Override
        public void cancel() {
            cancelled = true;
        }
    }
}
