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
    private final Set<String> ownersAddresses;

    private AnswerPolicy(Set<String> ownersWords, Set<String> ownersAddresses) {
        this.ownersWords = ownersWords;
        this.ownersAddresses = ownersAddresses;
    }

    static AnswerPolicy of(Account owner) {
        Set<String> addresses = owner.emails().stream()
                .map(EmailAddress::value)
                .map(address -> TypedAnswer.of(address).plain())
                .collect(Collectors.toSet());
        return new AnswerPolicy(words(Stream.concat(Stream.of(owner.holder().name()), addresses.stream())), addresses);
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
        return isTheOwners(answer) ? Optional.of(AnswerFault.LIKE_YOU) : Optional.empty();
    }

    private boolean isTheOwners(TypedAnswer answer) {
        return ownersAddresses.contains(answer.plain()) || ownersWords.containsAll(answer.words());
    }

    private static Set<String> words(Stream<String> texts) {
        return texts.map(TypedAnswer::of)
                .flatMap(text -> text.words().stream())
                .collect(Collectors.toCollection(HashSet::new));
    }
}
