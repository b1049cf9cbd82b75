package uk.nhs.access.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.nhs.access.language.Language;

class TextTemplatesTest {

    private static final Pattern GSM_7 =
            Pattern.compile("[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,\\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà]*");
    private static final Pattern LINK = Pattern.compile("://|www\\.|\\w\\.\\w");

    private final Templates templates = new Templates(TemplateFiles.engine());

    @ParameterizedTest
    @MethodSource(SampleNotices.TEXTS)
    void an_english_text_is_one_part_in_gsm_7(Notice notice) {
        String text = templates.write(notice, Language.ENGLISH).text();
        assertThat(text).matches(GSM_7).hasSizeLessThanOrEqualTo(160);
    }

    @ParameterizedTest
    @MethodSource(SampleNotices.TEXTS)
    void a_welsh_text_is_at_most_two_parts(Notice notice) {
        String text = templates.write(notice, Language.WELSH).text();
        // A single circumflex forces UCS-2, in which two parts hold 134 characters and not 306.
        assertThat(text).hasSizeLessThanOrEqualTo(GSM_7.matcher(text).matches() ? 306 : 134);
    }

    @ParameterizedTest
    @MethodSource(SampleNotices.TEXTS)
    void a_text_is_one_line_and_holds_no_link(Notice notice) {
        for (Language language : Language.values()) {
            assertThat(templates.write(notice, language).text())
                    .doesNotContain("\n")
                    .doesNotContainPattern(LINK);
        }
    }

    @Test
    void a_text_with_a_code_starts_with_the_code() {
        List<Notice> texts =
                SampleNotices.texts().filter(Notice.Code.class::isInstance).toList();
        assertThat(texts).isNotEmpty();
        for (Language language : Language.values()) {
            assertThat(texts)
                    .allSatisfy(text ->
                            assertThat(templates.write(text, language).text()).startsWith("012345 "));
        }
    }
}
