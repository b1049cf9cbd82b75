package uk.nhs.access.development;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** How the doors of development answer. */
@Singleton
class Answers {

    /** What a page may load and do: what this service serves, and nothing written into the page itself. */
    static final String OWN_ONLY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final ObjectMapper json;

    Answers(ObjectMapper json) {
        this.json = json;
    }

    void json(RoutingContext request, Object body) {
        try {
            end(request, "application/json", json.writeValueAsString(body));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A value alone on its line, for {@code $(curl …)}. */
    void text(RoutingContext request, String value) {
        end(request, "text/plain; charset=utf-8", value + "\n");
    }

    void page(RoutingContext request, String html, String policy) {
        request.response().putHeader("Content-Security-Policy", policy);
        end(request, "text/html; charset=utf-8", html);
    }

    void file(RoutingContext request, String type, String content) {
        end(request, type + "; charset=utf-8", content);
    }

    void refuse(RoutingContext request, int status, String why) {
        request.response().setStatusCode(status);
        text(request, why);
    }

    private static void end(RoutingContext request, String type, String body) {
        HttpServerResponse response = request.response();
        response.putHeader("Content-Type", type);
        response.putHeader("Cache-Control", "no-store");
        response.end(body);
    }
}
