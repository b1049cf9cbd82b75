package uk.nhs.access.development;

import io.quarkus.vertx.http.HttpServer;
import jakarta.inject.Singleton;

/** Says, at the end of a developer's start, where to go on. */
@Singleton
public class Welcome {

    private final DevelopmentSettings settings;
    private final HttpServer server;

    Welcome(DevelopmentSettings settings, HttpServer server) {
        this.settings = settings;
        this.server = server;
    }

    public void print() {
        if (settings.enabled()) {
            System.out.print(text("http://localhost:" + server.getPort()));
        }
    }

    static String text(String service) {
        return """

                NHS Account Access   %1$s/
                Swagger UI           %1$s/q/swagger-ui/
                Messages             %1$s/dev/messages
                Tokens               %1$s/dev/tokens
                DEVELOPMENT PROFILE: anybody who reaches this port can sign in as anybody. Ctrl-C ends it.

                """.formatted(service);
    }
}
