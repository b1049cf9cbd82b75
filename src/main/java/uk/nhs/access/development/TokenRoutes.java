package uk.nhs.access.development;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A token for each role: {@code TOKEN=$(curl -s localhost:8080/dev/tokens/amina)}. */
@Singleton
class TokenRoutes {

    private static final String PATH = "/dev/tokens";
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;

    private final Tokens tokens;
    private final DemoAccounts accounts;
    private final Answers answers;

    TokenRoutes(Tokens tokens, DemoAccounts accounts, Answers answers) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.answers = answers;
    }

    void open(Router router) {
        router.get(PATH).blockingHandler(this::list, false);
        router.get(PATH + "/:role").blockingHandler(this::mint, false);
    }

    private void list(RoutingContext request) {
        String address = request.request().absoluteURI().replaceFirst("[?].*", "");
        List<Offer> offers =
                Role.all().stream().map(role -> offer(role, address)).toList();
        answers.json(request, new Offers(offers));
    }

    private Offer offer(Role role, String address) {
        Optional<DemoPerson> person = DemoPerson.named(role.name());
        return new Offer(
                role.name(),
                role.about(),
                role.scopes(),
                address + "/" + role.name(),
                accounts.idOf(role).orElse(null),
                person.map(each -> each.addresses().get(0)).orElse(null),
                person.map(DemoPerson::password).orElse(null));
    }

    private void mint(RoutingContext request) {
        Optional<Role> role = Role.all().stream()
                .filter(each -> each.name().equals(request.pathParam("role")))
                .findFirst();
        if (role.isEmpty()) {
            answers.refuse(request, NOT_FOUND, "No such role; " + PATH + " lists them.");
            return;
        }
        try {
            Duration age = Duration.parse(
                    request.queryParams().contains("age")
                            ? request.queryParams().get("age")
                            : "PT0S");
            answers.text(request, tokens.mint(asked(request, role.get()), age));
        } catch (DateTimeException malformed) {
            answers.refuse(request, BAD_REQUEST, "age is a duration, as PT20M.");
        }
    }

    private static Role asked(RoutingContext request, Role role) {
        if ("true".equals(request.queryParams().get("lostPhone"))) {
            return role.withLostPhone();
        }
        return "false".equals(request.queryParams().get("twoSteps")) ? role.withOneStep() : role;
    }

    /**
     * A role that a token can be had for.
     *
     * @param token the address that gives the token
     * @param account the id of the person's account; a service has none
     * @param password the one that the account is opened with
     */
    record Offer(
            String role,
            String about,
            List<String> scopes,
            String token,
            @Nullable UUID account,
            @Nullable String email,
            @Nullable String password) {}

    record Offers(List<Offer> roles) {}
}
