package uk.nhs.access.language;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.language.Language.ENGLISH;
import static uk.nhs.access.language.Language.WELSH;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"cy", "CY", "cy-GB", "cy-GB,cy;q=0.9,en;q=0.8", "en;q=0.5,cy;q=0.9", "de,cy;q=0.3,en;q=0.2"})
    void who_prefers_welsh_to_english_reads_welsh(String acceptLanguage) {
        assertThat(Language.of(acceptLanguage)).isEqualTo(WELSH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "en-GB", "en-US,en;q=0.9,cy;q=0.8", "cy-GB;q=0.5,en;q=0.9"})
    void who_prefers_english_to_welsh_reads_english(String acceptLanguage) {
        assertThat(Language.of(acceptLanguage)).isEqualTo(ENGLISH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "de", "fr-FR,fr;q=0.9", "cym-x"})
    void who_asks_for_neither_reads_english(String acceptLanguage) {
        assertThat(Language.of(acceptLanguage)).isEqualTo(ENGLISH);
    }

    @Test
    void who_refuses_welsh_reads_english() {
        assertThat(Language.of("cy;q=0")).isEqualTo(ENGLISH);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {" ", ",", ";", "-", "--", "cy;", "cy;q", "cy;q=", "cy;q=2", "cy;q=high", ",cy", "cy_GB", "ŵ"})
    void a_missing_or_malformed_header_means_english(String acceptLanguage) {
        assertThat(Language.of(acceptLanguage)).isEqualTo(ENGLISH);
    }

    @Test
    void a_wish_has_200_characters_at_the_most() {
        String longest = "cy" + ",de".repeat(66);
        assertThat(longest).hasSize(200);
        assertThat(Language.of(longest)).isEqualTo(WELSH);
        assertThat(Language.of(longest + " ")).isEqualTo(ENGLISH);
    }

    @Test
    void the_first_wanted_language_that_the_service_speaks_is_taken() {
        assertThat(Language.firstOf(List.of(Locale.FRENCH, WELSH.locale(), Locale.UK)))
                .isEqualTo(WELSH);
        assertThat(Language.firstOf(List.of())).isEqualTo(ENGLISH);
    }
}
