package uk.nhs.access.trust;

import uk.nhs.access.support.Person;

/** Somebody whose organisation has a directory chooses passwords or is locked out, here or there. */
final class ColleagueJourney implements Journey {

    private static final int A_WHILE = 3_000;

    @Override
    public void walk(Worker worker) {
        Person person = worker.colleague();
        switch (worker.random.nextInt(4)) {
            case 0 -> chooseHere(worker, person);
            case 1 -> chooseThere(worker, person);
            case 2 -> {
                worker.directory().lock(person.address());
                UnlockJourney.walk(worker, person);
            }
            default -> lockAndUnlockThere(worker, person);
        }
    }

    /** Twice, so that the second may overtake the first. */
    private static void chooseHere(Worker worker, Person person) {
        PasswordJourney.choose(worker, person, Population.PASSWORD)
                .ifPresent(first -> PasswordJourney.choose(worker, person, first));
    }

    private static void chooseThere(Worker worker, Person person) {
        String chosen = worker.password(person, PasswordJourney.random(worker));
        worker.directory().setPassword(person.address(), chosen);
        Worker.pause(worker.random.nextInt(A_WHILE));
        worker.client.ask(PasswordJourney.check(person, chosen));
        if (worker.inOneOf(2)) {
            PasswordJourney.choose(worker, person, chosen);
        }
    }

    private static void lockAndUnlockThere(Worker worker, Person person) {
        worker.directory().lock(person.address());
        Worker.pause(worker.random.nextInt(A_WHILE));
        worker.client.ask(PasswordJourney.check(person, Population.PASSWORD));
        worker.directory().unlock(person.address());
    }
}
