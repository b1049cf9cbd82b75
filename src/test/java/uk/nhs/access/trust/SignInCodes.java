package uk.nhs.access.trust;

import io.vertx.core.json.JsonObject;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.TestTokens;

/** A service has a code sent, resent and checked, with wrong guesses between. */
final class SignInCodes implements Journey {

    private static final String SERVICE = TestTokens.service("sign-in").mint();

    @Override
    public void walk(Worker worker) {
        Person person = worker.people.next();
        Call issued = worker.client.ask(issue(person, "SIGN_IN"));
        if (!issued.isOk()) {
            return;
        }
        int texts = 1;
        if (worker.inOneOf(3)) {
            Worker.pause(1_100);
            texts += worker.client.ask(resend(person, issued.id())).isOk() ? 1 : 0;
        }
        worker.textedCode(person.mobile(), texts).ifPresent(code -> {
            for (int guesses = worker.random.nextInt(3); guesses > 0; guesses--) {
                worker.client.ask(check(person, issued.id(), worker.wrong(code)));
            }
            worker.client.ask(check(person, issued.id(), code));
            worker.client.ask(check(person, issued.id(), code));
        });
    }

    static Request issue(Person person, String purpose) {
        return issue(person, purpose, "TEXT");
    }

    static Request issueByMail(Person person, String purpose) {
        return issue(person, purpose, "EMAIL");
    }

    private static Request issue(Person person, String purpose, String channel) {
        return Request.post(
                Command.CODE_ISSUE,
                person,
                SERVICE,
                "/v1/verification-codes",
                new JsonObject()
                        .put("account", person.account().toString())
                        .put("purpose", purpose)
                        .put("channel", channel));
    }

    static Request resend(Person person, String code) {
        return Request.post(
                        Command.CODE_RESEND,
                        person,
                        SERVICE,
                        "/v1/verification-codes/" + code + "/resend",
                        new JsonObject())
                .about(code);
    }

    static Request check(Person person, String code, String guess) {
        return Request.post(
                        Command.CODE_CHECK,
                        person,
                        SERVICE,
                        "/v1/verification-codes/" + code + "/check",
                        new JsonObject().put("code", guess))
                .about(code);
    }
}
