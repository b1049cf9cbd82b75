package uk.nhs.access.development;

import io.quarkus.vertx.http.HttpServer;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says, at the end of a developer's start, where to go on. */
@Singleton
public class Welcome {

    private final DevelopmentSettings settings;
    private final HttpServer server;
    private final int management;

    Welcome(
            DevelopmentSettings settings,
            HttpServer server,
            @ConfigProperty(name = "quarkus.management.port") int management) {
        this.settings = settings;
        this.server = server;
        this.management = management;
    }

    public void print() {
        if (settings.enabled()) {
            System.out.print(text("http://localhost:" + server.getPort(), "http://localhost:" + management));
        }
    }

    static String text(String service, String management) {
        return """

                NHS Account Access   %1$s/
                Swagger UI           %1$s/q/swagger-ui/
                Messages             %1$s/dev/messages
                Tokens               %1$s/dev/tokens
                Health and metrics   %2$s/q/health, %2$s/q/metrics
                DEVELOPMENT PROFILE: anybody who reaches this port can sign in as anybody. Ctrl-C ends it.

                """.formatted(service, management);
    }
}
