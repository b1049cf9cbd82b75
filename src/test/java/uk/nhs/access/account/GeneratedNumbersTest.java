package uk.nhs.access.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.TestReporter;

/** What must be true of whatever somebody types. The seed of a run is reported and stands in its failure. */
class GeneratedNumbersTest {

    private static final int NUMBERS = 20_000;
    private static final List<String> STARTS =
            List.of("07", "+447", "00447", "447", "+44 (0)7", "7", "070", "076", "01", "+33", "+1", "0", "+", "");
    private static final String BETWEEN = "  --()+.x/\n\u200B\uFF11\u0661";

    private final MobileNumbers numbers = new MobileNumbers(() -> false);

    @RepeatedTest(3)
    void whatever_is_accepted_is_a_uk_mobile_in_e164_that_parses_to_itself(TestReporter reporter) {
        long seed = new Random().nextLong();
        reporter.publishEntry("seed", Long.toString(seed));
        Random random = new Random(seed);
        int accepted = 0;
        for (int i = 0; i < NUMBERS; i++) {
            String typed = typed(random);
            Optional<MobileNumber> number = numbers.parse(typed);
            number.ifPresent(found -> assertHolds(found, typed, seed));
            accepted += number.isPresent() ? 1 : 0;
        }
        assertThat(accepted).as("accepted with seed %d", seed).isBetween(NUMBERS / 20, NUMBERS / 2);
    }

    private void assertHolds(MobileNumber number, String typed, long seed) {
        assertThat(number.e164())
                .as("«%s» with seed %d", typed, seed)
                .matches("\\+447([1-57-9][0-9]|62)[0-9]{7}")
                .doesNotStartWith("+447700900");
        assertThat(numbers.parse(number.e164()))
                .as("«%s» with seed %d", number.e164(), seed)
                .contains(number);
        assertThat(typed.replaceAll("[^0-9]", ""))
                .as("the number is the one that was typed, with seed %d", seed)
                .endsWith(number.e164().substring("+44".length()));
    }

    private static String typed(Random random) {
        StringBuilder typed = new StringBuilder(STARTS.get(random.nextInt(STARTS.size())));
        int digits = 7 + random.nextInt(4);
        for (int i = 0; i < digits; i++) {
            if (random.nextInt(20) == 0) {
                typed.append(BETWEEN.charAt(random.nextInt(BETWEEN.length())));
            }
            typed.append((char) ('0' + random.nextInt(10)));
        }
        return typed.toString();
    }
}
