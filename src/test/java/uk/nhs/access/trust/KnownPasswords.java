package uk.nhs.access.trust;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.nhs.access.crypto.SlowHashes;
import uk.nhs.access.support.Person;

/** The passwords that people chose or were sent, held against the hashes that are kept. */
final class KnownPasswords {

    private final Evidence evidence;
    private final SlowHashes hashes = Population.hashes();
    private final Map<List<String>, Boolean> compared = new HashMap<>();
    private final Map<String, Set<String>> afterTheLastWord = new HashMap<>();

    KnownPasswords(Evidence evidence) {
        this.evidence = evidence;
        evidence.calls.stream()
                .filter(call -> call.request().command() == Command.PASSWORD_CHANGE)
                .forEach(this::follow);
    }

    /** How many were told that their password is another one. */
    long changed() {
        return afterTheLastWord.size();
    }

    /** Whoever has no directory, and whose hash is of none of the passwords that may be theirs. */
    List<String> breaches() {
        Map<String, String> kept = new HashMap<>();
        evidence.database
                .rows("select account_id, hash from password")
                .forEach(row -> kept.put(row.get(0), row.get(1)));
        List<String> breaches = new ArrayList<>();
        for (Person person : evidence.people) {
            String account = person.account().toString();
            Set<String> theirs = afterTheLastWord.getOrDefault(account, everTheirs(person));
            if (!evidence.colleagues.contains(person)
                    && theirs.stream().noneMatch(password -> opens(kept.get(account), password))) {
                breaches.add("account " + account + " is opened by no password that it may have");
            }
        }
        return breaches;
    }

    Set<String> everTheirs(Person person) {
        Set<String> all = new LinkedHashSet<>(evidence.passwords.getOrDefault(person.account(), Set.of()));
        all.add(Population.PASSWORD);
        evidence.texts.stream()
                .filter(text -> text.number().equals(person.mobile()))
                .flatMap(text -> Worker.temporary(text).stream())
                .forEach(all::add);
        return all;
    }

    boolean opens(String hash, String password) {
        return compared.computeIfAbsent(List.of(hash, password), pair -> hashes.matches(hash, "password", password));
    }

    /** What was acknowledged counts alone, until something else was asked for that nobody heard of. */
    private void follow(Call change) {
        String chosen = new JsonObject(change.request().body()).getString("newPassword");
        if (change.isOk()) {
            afterTheLastWord.put(change.request().who(), new LinkedHashSet<>(Set.of(chosen)));
        } else if (!change.isKnown()) {
            afterTheLastWord.computeIfPresent(change.request().who(), (account, known) -> {
                known.add(chosen);
                return known;
            });
        }
    }
}
