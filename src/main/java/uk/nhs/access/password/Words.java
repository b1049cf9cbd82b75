package uk.nhs.access.password;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Words that a password must not be made of.
 *
 * <p>A password is made of them if it holds at least one, and fewer than 8 letters are left without them. Case, accents,
 * blanks, digits and punctuation do not count; digits and signs that stand for letters («R0b1n») are read as such too.
 */
record Words(List<String> longestFirst) {

    private static final int SHORTEST = 3;
    private static final int ENOUGH_BESIDES = 8;

    /** Digits and signs left out; and read as letters, where 1 may be i or l. */
    private static final List<Map<Character, Character>> READINGS = List.of(Map.of(), letters('i'), letters('l'));

    /** The words in these texts, and each text as one word. */
    static Words of(Stream<String> texts) {
        return new Words(texts.flatMap(
                        text -> Stream.concat(Arrays.stream(text.split("[^\\p{L}\\p{M}\\p{N}]+")), Stream.of(text)))
                .flatMap(word -> READINGS.stream().map(reading -> plain(word, reading)))
                .filter(word -> word.length() >= SHORTEST)
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList());
    }

    boolean isIn(TypedPassword password) {
        return READINGS.stream().map(reading -> plain(password.text(), reading)).anyMatch(this::isMadeOfThem);
    }

    private boolean isMadeOfThem(String plain) {
        String left = plain;
        for (String word : longestFirst) {
            left = left.replace(word, " ");
        }
        return left.contains(" ") && left.replace(" ", "").length() < ENOUGH_BESIDES;
    }

    /** Letters alone, in lower case and without accents. */
    private static String plain(String text, Map<Character, Character> reading) {
        StringBuilder letters = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .chars()
                .map(character -> reading.getOrDefault((char) character, (char) character))
                .filter(character -> Character.isLetter(character) || Character.isSurrogate((char) character))
                .forEach(character -> letters.append((char) character));
        return letters.toString();
    }

    private static Map<Character, Character> letters(char one) {
        return Map.ofEntries(
                Map.entry('0', 'o'),
                Map.entry('1', one),
                Map.entry('!', one),
                Map.entry('3', 'e'),
                Map.entry('4', 'a'),
                Map.entry('@', 'a'),
                Map.entry('5', 's'),
                Map.entry('$', 's'),
                Map.entry('7', 't'),
                Map.entry('8', 'b'),
                Map.entry('9', 'g'));
    }

    @Override
    public String toString() {
        return "Words[hidden]";
    }
}
