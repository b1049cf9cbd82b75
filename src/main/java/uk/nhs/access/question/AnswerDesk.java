package uk.nhs.access.question;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.IntStream;
import uk.nhs.access.crypto.SlowHashes;
import uk.nhs.access.problem.Problem;

/**
 * The slow part of the work on answers. Call it outside transactions: it takes tens of milliseconds for each answer, and
 * may wait for its turn.
 */
@Singleton
public class AnswerDesk {

    private static final String USE = "security answer";

    private final SlowHashes hashes;
    private final QuestionSettings settings;

    AnswerDesk(SlowHashes hashes, QuestionSettings settings) {
        this.hashes = hashes;
        this.settings = settings;
    }

    /**
     * Compares all answers, at the same cost whichever are right, however many were given, and whether or not there is
     * anything to compare with.
     *
     * @throws Problem UNAVAILABLE if too many others are hashed
     */
    public AnswerVerdict compare(KeptAnswers kept, List<TypedAnswer> typed) {
        boolean right = !kept.isNone() && typed.size() == kept.hashes().size();
        for (int i = 0; i < settings.count(); i++) {
            TypedAnswer answer = i < typed.size() ? typed.get(i) : new TypedAnswer("");
            right &= matches(kept, i, answer);
        }
        return new AnswerVerdict(right, right ? renewed(kept, typed) : List.of());
    }

    /** Makes answers ready to be kept. */
    public List<HashedAnswer> hash(List<Choice> choices) {
        return choices.stream()
                .map(choice -> new HashedAnswer(
                        choice.question(), hashes.hash(USE, choice.answer().plain())))
                .toList();
    }

    private boolean matches(KeptAnswers kept, int position, TypedAnswer answer) {
        if (position < kept.hashes().size()) {
            return hashes.matches(kept.hashes().get(position), USE, answer.plain());
        }
        hashes.pretend(USE, answer.plain());
        return false;
    }

    private List<String> renewed(KeptAnswers kept, List<TypedAnswer> typed) {
        if (kept.hashes().stream().noneMatch(hashes::isDated)) {
            return List.of();
        }
        return IntStream.range(0, typed.size())
                .mapToObj(i -> hashes.hash(USE, typed.get(i).plain()))
                .toList();
    }
}
