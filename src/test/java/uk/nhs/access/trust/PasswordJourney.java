package uk.nhs.access.trust;

import io.vertx.core.json.JsonObject;
import java.util.Optional;
import uk.nhs.access.support.PasswordCheckApi;
import uk.nhs.access.support.Person;

/** Somebody signs in, changes the password, and signs in with the new one. */
final class PasswordJourney implements Journey {

    private static final String SERVICE = PasswordCheckApi.service();
    private static final String[] WORDS = {
        "velvet", "ladder", "hollow", "candle", "ninety", "orchid", "gravel", "thimble"
    };

    @Override
    public void walk(Worker worker) {
        Person person = worker.people.next();
        worker.client.ask(check(person, Population.PASSWORD));
        choose(worker, person, Population.PASSWORD);
    }

    /** Another one in the place of the present one, which is then tried. The new one, if it is known to have been taken. */
    static Optional<String> choose(Worker worker, Person person, String present) {
        String chosen = worker.password(person, random(worker));
        if (!worker.client.ask(change(person, present, chosen)).isOk()) {
            return Optional.empty();
        }
        worker.client.ask(check(person, chosen));
        return Optional.of(chosen);
    }

    static Request check(Person person, String password) {
        return Request.post(
                        Command.PASSWORD_CHECK,
                        person,
                        SERVICE,
                        "/v1/accounts/" + person.account() + "/password-check",
                        new JsonObject().put("password", password))
                .once();
    }

    private static Request change(Person person, String current, String chosen) {
        return Request.post(
                        Command.PASSWORD_CHANGE,
                        person,
                        NumberChange.token(person),
                        "/v1/account/password",
                        new JsonObject().put("currentPassword", current).put("newPassword", chosen))
                .by("PUT")
                .about(person.account().toString())
                .once();
    }

    static String random(Worker worker) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            words.append(WORDS[worker.random.nextInt(WORDS.length)]).append(' ');
        }
        return words.append(1_000 + worker.random.nextInt(9_000)).toString();
    }
}
