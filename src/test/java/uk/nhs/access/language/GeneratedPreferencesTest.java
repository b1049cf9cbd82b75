package uk.nhs.access.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.Cases;

/** What must be true of whatever a client says that it would like to read. */
class GeneratedPreferencesTest {

    private static final List<String> TAGS =
            List.of("cy", "CY-gb", "en", "en-GB", "EN-us", "de", "fr-CA", "zh-Hant", "*");

    /** A language range and its weight in thousandths, as RFC 9110, section 12.5.4 writes them. */
    private record Range(String tag, int weight) {

        Optional<Language> language() {
            String primary = tag.split("-")[0].toLowerCase(Locale.ROOT);
            return primary.equals("cy")
                    ? Optional.of(Language.WELSH)
                    : Optional.of(Language.ENGLISH).filter(english -> primary.equals("en"));
        }

        @Override
        public String toString() {
            return weight == 1_000 ? tag : "%s;q=%s".formatted(tag, weight == 0 ? "0" : "0.%03d".formatted(weight));
        }
    }

    @Test
    void of_the_languages_that_are_wanted_and_spoken_the_one_with_the_most_weight_is_read() {
        Cases.each(5_000, chance -> {
            List<Range> wanted = chance.some(TAGS, 6).stream()
                    .distinct()
                    .map(tag -> new Range(tag, chance.between(0, 1_000)))
                    .toList();
            String header = wanted.stream().map(Range::toString).collect(Collectors.joining(chance.of(",", ", ")));

            Language expected = wanted.stream()
                    .filter(range -> range.weight() > 0 && range.language().isPresent())
                    .max(Comparator.comparing(Range::weight).thenComparing(first(wanted)))
                    .flatMap(Range::language)
                    .orElse(Language.ENGLISH);
            assertThat(Language.of(header)).as("«%s»", header).isEqualTo(expected);
        });
    }

    @Test
    void whatever_is_said_one_of_the_two_is_read_and_nothing_is_thrown() {
        Cases.each(20_000, chance -> {
            String header = chance.oneIn(2) ? chance.anything(210) : chance.twisted("cy-GB,cy;q=0.9,en;q=0.8");
            assertThat(Language.of(header)).isNotNull();
        });
    }

    /** Of two with the same weight the one that was said first. */
    private static Comparator<Range> first(List<Range> wanted) {
        return Comparator.comparing((Range range) -> wanted.indexOf(range)).reversed();
    }
}
