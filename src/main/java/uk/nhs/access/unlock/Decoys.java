package uk.nhs.access.unlock;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import uk.nhs.access.question.QuestionSettings;
import uk.nhs.access.question.StandardQuestion;

/** What nobody is asked: as many questions as anybody, the same ones each time, and sometimes one of their own. */
@Singleton
class Decoys {

    private final QuestionSettings settings;

    Decoys(QuestionSettings settings) {
        this.settings = settings;
    }

    List<AskedQuestion> of(UUID seed) {
        List<AskedQuestion> left = new ArrayList<>(Arrays.stream(StandardQuestion.values())
                .map(AskedQuestion::standard)
                .toList());
        left.add(AskedQuestion.OWN);
        List<AskedQuestion> asked = new ArrayList<>();
        long bits = seed.getMostSignificantBits();
        while (asked.size() < settings.count()) {
            asked.add(left.remove((int) Long.remainderUnsigned(bits, left.size())));
            bits = Long.divideUnsigned(bits, left.size() + 1);
        }
        return asked;
    }
}
