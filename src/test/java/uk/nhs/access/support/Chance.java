package uk.nhs.access.support;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Draws what a case is made of: the same from the same seed. */
public final class Chance {

    /** What parsers stumble over: separators, quotes, controls, halves of pairs, other scripts, other digits. */
    private static final String AWKWARD =
            "\u0000\t\r\n \"'\\,;:.=+-_/@%()[]{}<>*&#!~\u007F\u0085\u00A0\u00AD\u00DF\u0130\u0131"
                    + "\u0301\u0430\u0661\u200B\u200D\u202E\u2028\u2019\u212A\u3000\uFB01\uFEFF\uFF11\uFF21\uD83D\uDE00\uFFFF";

    private final Random random;

    Chance(long seed) {
        random = new Random(seed);
    }

    /** A whole number, the ends included. */
    public int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    public boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    @SafeVarargs
    public final <T> T of(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    public <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Some of {@code choices}, in any order, perhaps one of them twice. */
    public <T> List<T> some(List<T> choices, int most) {
        return several(0, most, () -> of(choices));
    }

    public <T> List<T> several(int least, int most, Supplier<T> each) {
        return Stream.generate(each).limit(between(least, most)).toList();
    }

    /** A text of these characters alone. */
    public String text(String alphabet, int least, int most) {
        return IntStream.range(0, between(least, most))
                .mapToObj(i -> String.valueOf(alphabet.charAt(random.nextInt(alphabet.length()))))
                .collect(Collectors.joining());
    }

    /** A text of any characters at all. */
    public String anything(int most) {
        return IntStream.range(0, between(0, most))
                .mapToObj(i -> String.valueOf(character()))
                .collect(Collectors.joining());
    }

    /** Something that is nearly {@code good}: up to three characters put in, left out, replaced or said twice. */
    public String twisted(String good) {
        StringBuilder twisted = new StringBuilder(good);
        for (int i = between(1, 3); i > 0; i--) {
            int at = random.nextInt(twisted.length() + 1);
            int end = Math.min(twisted.length(), at + between(0, 2));
            twisted.replace(at, end, oneIn(4) ? twisted.substring(at, end).repeat(2) : anything(1));
        }
        return twisted.toString();
    }

    public byte[] bytes(int least, int most) {
        byte[] bytes = new byte[between(least, most)];
        random.nextBytes(bytes);
        return bytes;
    }

    /** An instant that is not before {@code now}: often one of these boundaries, or one tick before it. */
    public Instant after(Instant now, Duration most, Instant... boundaries) {
        Instant drawn = oneIn(2) && boundaries.length > 0
                ? of(boundaries).minus(between(0, 1), ChronoUnit.MICROS)
                : now.plus((long) (random.nextDouble() * most.toSeconds() * 1_000_000), ChronoUnit.MICROS);
        return drawn.isBefore(now) ? now : drawn;
    }

    private char character() {
        return switch (random.nextInt(4)) {
            case 0 -> AWKWARD.charAt(random.nextInt(AWKWARD.length()));
            case 1 -> (char) random.nextInt(Character.MAX_VALUE + 1);
            default -> (char) between(' ', '~');
        };
    }
}
