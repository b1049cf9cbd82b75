package uk.nhs.access.trust;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.TestTokens;

/** The owner changes the number, and lets it be, stops it by the link or signed in, or asks for another one. */
final class NumberChange implements Journey {

    @Override
    public void walk(Worker worker) {
        Person person = worker.people.next();
        begin(worker, person);
        if (worker.inOneOf(4)) {
            Worker.pause(1_100);
            begin(worker, person);
        }
    }

    private static void begin(Worker worker, Person person) {
        String number = worker.people.freshNumber();
        Call asked = worker.client.ask(ask(person, number));
        if (!asked.isOk()) {
            return;
        }
        worker.textedCode(number, 1).ifPresent(code -> {
            if (worker.inOneOf(3)) {
                worker.client.ask(confirm(person, asked.id(), worker.wrong(code)));
            }
            if (worker.client.ask(confirm(person, asked.id(), code)).isOk()) {
                maybeStop(worker, person, asked.id());
            }
        });
    }

    private static void maybeStop(Worker worker, Person person, String change) {
        switch (worker.random.nextInt(4)) {
            case 0 ->
                worker.mailedLink(person).ifPresent(token -> {
                    worker.client.ask(look(person, token));
                    Worker.pause(worker.random.nextInt(3_000));
                    worker.client.ask(redeem(person, change, token));
                    worker.client.ask(redeem(person, change, token));
                });
            case 1 -> worker.client.ask(cancel(person, change));
            default -> Worker.pause(worker.random.nextInt(200));
        }
    }

    static Request ask(Person person, String number) {
        return Request.post(
                Command.CHANGE_ASK,
                person,
                token(person),
                "/v1/phone-changes",
                new JsonObject().put("mobileNumber", number));
    }

    static Request confirm(Person person, String change, String code) {
        return confirm(person, token(person), change, code);
    }

    static Request confirm(Person person, String token, String change, String code) {
        return Request.post(
                        Command.CHANGE_CONFIRM,
                        person,
                        token,
                        "/v1/phone-changes/" + change + "/confirmation",
                        new JsonObject().put("code", code))
                .about(change);
    }

    static Request look(Person person, String link) {
        return Request.post(
                        Command.LINK_LOOK,
                        person,
                        null,
                        "/v1/cancel-tokens/lookup",
                        new JsonObject().put("token", link))
                .once();
    }

    static Request redeem(Person person, String change, String link) {
        return Request.post(
                        Command.LINK_REDEEM,
                        person,
                        null,
                        "/v1/cancel-tokens/redeem",
                        new JsonObject().put("token", link))
                .about(change);
    }

    private static Request cancel(Person person, String change) {
        return new Request(
                Command.CHANGE_CANCEL,
                person.account().toString(),
                change,
                "DELETE",
                "/v1/phone-changes/" + change,
                token(person),
                null,
                null);
    }

    /** Signed in with two steps just now. */
    static String token(Person person) {
        return TestTokens.of(person.subject())
                .scope("account", "phone-changes")
                .twoSteps(Instant.now())
                .mint();
    }
}
