package uk.nhs.access.trust;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.TestTokens;

/** Somebody who lost the phone proves who they are, by the number or by a code, and asks for another number. */
final class LostPhoneJourney implements Journey {

    @Override
    public void walk(Worker worker) {
        Person person = worker.people.next();
        String token = token(person);
        Call started = worker.client.ask(Request.post(Command.RECOVERY_START, person, token, "/v1/recoveries", null));
        if (!started.isOk() || !proves(worker, person, token, started.id())) {
            return;
        }
        String number = worker.people.freshNumber();
        Call asked = worker.client.ask(Request.post(
                Command.CHANGE_ASK,
                person,
                token,
                "/v1/phone-changes",
                new JsonObject().put("mobileNumber", number).put("recovery", started.id())));
        if (asked.isOk()) {
            worker.textedCode(number, 1)
                    .ifPresent(code -> worker.client.ask(NumberChange.confirm(person, token, asked.id(), code)));
        }
    }

    private static boolean proves(Worker worker, Person person, String token, String recovery) {
        if (worker.inOneOf(2)) {
            JsonObject number = new JsonObject().put("mobileNumber", person.mobile());
            return worker.client
                    .ask(step(Command.RECOVERY_NUMBER, person, token, recovery, "previous-number", number))
                    .isOk();
        }
        if (!worker.client
                .ask(step(Command.RECOVERY_CODE, person, token, recovery, "email-code", null))
                .isOk()) {
            return false;
        }
        Optional<String> mailed = worker.mailedCode(person);
        mailed.filter(code -> worker.inOneOf(3))
                .map(code -> new JsonObject().put("code", worker.wrong(code)))
                .ifPresent(wrong -> worker.client.ask(
                        step(Command.RECOVERY_CHECK, person, token, recovery, "email-code/check", wrong)));
        return mailed.map(code -> new JsonObject().put("code", code))
                .filter(code -> worker.client
                        .ask(step(Command.RECOVERY_CHECK, person, token, recovery, "email-code/check", code))
                        .isOk())
                .isPresent();
    }

    private static Request step(
            Command command,
            Person person,
            @Nullable String token,
            String recovery,
            String step,
            @Nullable JsonObject body) {
        return Request.post(command, person, token, "/v1/recoveries/" + recovery + "/" + step, body)
                .about(recovery);
    }

    private static String token(Person person) {
        return TestTokens.of(person.subject())
                .scope("recoveries")
                .oneStep(Instant.now())
                .mint();
    }
}
