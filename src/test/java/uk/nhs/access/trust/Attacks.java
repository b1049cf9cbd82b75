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
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import uk.nhs.access.packaged.Crowd;
import uk.nhs.access.support.Person;

/** What somebody tries who knows where services like this one fail. What came of it is for the invariants to say. */
final class Attacks {

    private static final int RACES = 16;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Stage stage;
    private final Population people;
    private final long seed;
    private final Worker worker;

    Attacks(Stage stage, Population people, long seed) {
        this.stage = stage;
        this.people = people;
        this.seed = seed;
        this.worker = worker(0);
    }

    void run() {
        CompletableFuture<Void> expiring = CompletableFuture.runAsync(codesOf(1)::enterACodeWhoseTimeIsOver);
        Crowd.atOnce(CodeAttacks.ALL.size(), i -> {
            CodeAttacks.ALL.get(i).accept(codesOf(2 + i));
            return i;
        });
        openTheLinkAsScannersDo();
        loseCommits();
        chooseWhileTheDirectoryIsAway();
        confirmWhileMailsAreSlow();
        cancelAsTheHoldEnds();
        expiring.join();
    }

    private CodeAttacks codesOf(int number) {
        return new CodeAttacks(stage, worker(number));
    }

    /** Somebody who draws alone, and the same each time. */
    private Worker worker(int number) {
        return new Worker(0, stage, people, new Random(seed + 1_000 + number));
    }

    private void openTheLinkAsScannersDo() {
        Person person = people.next();
        confirmed(worker, person).flatMap(change -> worker.mailedLink(person)).ifPresent(link -> {
            worker.client.ask(NumberChange.look(person, link));
            String token = URLEncoder.encode(link, StandardCharsets.UTF_8);
            Stream.of("redeem?token=" + token, "redeem", "lookup?token=" + token, token, "redeem/" + token)
                    .forEach(path -> Stream.of("GET", "HEAD", "OPTIONS").forEach(method -> open(method, path)));
        });
    }

    /** Nothing that is asked for now is done. */
    private void loseCommits() {
        List<Request> lost = Stream.generate(people::next)
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
        Person person = people.next();
        confirmed(worker, person).ifPresent(this::awaitHeld);
        stage.mails.pass();
    }

    /** With a slow database, so that whoever cancels and whoever applies meet in the middle of what they do. */
    private void cancelAsTheHoldEnds() {
        Crowd.atOnce(RACES, i -> {
            Worker racer = worker(100 + i);
            Person person = people.next();
            Optional<String> change = confirmed(racer, person);
            return change.flatMap(id -> racer.mailedLink(person)).map(link -> {
                sleepUntilNearly(awaitHeld(change.get()), i);
                return racer.client.askOnce(NumberChange.redeem(person, change.get(), link));
            });
        });
        stage.toDatabase.pass();
    }

    private void sleepUntilNearly(Instant end, int i) {
        sleepUntil(end.minusMillis(500));
        stage.toDatabase.delay(Duration.ofMillis(30));
        sleepUntil(end.minusMillis(i * 20L));
    }

    /** The id of a change of the number whose code was entered. */
    private Optional<String> confirmed(Worker worker, Person person) {
        String number = people.freshNumber();
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

    static void sleepUntil(Instant instant) {
        Worker.pause((int) Math.max(0, Duration.between(Instant.now(), instant).toMillis()));
    }
}
