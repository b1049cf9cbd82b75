package uk.nhs.access.development;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The pages of development's own, which stand in for the app, and their scripts and style. */
@Singleton
class PageRoutes {

    private static final Map<String, String> FILES = Map.of(
            "/", "index.html",
            "/dev/cancel", "cancel.html",
            "/dev/cancel.js", "cancel.js",
            "/dev/swagger-roles.js", "swagger-roles.js",
            "/dev/swagger-examples.js", "swagger-examples.js",
            "/dev/messages.js", "messages.js",
            "/dev/style.css", "style.css");

    private final Answers answers;
    private final int management;

    PageRoutes(Answers answers, @ConfigProperty(name = "quarkus.management.port") int management) {
        this.answers = answers;
        this.management = management;
    }

    void open(Router router) {
        FILES.forEach((path, file) -> {
            String content = read(file).replace("{management}", "http://localhost:" + management);
            router.get(path).handler(request -> answer(request, file, content));
        });
    }

    private void answer(RoutingContext request, String file, String content) {
        if (file.endsWith(".html")) {
            answers.page(request, content, Answers.OWN_ONLY);
        } else {
            answers.file(request, file.endsWith(".js") ? "text/javascript" : "text/css", content);
        }
    }

    private static String read(String file) {
        try (InputStream content = Objects.requireNonNull(PageRoutes.class.getResourceAsStream(file), file)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
