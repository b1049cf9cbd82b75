package uk.nhs.access.notice;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateLocator.TemplateLocation;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.nhs.access.account.EmailAddress;
import uk.nhs.access.account.MobileNumber;
import uk.nhs.access.crypto.SecurityCode;
import uk.nhs.access.crypto.TemporaryPassword;
import uk.nhs.access.language.Language;
import uk.nhs.access.notice.Notice.PhoneChangeHeldMail;
import uk.nhs.access.notice.Notice.PhoneChangeHeldText;

class TemplatesTest {

    private static final Path ROOT = Path.of("src/main/resources/templates");
    private static final Pattern GSM_7 =
            Pattern.compile("[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,\\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà]*");
    private static final Pattern LINK = Pattern.compile("://|www\\.|\\w\\.\\w");

    /** One value for each type that a notice is made of, less what is true or false: that is tried both ways. */
    private static final Map<Class<?>, Object> SAMPLES = Map.ofEntries(
            entry(int.class, 10),
            entry(MobileNumber.class, new MobileNumber("+447700900123")),
            entry(EmailAddress.class, new EmailAddress("a.person@nhs.net")),
            entry(SecurityCode.class, new SecurityCode("012345")),
            entry(TemporaryPassword.class, new TemporaryPassword("abcd2345efgh6789")),
            entry(URI.class, URI.create("https://settings.example/cancel#token=" + "Aa0_-".repeat(8) + "xyz")),
            entry(Duration.class, Duration.ofHours(24)),
            entry(Instant.class, Instant.parse("2026-09-23T13:05:00Z")));

    private final Engine engine = Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
            .addLocator(TemplatesTest::locate)
            .build();
    private final Templates templates = new Templates(engine);

    @ParameterizedTest
    @MethodSource("notices")
    void every_notice_is_written_in_both_languages(Notice notice) {
        Content english = templates.write(notice, Language.ENGLISH);
        Content welsh = templates.write(notice, Language.WELSH);
        assertThat(english.text()).contains("NHS").doesNotContain("GIG");
        assertThat(welsh.text()).contains("GIG").doesNotContain("NHS");
    }

    @ParameterizedTest
    @MethodSource("notices")
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

    @ParameterizedTest
    @MethodSource("mails")
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
    @MethodSource("mails")
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
    @MethodSource("mails")
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
        PhoneChangeHeldMail mail = (PhoneChangeHeldMail) sample(PhoneChangeHeldMail.class, true);
        for (Language language : Language.values()) {
            Content content = templates.write(mail, language);
            assertThat(content.text().lines()).contains(mail.cancelLink().toString());
            assertThat(content.html())
                    .contains("href=\"" + mail.cancelLink() + "\"")
                    .contains(">" + mail.cancelLink() + "</a>");
        }
    }

    @ParameterizedTest
    @MethodSource("mails")
    void a_mail_links_to_nothing_but_its_cancel_link(Notice notice) {
        for (Language language : Language.values()) {
            Content content = templates.write(notice, language);
            String link = SAMPLES.get(URI.class).toString();
            assertThat(content.text().replace(link, "")).doesNotContain("://");
            assertThat(content.html().replace(link, "")).doesNotContain("://");
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void an_english_text_is_one_part_in_gsm_7(Notice notice) {
        String text = templates.write(notice, Language.ENGLISH).text();
        assertThat(text).matches(GSM_7).hasSizeLessThanOrEqualTo(160);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void a_welsh_text_is_at_most_two_parts(Notice notice) {
        String text = templates.write(notice, Language.WELSH).text();
        // A single circumflex forces UCS-2, in which two parts hold 134 characters and not 306.
        assertThat(text).hasSizeLessThanOrEqualTo(GSM_7.matcher(text).matches() ? 306 : 134);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void a_text_is_one_line_and_holds_no_link(Notice notice) {
        for (Language language : Language.values()) {
            assertThat(templates.write(notice, language).text())
                    .doesNotContain("\n")
                    .doesNotContainPattern(LINK);
        }
    }

    @Test
    void a_text_with_a_code_starts_with_the_code() {
        List<Notice> texts = texts().filter(Notice.Code.class::isInstance).toList();
        assertThat(texts).isNotEmpty();
        for (Language language : Language.values()) {
            assertThat(texts)
                    .allSatisfy(text ->
                            assertThat(templates.write(text, language).text()).startsWith("012345 "));
        }
    }

    @Test
    void a_mail_with_a_code_has_the_code_on_a_line_of_its_own_and_not_in_its_subject() {
        List<Notice> mails = mails().filter(Notice.Code.class::isInstance).toList();
        assertThat(mails).isNotEmpty();
        for (Language language : Language.values()) {
            assertThat(mails).allSatisfy(mail -> {
                Content content = templates.write(mail, language);
                assertThat(content.text().lines()).contains("012345");
                assertThat(content.subject()).doesNotContain("012345");
            });
        }
    }

    @Test
    void a_change_by_somebody_who_lost_the_phone_is_said_to_be_one_wherever_the_owner_can_object() {
        Map<Language, String> said = Map.of(Language.ENGLISH, "could not use", Language.WELSH, "na allai ddefnyddio");
        for (Class<?> type : List.of(PhoneChangeHeldMail.class, PhoneChangeHeldText.class)) {
            said.forEach((language, words) -> {
                assertThat(templates.write(sample(type, true), language).text()).contains(words);
                assertThat(templates.write(sample(type, false), language).text())
                        .doesNotContain(words);
            });
        }
    }

    @Test
    void no_template_is_left_over() throws IOException {
        Map<String, String> files;
        try (Stream<Path> paths = Files.list(ROOT.resolve("notice"))) {
            files = paths.collect(Collectors.toMap(path -> path.getFileName().toString(), TemplatesTest::read));
        }
        List<String> written =
                notices().flatMap(TemplatesTest::files).distinct().toList();
        List<String> included = files.keySet().stream()
                .filter(file -> files.values().stream().anyMatch(text -> text.contains("{#include notice/" + file)))
                .toList();
        assertThat(files.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(written.stream(), included.stream()).toList());
    }

    static Stream<Notice> notices() {
        return Stream.concat(mails(), texts());
    }

    static Stream<Notice> mails() {
        return records(Notice.Mail.class).flatMap(TemplatesTest::samples);
    }

    static Stream<Notice> texts() {
        return records(Notice.Text.class).flatMap(TemplatesTest::samples);
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(TemplatesTest::records);
    }

    private static Stream<Notice> samples(Class<?> type) {
        return Stream.of(true, false).map(either -> sample(type, either)).distinct();
    }

    private static Notice sample(Class<?> type, boolean either) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Map<Class<?>, Object> samples = new HashMap<>(SAMPLES);
        samples.put(boolean.class, either);
        assertThat(samples).as("samples for %s", type.getSimpleName()).containsKeys(types);
        try {
            return (Notice) type.getDeclaredConstructor(types)
                    .newInstance(Arrays.stream(types).map(samples::get).toArray());
        } catch (ReflectiveOperationException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static Stream<String> files(Notice notice) {
        List<String> endings = notice instanceof Notice.Mail ? List.of(".txt", ".html") : List.of(".txt");
        return Arrays.stream(Language.values())
                .flatMap(language ->
                        endings.stream().map(ending -> Templates.name(notice) + "." + language.tag() + ending));
    }

    private static Optional<TemplateLocation> locate(String id) {
        Path file = ROOT.resolve(id);
        return Files.exists(file) ? Optional.of(new FileLocation(file)) : Optional.empty();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private record FileLocation(Path file) implements TemplateLocation {

        @Override
        public Reader read() {
            return new StringReader(TemplatesTest.read(file));
        }

        @Override
        public Optional<Variant> getVariant() {
            boolean html = file.toString().endsWith(".html");
            return Optional.of(Variant.forContentType(html ? Variant.TEXT_HTML : Variant.TEXT_PLAIN));
        }
    }
}
