package uk.nhs.access.trust;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.QuestionApi;

/** Wrong passwords lock somebody out, who unlocks the account and keeps the password or has it reset. */
final class UnlockJourney implements Journey {

    private static final int FAILURES = 10;

    @Override
    public void walk(Worker worker) {
        walk(worker, worker.people.next());
    }

    static void walk(Worker worker, Person person) {
        for (int i = 0; i < FAILURES; i++) {
            worker.client.ask(PasswordJourney.check(person, worker.secret("wrong password " + i + " of somebody")));
        }
        JsonObject details = new JsonObject()
                .put("emailAddress", person.address())
                .put(
                        "mobileNumberEnding",
                        person.mobile().substring(person.mobile().length() - 4));
        Call started = worker.client.ask(Request.post(Command.UNLOCK_START, person, null, "/v1/unlocks", details)
                .once());
        if (!started.isOk()) {
            return;
        }
        String unlock = worker.secret(started.id());
        JsonObject answers = new JsonObject().put("answers", new JsonArray(QuestionApi.ANSWERS));
        if (worker.client
                .ask(step(Command.UNLOCK_ANSWER, person, unlock, "answers", answers))
                .isOk()) {
            complete(worker, person, unlock, worker.inOneOf(2) ? "KEEP_PASSWORD" : "RESET_PASSWORD");
        }
    }

    private static void complete(Worker worker, Person person, String unlock, String choice) {
        JsonObject made = new JsonObject().put("choice", choice);
        if (!worker.client
                .ask(step(Command.UNLOCK_COMPLETE, person, unlock, "completion", made))
                .isOk()) {
            return;
        }
        if (choice.equals("KEEP_PASSWORD")) {
            worker.client.ask(PasswordJourney.check(person, Population.PASSWORD));
        } else {
            worker.textedPassword(person).ifPresent(temporary -> {
                worker.client.ask(PasswordJourney.check(person, temporary));
                PasswordJourney.choose(worker, person, temporary);
            });
        }
    }

    private static Request step(Command command, Person person, String unlock, String step, JsonObject body) {
        return Request.post(command, person, null, "/v1/unlocks/" + unlock + "/" + step, body)
                .about(person.account().toString());
    }
}
