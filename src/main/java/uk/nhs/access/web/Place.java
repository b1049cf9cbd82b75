package uk.nhs.access.web;

/**
 * The place of one request, which is given back once, whatever ends it. A client that hangs up does not end the work that was
 * begun for it: else whoever does not wait for answers could have any number of requests worked on.
 */
final class Place {

    private final Runnable giveBack;
    private boolean working;
    private boolean givenBack;

    Place(Runnable giveBack) {
        this.giveBack = giveBack;
    }

    synchronized void workBegins() {
        working = true;
    }

    /** The work has come to an end, or the answer was given. */
    synchronized void isOver() {
        if (!givenBack) {
            givenBack = true;
            giveBack.run();
        }
    }

    /** Nobody waits for the answer any more. Tells whether there is work that has still to end. */
    synchronized boolean isLeft() {
        if (!working) {
            isOver();
        }
        return !givenBack;
    }
}
