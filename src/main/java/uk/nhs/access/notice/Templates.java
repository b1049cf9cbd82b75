package uk.nhs.access.notice;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Template;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import uk.nhs.access.language.Language;

/** Writes notices out. An e-mail's plain text begins with its subject and an empty line. */
@Singleton
class Templates {

    private final Engine engine;

    Templates(Engine engine) {
        this.engine = engine;
    }

    Content write(Notice notice, Language language) {
        String name = name(notice) + "." + language.tag();
        Map<String, Object> words = notice.words(language);
        String text = render(name + ".txt", words).strip();
        if (notice instanceof Notice.Mail mail) {
            String[] subjectAndText = text.split("\\R\\R", 2);
            return new Content(mail.to().value(), subjectAndText[0], subjectAndText[1], render(name + ".html", words));
        }
        return new Content(((Notice.Text) notice).to().e164(), null, text, null);
    }

    /** {@code PhoneChangeHeldMail} is written by {@code phone-change-held-mail}. */
    static String name(Notice notice) {
        return notice.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    private String render(String file, Map<String, Object> words) {
        Template template = engine.getTemplate("notice/" + file);
        if (template == null) {
            throw new IllegalStateException("No template notice/" + file);
        }
        return template.instance().data(words).render();
    }
}
