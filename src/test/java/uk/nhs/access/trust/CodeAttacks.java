package uk.nhs.access.trust;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import uk.nhs.access.packaged.Crowd;
import uk.nhs.access.support.Person;

/** What somebody tries upon codes: more guesses, more codes or more time than there should be, or another use. */
final class CodeAttacks {

    /** Each by somebody else. */
    static final List<Consumer<CodeAttacks>> ALL = List.of(
            CodeAttacks::guessAtOnce,
            CodeAttacks::guessAgainAfterEachResend,
            CodeAttacks::enterTheRightCodeAfterTheLastTry,
            CodeAttacks::useACodeForAnotherPurpose,
            CodeAttacks::haveOneMoreSentThanTheLimitSays,
            CodeAttacks::guessAtOneCodeAfterTheOther);

    private static final int CROWD = 30;
    private static final int TRIES = 5;
    private static final int SENDINGS = 5;
    private static final int APART = 1_100;

    private final Stage stage;
    private final Worker worker;

    CodeAttacks(Stage stage, Worker worker) {
        this.stage = stage;
        this.worker = worker;
    }

    private void guessAtOnce() {
        withCode((person, id, code) -> {
            List<String> guesses =
                    Stream.generate(() -> worker.wrong(code)).limit(CROWD).toList();
            Crowd.atOnce(
                    CROWD,
                    i -> worker.client.askOnce(
                            stage.replicas.number(i), SignInCodes.check(person, id, guesses.get(i))));
            worker.client.ask(SignInCodes.check(person, id, code));
        });
    }

    private void guessAgainAfterEachResend() {
        withCode((person, id, code) -> {
            for (int round = 0; round < 3; round++) {
                guess(person, id, code, 3);
                Worker.pause(APART);
                worker.client.ask(SignInCodes.resend(person, id));
            }
            worker.client.ask(SignInCodes.check(person, id, code));
        });
    }

    private void enterTheRightCodeAfterTheLastTry() {
        withCode((person, id, code) -> {
            guess(person, id, code, TRIES);
            worker.client.ask(SignInCodes.check(person, id, code));
        });
    }

    /** Whoever could write to the database makes a code to sign in one that confirms something. */
    private void useACodeForAnotherPurpose() {
        withCode((person, id, code) -> {
            stage.database.change("update verification set purpose = 'CONFIRM_ACTION' where id = ?::uuid", id);
            worker.client.ask(SignInCodes.check(person, id, code));
        });
    }

    private void haveOneMoreSentThanTheLimitSays() {
        withCode((person, id, code) -> {
            for (int sent = 1; sent <= SENDINGS; sent++) {
                Worker.pause(APART);
                worker.client.ask(SignInCodes.resend(person, id));
            }
        });
    }

    /** Two of them take all guesses in a row that there are. */
    private void guessAtOneCodeAfterTheOther() {
        Person person = worker.people.next();
        for (int codes = 1; codes <= 3; codes++) {
            withCode(person, codes, (same, id, code) -> guess(same, id, code, TRIES));
            Worker.pause(APART);
        }
    }

    /** It is good for less time here than all other attacks take. */
    void enterACodeWhoseTimeIsOver() {
        Person person = worker.people.next();
        Call issued = worker.client.ask(SignInCodes.issueByMail(person, "CONFIRM_ACTION"));
        worker.mailedCode(person).filter(code -> issued.isOk()).ifPresent(code -> {
            Attacks.sleepUntil(Instant.parse(issued.text("expiresAt")).plusMillis(500));
            worker.client.ask(SignInCodes.check(person, issued.id(), code));
        });
    }

    private void guess(Person person, String id, String code, int times) {
        for (int i = 0; i < times; i++) {
            worker.client.ask(SignInCodes.check(person, id, worker.wrong(code)));
        }
    }

    private void withCode(Attack attack) {
        withCode(worker.people.next(), 1, attack);
    }

    private void withCode(Person person, int texts, Attack attack) {
        Call issued = worker.client.ask(SignInCodes.issue(person, "SIGN_IN"));
        Optional.of(issued)
                .filter(Call::isOk)
                .flatMap(known -> worker.textedCode(person.mobile(), texts))
                .ifPresent(code -> attack.on(person, issued.id(), code));
    }

    /** Something that is done with a code. */
    private interface Attack {
        void on(Person person, String id, String code);
    }
}
