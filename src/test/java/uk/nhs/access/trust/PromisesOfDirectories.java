package uk.nhs.access.trust;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.nhs.access.directory.DirectoryDouble;
import uk.nhs.access.support.Person;

/** That an organisation's directory and the service end in the same state, whoever changed it last. */
final class PromisesOfDirectories {

    private static final String STATES = """
            select a.id, a.locked_because is not null, coalesce(s.locked_here_at = a.locked_at, false), p.hash
            from account a join password p on p.account_id = a.id
            left join directory_standing s on s.account_id = a.id
            """;

    private final Evidence evidence;
    private final DirectoryDouble directory;
    private final KnownPasswords known;

    PromisesOfDirectories(Evidence evidence, KnownPasswords known) {
        this.evidence = evidence;
        this.known = known;
        this.directory = evidence.directory;
    }

    List<Finding> check() {
        Map<String, List<String>> states = new HashMap<>();
        evidence.database.rows(STATES).forEach(row -> states.put(row.get(0), row));
        List<String> breaches = new ArrayList<>(evidence
                .database
                .rows(
                        "select id, errand, state, reason from carried_change where settled_at is null or state = 'FAILED'")
                .stream()
                .map(row -> "change %s of %s is %s %s".formatted(row.toArray()))
                .toList());
        for (Person person : evidence.colleagues) {
            List<String> state = states.get(person.account().toString());
            breaches.addAll(locks(person, isTrue(state.get(1)), isTrue(state.get(2))));
            breaches.addAll(passwords(person, state.get(3)));
        }
        return List.of(Finding.of(
                "I13",
                "an organisation's directory ends with the passwords that the service has, locked for nobody else, and"
                        + " with nothing left to carry there",
                evidence.colleagues.size() + evidence.database.count("select count(*) from carried_change"),
                breaches));
    }

    /** What wrong passwords lock here is not locked there. */
    private List<String> locks(Person person, boolean here, boolean fromThere) {
        boolean there = directory.isLocked(person.address());
        if (there && !here) {
            return List.of("account " + person.account() + " is locked in the directory alone");
        }
        return !there && fromThere
                ? List.of(
                        "account " + person.account() + " is locked by the directory, where it is not locked any more")
                : List.of();
    }

    /** Where no hash is here, the directory judges. */
    private List<String> passwords(Person person, String hash) {
        List<String> breaches = new ArrayList<>();
        int opening = 0;
        for (String password : known.everTheirs(person)) {
            boolean there = directory.hasPassword(person.address(), password);
            opening += there ? 1 : 0;
            if (!hash.isEmpty() && there != known.opens(hash, password)) {
                breaches.add("account %s: a password opens %s alone"
                        .formatted(person.account(), there ? "the directory" : "the mailbox"));
            }
        }
        if (opening != 1) {
            breaches.add("account %s: %d of the passwords that it ever had open the directory"
                    .formatted(person.account(), opening));
        }
        return breaches;
    }

    private static boolean isTrue(String text) {
        return text.equals("t");
    }
}
