package uk.nhs.access.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.nhs.access.language.Language;
import uk.nhs.access.notice.Notice.PhoneChangeHeldMail;
import uk.nhs.access.notice.Notice.PhoneChangeHeldText;

class TemplatesTest {

    private final Templates templates = new Templates(TemplateFiles.engine());

    @ParameterizedTest
    @MethodSource(SampleNotices.ALL)
    void every_notice_is_written_in_both_languages(Notice notice) {
        Content english = templates.write(notice, Language.ENGLISH);
        Content welsh = templates.write(notice, Language.WELSH);
        assertThat(english.text()).contains("NHS").doesNotContain("GIG");
        assertThat(welsh.text()).contains("GIG").doesNotContain("NHS");
    }

    @ParameterizedTest
    @MethodSource(SampleNotices.ALL)
    void every_word_of_a_notice_is_used_in_both_languages(Notice notice) {
        for (Language language : Language.values()) {
            Content content = templates.write(notice, language);
            List<Object> words = notice.words(language).values().stream()
                    .filter(word -> !(word instanceof Boolean))
                    .toList();
            for (Object word : words) {
                assertThat(content.text()).contains(word.toString());
                if (notice instanceof Notice.Mail) {
                    assertThat(content.html()).contains(word.toString());
                }
            }
        }
    }

    @Test
    void a_change_by_somebody_who_lost_the_phone_is_said_to_be_one_wherever_the_owner_can_object() {
        Map<Language, String> said = Map.of(Language.ENGLISH, "could not use", Language.WELSH, "na allai ddefnyddio");
        for (Class<?> type : List.of(PhoneChangeHeldMail.class, PhoneChangeHeldText.class)) {
            said.forEach((language, words) -> {
                assertThat(templates
                                .write(SampleNotices.sample(type, true), language)
                                .text())
                        .contains(words);
                assertThat(templates
                                .write(SampleNotices.sample(type, false), language)
                                .text())
                        .doesNotContain(words);
            });
        }
    }

    @Test
    void no_template_is_left_over() throws IOException {
        Map<String, String> files = TemplateFiles.ofNotices();
        List<String> written =
                SampleNotices.all().flatMap(TemplatesTest::files).distinct().toList();
        List<String> included = files.keySet().stream()
                .filter(file -> files.values().stream().anyMatch(text -> text.contains("{#include notice/" + file)))
                .toList();
        assertThat(files.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(written.stream(), included.stream()).toList());
    }

    private static Stream<String> files(Notice notice) {
        List<String> endings = notice instanceof Notice.Mail ? List.of(".txt", ".html") : List.of(".txt");
        return Arrays.stream(Language.values())
                .flatMap(language ->
                        endings.stream().map(ending -> Templates.name(notice) + "." + language.tag() + ending));
    }
}
