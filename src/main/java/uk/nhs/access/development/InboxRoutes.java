package uk.nhs.access.development;

import static uk.nhs.access.problem.Cid.BODY_UNREADABLE;

import io.quarkus.qute.Engine;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.account.MobileNumber;
import uk.nhs.access.account.MobileNumbers;
import uk.nhs.access.problem.Problem;

/** The messages: a page for people, JSON for programs, and single values for {@code curl}. */
@Singleton
class InboxRoutes {

    private static final String PATH = "/dev/messages";
    private static final int NO_CONTENT = 204;
    private static final int NOT_FOUND = 404;

    /** No script runs, and links open: an e-mail's page is styled within itself. */
    private static final String AS_MAIL_PROGRAMS_DO = "sandbox allow-popups allow-popups-to-escape-sandbox"
            + " allow-top-navigation-by-user-activation; default-src 'none'; style-src 'unsafe-inline'; img-src data:";

    private static final Map<String, Function<InboxMessage, @Nullable String>> VALUES =
            Map.of("code", InboxMessage::code, "link", InboxMessage::link, "token", InboxMessage::token);

    private final InboxTable inbox;
    private final MobileNumbers numbers;
    private final Answers answers;
    private final Engine templates;

    InboxRoutes(InboxTable inbox, MobileNumbers numbers, Answers answers, Engine templates) {
        this.inbox = inbox;
        this.numbers = numbers;
        this.answers = answers;
        this.templates = templates;
    }

    void open(Router router) {
        router.get(PATH).blockingHandler(this::list, false);
        router.get(PATH + ".json").blockingHandler(this::json, false);
        router.get(PATH + "/latest/:value").blockingHandler(this::latest, false);
        router.get(PATH + "/:reference/html").blockingHandler(this::html, false);
        router.delete(PATH).blockingHandler(this::clear, false);
    }

    /** Browsers ask for HTML by name; whoever takes anything is a program. */
    private void list(RoutingContext request) {
        String accepted = request.request().getHeader("Accept");
        if (accepted != null && accepted.contains("text/html")) {
            page(request);
        } else {
            json(request);
        }
    }

    private void page(RoutingContext request) {
        InboxFilter filter = filter(request);
        String html = templates
                .getTemplate("development/messages.html")
                .data("messages", inbox.find(filter), "filter", filter)
                .render();
        answers.page(request, html, Answers.OWN_ONLY);
    }

    private void json(RoutingContext request) {
        answers.json(request, new Messages(inbox.find(filter(request))));
    }

    /** The newest value of a kind, waited for, because messages leave only after the answer that announces them. */
    private void latest(RoutingContext request) {
        Function<InboxMessage, @Nullable String> value = VALUES.get(request.pathParam("value"));
        if (value == null) {
            answers.refuse(request, NOT_FOUND, "There are code, link and token.");
            return;
        }
        InboxFilter filter = filter(request);
        Patience.until(() -> inbox.find(filter).stream()
                        .map(value)
                        .filter(Objects::nonNull)
                        .findFirst())
                .ifPresentOrElse(
                        found -> answers.text(request, found),
                        () -> answers.refuse(request, NOT_FOUND, "No such message has arrived."));
    }

    private void html(RoutingContext request) {
        String reference = request.pathParam("reference");
        inbox.find(InboxFilter.ALL).stream()
                .filter(message -> message.reference().toString().equals(reference))
                .map(InboxMessage::html)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresentOrElse(
                        html -> answers.page(request, html, AS_MAIL_PROGRAMS_DO),
                        () -> answers.refuse(request, NOT_FOUND, "No such e-mail."));
    }

    private void clear(RoutingContext request) {
        inbox.clear();
        request.response().setStatusCode(NO_CONTENT).end();
    }

    private InboxFilter filter(RoutingContext request) {
        String to = asked(request, "to");
        String channel = asked(request, "channel");
        return new InboxFilter(
                to.isBlank() ? null : asKept(to), channel.isBlank() ? null : channel.toUpperCase(Locale.ROOT));
    }

    /** Nobody's messages can be asked for by NUL, which no database keeps. */
    private static String asked(RoutingContext request, String name) {
        MultiMap asked = request.queryParams();
        String value = asked.contains(name) ? asked.get(name) : "";
        if (value.indexOf('\0') >= 0) {
            throw new Problem(BODY_UNREADABLE);
        }
        return value;
    }

    /** A plus that was not escaped arrives as a space. */
    private String asKept(String to) {
        return numbers.parse(to.startsWith(" ") ? "+" + to.strip() : to)
                .map(MobileNumber::e164)
                .orElse(to);
    }

    record Messages(List<InboxMessage> messages) {}
}
