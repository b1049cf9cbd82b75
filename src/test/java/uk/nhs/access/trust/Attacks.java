package uk.nhs.access.trust;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.nhs.access.packaged.Crowd;
import uk.nhs.access.support.Person;

/** What somebody tries who knows where services like this one fail. What came of it is for the invariants to say. */
final class Attacks {

    private static final int CROWD = 30;
    private static final int RACES = 16;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Stage stage;
    private final Worker worker;

    Attacks(Stage stage, Worker worker) {
        this.stage = stage;
        this.worker = worker;
    }

    void run() {
        atOnce(List.of(
                this::guessAtOnce,
                this::guessAgainAfterEachResend,
                this::enterTheRightCodeAfterTheLastTry,
                this::useACodeForAnotherPurpose,
                this::openTheLinkAsScannersDo));
        loseCommits();
        chooseWhileTheDirectoryIsAway();
        confirmWhileMailsAreSlow();
        cancelAsTheHoldEnds();
    }

    private void guessAtOnce() {
        withCode((person, id, code) -> {
            Crowd.atOnce(
                    CROWD,
                    i -> worker.client.askOnce(
                            stage.replicas.number(i), SignInCodes.check(person, id, worker.wrong(code))));
            worker.client.ask(SignInCodes.check(person, id, code));
        });
    }

    private void guessAgainAfterEachResend() {
        withCode((person, id, code) -> {
            for (int round = 0; round < 3; round++) {
                guess(person, id, code, 3);
                Worker.pause(1_100);
                worker.client.ask(SignInCodes.resend(person, id));
            }
            worker.client.ask(SignInCodes.check(person, id, code));
        });
    }

    private void enterTheRightCodeAfterTheLastTry() {
        withCode((person, id, code) -> {
            guess(person, id, code, 5);
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

    private void openTheLinkAsScannersDo() {
        Person person = worker.people.next();
        confirmed(person).flatMap(change -> worker.mailedLink(person)).ifPresent(link -> {
            worker.client.ask(NumberChange.look(person, link));
            String token = URLEncoder.encode(link, StandardCharsets.UTF_8);
            Stream.of("redeem?token=" + token, "redeem", "lookup?token=" + token, token, "redeem/" + token)
                    .forEach(path -> Stream.of("GET", "HEAD", "OPTIONS").forEach(method -> open(method, path)));
        });
    }

    /** Nothing that is asked for now is done. */
    private void loseCommits() {
        List<Request> lost = Stream.generate(worker.people::next)
                .limit(4)
                .map(person -> SignInCodes.issue(person, "SIGN_IN"))
                .toList();
        stage.toDatabase.cutBeforeCommit(Integer.MAX_VALUE);
        lost.forEach(worker.client::askOnce);
        stage.toDatabase.pass();
        lost.forEach(stage.recorder::unknown);
    }

    private void chooseWhileTheDirectoryIsAway() {
        stage.toDirectory.refuse();
        PasswordJourney.choose(worker, worker.colleague(), Population.PASSWORD);
        Worker.pause(500);
        stage.toDirectory.pass();
    }

    private void confirmWhileMailsAreSlow() {
        stage.mails.slow(Duration.ofMillis(250));
        Person person = worker.people.next();
        confirmed(person).ifPresent(this::awaitHeld);
        stage.mails.pass();
    }

    /** With a slow database, so that whoever cancels and whoever applies meet in the middle of what they do. */
    private void cancelAsTheHoldEnds() {
        Crowd.atOnce(RACES, i -> {
            Person person = worker.people.next();
            Optional<String> change = confirmed(person);
            return change.flatMap(id -> worker.mailedLink(person))
                    .map(link -> cancelAt(awaitHeld(change.get()), i, NumberChange.redeem(person, change.get(), link)));
        });
        stage.toDatabase.pass();
    }

    private Call cancelAt(Instant end, int i, Request redeem) {
        sleepUntil(end.minusMillis(500));
        stage.toDatabase.delay(Duration.ofMillis(30));
        sleepUntil(end.minusMillis(i * 20L));
        return worker.client.askOnce(redeem);
    }

    /** The id of a change of the number whose code was entered. */
    private Optional<String> confirmed(Person person) {
        String number = worker.people.freshNumber();
        Call asked = worker.client.ask(NumberChange.ask(person, number));
        return worker.textedCode(number, 1)
                .filter(code -> asked.isOk())
                .filter(code -> worker.client
                        .ask(NumberChange.confirm(person, asked.id(), code))
                        .isOk())
                .map(code -> asked.id());
    }

    private Instant awaitHeld(String change) {
        List<List<String>> held = List.of();
        for (int i = 0; i < 200 && held.isEmpty(); i++) {
            Worker.pause(50);
            held = stage.database.rows(
                    "select extract(epoch from applies_at) * 1000 from phone_change"
                            + " where id = ?::uuid and applies_at is not null",
                    change);
        }
        return held.isEmpty()
                ? Instant.now()
                : Instant.ofEpochMilli((long) Double.parseDouble(held.get(0).get(0)));
    }

    private void guess(Person person, String id, String code, int times) {
        for (int i = 0; i < times; i++) {
            worker.client.ask(SignInCodes.check(person, id, worker.wrong(code)));
        }
    }

    private void withCode(Attack attack) {
        Person person = worker.people.next();
        Call issued = worker.client.ask(SignInCodes.issue(person, "SIGN_IN"));
        worker.textedCode(person.mobile(), 1)
                .filter(code -> issued.isOk())
                .ifPresent(code -> attack.on(person, issued.id(), code));
    }

    private void open(String method, String path) {
        HttpRequest request = HttpRequest.newBuilder(
                        stage.replicas.number(0).url().resolve("/v1/cancel-tokens/" + path))
                .method(method, BodyPublishers.noBody())
                .build();
        try {
            HTTP.send(request, BodyHandlers.discarding());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void atOnce(List<Runnable> tasks) {
        Crowd.atOnce(tasks.size(), i -> {
            tasks.get(i).run();
            return i;
        });
    }

    private static void sleepUntil(Instant instant) {
        Worker.pause((int) Math.max(0, Duration.between(Instant.now(), instant).toMillis()));
    }

    /** Something that is done with a code. */
    private interface Attack {
        void on(Person person, String id, String code);
    }
}
