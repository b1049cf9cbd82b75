package uk.nhs.access.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.access.language.Language;

/** The catalogue of refusals in itself. That the contract documents each of them is told by the contract's own test. */
class CidTest {

    private static final Map<String, Set<Integer>> PUBLISHED = Map.of(
            "CID1111", Set.of(500, 503),
            "CID2012", Set.of(403),
            "CID3001", Set.of(422, 429),
            "CID3002", Set.of(410),
            "CID3003", Set.of(410));

    private static final String OURS = "CID(10[0-9]{2}|301[1-9]|3[1-4][0-9]{2})";

    private static final List<Integer> TAKEN_ELSEWHERE = IntStream.of(
                    1112, 1113, 1114, 1115, 2011, 2014, 2020, 2021, 2022, 2023, 2024, 3004, 3006, 3007, 3008, 3009,
                    3010, 4002, 4011, 4012, 4017, 5001, 7100, 8002)
            .boxed()
            .toList();

    @Test
    void no_reference_stands_twice_with_the_same_status() {
        assertThat(Arrays.stream(Cid.values()).map(cid -> cid.reference() + " " + cid.status()))
                .doesNotHaveDuplicates();
    }

    @Test
    void no_reference_but_a_published_one_has_two_meanings() {
        assertThat(Arrays.stream(Cid.values())
                        .map(Cid::reference)
                        .filter(reference -> !PUBLISHED.containsKey(reference)))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void each_reference_is_published_or_from_a_range_of_ours(Cid cid) {
        if (PUBLISHED.containsKey(cid.reference())) {
            assertThat(PUBLISHED.get(cid.reference())).contains(cid.status());
        } else {
            assertThat(cid.reference()).matches(OURS);
        }
    }

    @ParameterizedTest
    @EnumSource
    void no_reference_is_taken_elsewhere(Cid cid) {
        int number = Integer.parseInt(cid.reference().substring("CID".length()));
        assertThat(number).isNotIn(TAKEN_ELSEWHERE);
        assertThat(number < 7001 || number > 7029).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void a_new_reference_is_from_the_range_of_its_subject(Cid cid) {
        String reference = cid.reference();
        String name = cid.name();
        if (!PUBLISHED.containsKey(reference)) {
            assertThat(reference.matches("CID31[0-9]{2}"))
                    .isEqualTo(name.matches("CODES?_.*|CHANNEL_.*|NO_DESTINATION|ACCOUNT_UNKNOWN|RECOVERY_NO_CODE"));
            assertThat(reference.matches("CID301[1-9]"))
                    .isEqualTo(name.matches("(PHONE_CHANGE|CANCEL_LINK|RECOVERY)_.*(?<!NO_CODE)"));
            assertThat(reference.matches("CID34[0-9]{2}"))
                    .isEqualTo(name.matches(
                            "(SUBJECT|ADDRESS)_TAKEN|ISSUER_.*|NOT_A_PHONE_NUMBER|OWN_ACCOUNT|ADMINISTERED_.*"));
            assertThat(reference.matches("CID32[0-9]{2}")).isEqualTo(name.matches("(PREVIOUS_)?NUMBER_.*|.*_MOBILE"));
            assertThat(reference.matches("CID330[0-9]")).isEqualTo(name.matches("UNLOCK_.*"));
            assertThat(reference.matches("CID331[0-9]")).isEqualTo(name.matches("PASSWORD_.*|QUESTIONS_.*"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_status_is_that_of_a_refusal(Cid cid) {
        assertThat(cid.status()).isIn(400, 401, 403, 404, 405, 406, 409, 410, 413, 414, 415, 422, 429, 431, 500, 503);
    }

    @ParameterizedTest
    @EnumSource
    void each_refusal_has_a_title_and_a_detail_in_each_language(Cid cid) {
        for (Language language : Language.values()) {
            assertThat(Wording.title(cid, language))
                    .isNotBlank()
                    .hasSizeLessThan(80)
                    .doesNotEndWith(".");
            assertThat(Wording.detail(cid, language)).isNotBlank().endsWith(".");
            assertThat(Wording.title(cid, language) + Wording.detail(cid, language))
                    .as("nothing is left to be filled in")
                    .doesNotContainPattern("[{}<>%$]|TODO|  |\\?\\?")
                    .doesNotContain("CID")
                    .isEqualTo((Wording.title(cid, language) + Wording.detail(cid, language)).strip());
        }
    }

    @ParameterizedTest
    @EnumSource
    void welsh_is_not_english_left_untranslated(Cid cid) {
        assertThat(Wording.title(cid, Language.WELSH)).isNotEqualTo(Wording.title(cid, Language.ENGLISH));
        assertThat(Wording.detail(cid, Language.WELSH)).isNotEqualTo(Wording.detail(cid, Language.ENGLISH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"wording.properties", "wording_cy.properties"})
    void each_bundle_has_the_words_of_every_refusal_and_no_others(String bundle) throws IOException {
        Set<String> expected = new TreeSet<>();
        Arrays.stream(Cid.values())
                .flatMap(cid -> Stream.of(cid.name() + ".title", cid.name() + ".detail"))
                .forEach(expected::add);
        assertThat(load(bundle).stringPropertyNames()).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static Properties load(String bundle) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(Cid.class.getResourceAsStream(bundle), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
