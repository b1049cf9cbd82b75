package uk.nhs.access.unlock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.nhs.access.Defaults;
import uk.nhs.access.question.QuestionSettings;

class DecoysTest {

    private static final int TIMES = 13_000;

    private final Decoys decoys = decoys(3);

    @Test
    void the_same_nobody_is_asked_the_same_questions_in_the_same_order() {
        UUID nobody = UUID.randomUUID();

        assertThat(decoys.of(nobody)).hasSize(3).doesNotHaveDuplicates().isEqualTo(decoys.of(nobody));
    }

    @Test
    void every_question_is_asked_about_equally_often_in_every_place() {
        List<List<AskedQuestion>> asked =
                Stream.generate(UUID::randomUUID).limit(TIMES).map(decoys::of).toList();

        for (int place = 0; place < 3; place++) {
            int here = place;
            Map<AskedQuestion, Long> counts = asked.stream()
                    .map(questions -> questions.get(here))
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
            assertThat(counts).hasSize(13);
            assertThat(counts.values()).allMatch(count -> count > 800 && count < 1_200);
        }
    }

    @Test
    void there_are_enough_for_the_most_that_can_be_asked() {
        assertThat(decoys(10).of(UUID.randomUUID())).hasSize(10).doesNotHaveDuplicates();
    }

    private static Decoys decoys(int count) {
        return new Decoys(Defaults.with(QuestionSettings.class, Map.of("question.count", String.valueOf(count))));
    }
}
