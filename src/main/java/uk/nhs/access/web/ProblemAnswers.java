package uk.nhs.access.web;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import uk.nhs.access.language.Language;
import uk.nhs.access.problem.Cid;
import uk.nhs.access.problem.Problem;
import uk.nhs.access.problem.Wording;

/** Turns a {@link Problem} into the answer that a client reads: {@code application/problem+json} (RFC 9457). */
@Singleton
public class ProblemAnswers {

    static final String MEDIA_TYPE = "application/problem+json";

    /** Types are names, not addresses (RFC 4151): nobody has to keep a page for each of them. */
    private static final String TYPE = "tag:access.nhs.uk,2026:";

    private final WebSettings settings;

    ProblemAnswers(WebSettings settings) {
        this.settings = settings;
    }

    public Response answer(Problem problem, Language language) {
        Response.ResponseBuilder answer = Response.status(problem.cid().status())
                .type(MEDIA_TYPE)
                .language(language.locale().getLanguage())
                .entity(body(problem, language));
        headers(problem).forEach(answer::header);
        return answer.build();
    }

    Map<String, Object> body(Problem problem, Language language) {
        Cid cid = problem.cid();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", TYPE + cid.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        body.put("title", Wording.title(cid, language));
        body.put("status", cid.status());
        body.put("detail", Wording.detail(cid, language));
        body.put("instance", "urn:uuid:" + problem.instance());
        body.put("cid", cid.reference());
        body.put(
                "help",
                UriBuilder.fromUri(settings.contactPage())
                        .queryParam("error", cid.reference())
                        .build());
        body.putAll(problem.facts());
        return body;
    }

    /** The headers that say the same as the facts to clients that know nothing of ours. */
    Map<String, String> headers(Problem problem) {
        Map<String, String> headers = new LinkedHashMap<>();
        Object retryAfter = problem.facts().get("retryAfter");
        if (retryAfter != null) {
            headers.put(HttpHeaders.RETRY_AFTER, retryAfter.toString());
        }
        switch (problem.cid()) {
            case NOT_SIGNED_IN -> headers.put(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            case NOT_ALLOWED -> headers.put(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"insufficient_scope\"");
            case STEP_UP_NEEDED ->
                headers.put(
                        HttpHeaders.WWW_AUTHENTICATE,
                        "Bearer error=\"insufficient_user_authentication\", max_age=\""
                                + problem.facts().get("maxAge") + "\"");
            default -> {
                // the status says it all
            }
        }
        return headers;
    }
}
