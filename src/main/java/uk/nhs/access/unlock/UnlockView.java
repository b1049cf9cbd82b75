package uk.nhs.access.unlock;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.crypto.SecretToken;
import uk.nhs.access.directory.TargetState;
import uk.nhs.access.language.Language;

/**
 * An unlock as whoever holds its token sees it. What does not apply in its state is left out.
 *
 * @param id the token, which is good for nothing but the next steps
 * @param message what to show to the person
 * @param targets where the choice counts, and whether it does yet
 */
record UnlockView(
        String id,
        UnlockState state,
        Instant expiresAt,
        @Nullable List<Asked> questions,
        @Nullable List<UnlockChoice> choices,
        @Nullable UnlockChoice choice,
        @Nullable String message,
        @Nullable List<TargetState> targets) {

    static UnlockView asked(SecretToken token, Unlock unlock, List<AskedQuestion> questions, Language language) {
        List<Asked> asked = questions.stream()
                .map(question -> new Asked(question.name(), question.text(language)))
                .toList();
        return new UnlockView(token.value(), unlock.state(), unlock.expiresAt(), asked, null, null, null, null);
    }

    static UnlockView awaitingCode(SecretToken token, Unlock unlock) {
        return new UnlockView(token.value(), unlock.state(), unlock.expiresAt(), null, null, null, null, null);
    }

    static UnlockView proved(SecretToken token, Unlock unlock, List<UnlockChoice> choices) {
        return new UnlockView(token.value(), unlock.state(), unlock.expiresAt(), null, choices, null, null, null);
    }

    static UnlockView completed(
            SecretToken token, Unlock unlock, UnlockChoice made, Language language, List<TargetState> targets) {
        String message = UnlockWords.completed(made, language);
        return new UnlockView(token.value(), unlock.state(), unlock.expiresAt(), null, null, made, message, targets);
    }

    /** A question, and the words to ask it in. */
    record Asked(String question, String text) {}

    @Override
    public String toString() {
        return "UnlockView[hidden]";
    }
}
