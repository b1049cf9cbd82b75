package uk.nhs.access.idempotency;

/** Ends a request that has been answered before: its operation returns another type, and is not to run. */
final class Replay extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    Replay(Answer answer) {
        super("Answered before", null, false, false);
        this.answer = answer;
    }

    Answer answer() {
        return answer;
    }
}
