package uk.nhs.access.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.qute.Engine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.nhs.access.language.Language;
import uk.nhs.access.notice.Notice.PhoneChangeHeldMail;

class MailTemplatesTest {

    private final Engine engine = TemplateFiles.engine();
    private final Templates templates = new Templates(engine);

    @ParameterizedTest
    @MethodSource(SampleNotices.MAILS)
    void the_subject_of_a_mail_is_one_short_line_and_its_title(Notice notice) {
        for (Language language : Language.values()) {
            Content content = templates.write(notice, language);
            assertThat(content.subject())
                    .isNotBlank()
                    .hasSizeLessThanOrEqualTo(78)
                    .doesNotContain("\n");
            assertThat(content.html())
                    .contains("<title>" + content.subject() + "</title>")
                    .containsOnlyOnce(content.subject() + "</h1>");
        }
    }

    @ParameterizedTest
    @MethodSource(SampleNotices.MAILS)
    void the_html_of_a_mail_names_its_language_and_loads_nothing(Notice notice) {
        for (Language language : Language.values()) {
            assertThat(templates.write(notice, language).html())
                    .startsWith("<!doctype html>")
                    .contains("<html lang=\"" + language.tag() + "\"")
                    .doesNotContainIgnoringCase("<img")
                    .doesNotContain("src=", "url(", "<style", "<script", "<link");
        }
    }

    @ParameterizedTest
    @MethodSource(SampleNotices.MAILS)
    void the_html_of_a_mail_escapes_a_hostile_word(Notice notice) {
        for (Language language : Language.values()) {
            Map<String, Object> hostile = new HashMap<>(notice.words(language));
            hostile.replaceAll((name, word) -> "\"'><script>alert(1)</script>");
            String html = engine.getTemplate("notice/" + Templates.name(notice) + "." + language.tag() + ".html")
                    .render(hostile);
            assertThat(html).contains("&quot;&#39;&gt;&lt;script&gt;").doesNotContain("<script>", "\"'>");
        }
    }

    @Test
    void the_cancel_link_is_in_the_text_and_can_be_followed_or_copied_from_the_html() {
        PhoneChangeHeldMail mail = (PhoneChangeHeldMail) SampleNotices.sample(PhoneChangeHeldMail.class, true);
        for (Language language : Language.values()) {
            Content content = templates.write(mail, language);
            assertThat(content.text().lines()).contains(mail.cancelLink().toString());
            assertThat(content.html())
                    .contains("href=\"" + mail.cancelLink() + "\"")
                    .contains(">" + mail.cancelLink() + "</a>");
        }
    }

    @ParameterizedTest
    @MethodSource(SampleNotices.MAILS)
    void a_mail_links_to_nothing_but_its_cancel_link(Notice notice) {
        for (Language language : Language.values()) {
            Content content = templates.write(notice, language);
            String link = SampleNotices.CANCEL_LINK.toString();
            assertThat(content.text().replace(link, "")).doesNotContain("://");
            assertThat(content.html().replace(link, "")).doesNotContain("://");
        }
    }

    @Test
    void a_mail_with_a_code_has_the_code_on_a_line_of_its_own_and_not_in_its_subject() {
        List<Notice> mails =
                SampleNotices.mails().filter(Notice.Code.class::isInstance).toList();
        assertThat(mails).isNotEmpty();
        for (Language language : Language.values()) {
            assertThat(mails).allSatisfy(mail -> {
                Content content = templates.write(mail, language);
                assertThat(content.text().lines()).contains("012345");
                assertThat(content.subject()).doesNotContain("012345");
            });
        }
    }
}
