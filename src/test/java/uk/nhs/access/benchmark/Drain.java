package uk.nhs.access.benchmark;

/** Waits until all that was begun is over. */
final class Drain {

    private final Database database;

    Drain(Database database) {
        this.database = database;
    }

    /** The seconds until no message waits any more. */
    double await() throws InterruptedException {
        long began = System.nanoTime();
        while (database.number("select count(*) from message where state = 'QUEUED'") > 0) {
            Thread.sleep(20);
        }
        double drained = (System.nanoTime() - began) / 1e9;
        awaitLastRequests();
        return drained;
    }

    /** Those whose callers went away when the time was over are still worked on: nobody else may use their codes. */
    private void awaitLastRequests() throws InterruptedException {
        for (int quiet = 0; quiet < 20; quiet++) {
            Thread.sleep(50);
            if (database.number("select count(*) from pg_stat_activity where backend_type = 'client backend'"
                            + " and pid <> pg_backend_pid() and state <> 'idle'")
                    > 0) {
                quiet = 0;
            }
        }
    }
}
