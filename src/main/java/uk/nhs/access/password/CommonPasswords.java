package uk.nhs.access.password;

import com.nulabinc.zxcvbn.Zxcvbn;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Passwords that are guessed early: common ones, names, words, rows of keys, dates, and simple variations or chains of these.
 *
 * <p>The 30,000 commonest passwords, and the names and words, are those of zxcvbn; the words of this line of work are ours.
 */
@Startup // the lists are read before anybody waits for them
@Singleton
class CommonPasswords {

    /** The estimate takes longer than in proportion; what is not guessed by so many characters is not guessed by more. */
    private static final int LOOKED_AT = 50;

    private final Zxcvbn zxcvbn = new Zxcvbn();
    private final List<String> context = Lists.lines("context-words.txt");
    private final PasswordSettings settings;

    CommonPasswords(PasswordSettings settings) {
        this.settings = settings;
    }

    boolean isCommon(TypedPassword password) {
        String text = password.text();
        String beginning = text.substring(0, Math.min(text.length(), LOOKED_AT));
        return zxcvbn.measure(beginning, context).getGuesses() < settings.guesses();
    }
}
