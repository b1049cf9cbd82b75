package uk.nhs.access.question;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is left of an answer when nobody minds how it was typed: width and composition of letters (NFKC), case, blanks,
 * invisible characters, and the shape that keyboards give apostrophes.
 */
public record TypedAnswer(String plain) {

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\s]]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern APOSTROPHES = Pattern.compile("[‘’ʼ]");
    private static final char SIGMA = 'σ';
    private static final char SIGMA_AT_THE_END = 'ς';
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    /** What is invisible goes first: letters are composed, and folded, as if it had never been between them. */
    public static TypedAnswer of(String typed) {
        String visible = composed(INVISIBLE.matcher(composed(typed)).replaceAll(""));
        String folded = composed(inSmallLetters(visible)).replace(SIGMA_AT_THE_END, SIGMA);
        String straight = APOSTROPHES.matcher(folded).replaceAll("'");
        return new TypedAnswer(BLANKS.matcher(straight).replaceAll(" ").strip());
    }

    /** By way of large ones, since a small one may have two of them; a large ẞ has none but through the small one. */
    private static String inSmallLetters(String text) {
        return text.toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    /** In code points, as people count. */
    int length() {
        return plain.codePointCount(0, plain.length());
    }

    Set<String> words() {
        return Arrays.stream(BETWEEN_WORDS.split(plain))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    @Override
    public String toString() {
        return "TypedAnswer[hidden]";
    }
}
