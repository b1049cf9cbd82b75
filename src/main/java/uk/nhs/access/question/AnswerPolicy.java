package uk.nhs.access.question;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.nhs.access.account.Account;
import uk.nhs.access.account.EmailAddress;

/** What an answer must not be, for it would be guessed: too short, common, the question again, or its owner's name. */
final class AnswerPolicy {

    static final int SHORTEST = 3;
    static final int LONGEST = 200;

    private final Set<String> ownersWords;

    private AnswerPolicy(Set<String> ownersWords) {
        this.ownersWords = ownersWords;
    }

    static AnswerPolicy of(Account owner) {
        return new AnswerPolicy(words(Stream.concat(
                Stream.of(owner.holder().name()), owner.emails().stream().map(EmailAddress::value))));
    }

    /** The first fault of an answer, in the order in which they are best put right. */
    Optional<AnswerFault> fault(Choice choice) {
        TypedAnswer answer = choice.answer();
        if (answer.length() < SHORTEST || answer.words().isEmpty()) {
            return Optional.of(AnswerFault.TOO_SHORT);
        }
        if (answer.length() > LONGEST) {
            return Optional.of(AnswerFault.TOO_LONG);
        }
        if (CommonAnswers.contain(answer)) {
            return Optional.of(AnswerFault.COMMON);
        }
        if (words(choice.question().texts()).containsAll(answer.words())) {
            return Optional.of(AnswerFault.LIKE_THE_QUESTION);
        }
        return ownersWords.containsAll(answer.words()) ? Optional.of(AnswerFault.LIKE_YOU) : Optional.empty();
    }

    private static Set<String> words(Stream<String> texts) {
        return texts.map(TypedAnswer::of)
                .flatMap(text -> text.words().stream())
                .collect(Collectors.toCollection(HashSet::new));
    }
}
