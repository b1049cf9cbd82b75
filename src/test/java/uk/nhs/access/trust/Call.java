package uk.nhs.access.trust;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;

/**
 * One try of a request, and what was heard of it.
 *
 * @param status 0 where nothing was heard
 * @param millis from the beginning of the run to the end of the try
 */
record Call(int process, Request request, Outcome outcome, int status, String body, long millis) {

    /** What is known: done, refused, or nothing. */
    enum Outcome {
        OK,
        FAIL,
        INFO
    }

    /** That the account was unlocked before, as a second try hears whose first one was never answered. */
    private static final String STEP_DONE = "CID3304";

    private static final String IN_USE = "CID1016";

    static Call heard(int process, Request request, int status, String body, boolean inDoubt, long millis) {
        String cid = text(body, "cid");
        boolean unknown = status == 0 || status >= 500 || IN_USE.equals(cid);
        boolean done = status < 400 || inDoubt && STEP_DONE.equals(cid);
        Outcome outcome = unknown ? Outcome.INFO : done ? Outcome.OK : Outcome.FAIL;
        return new Call(process, request, outcome, status, body, millis);
    }

    boolean isOk() {
        return outcome == Outcome.OK;
    }

    boolean isKnown() {
        return outcome != Outcome.INFO;
    }

    /** Whether every other try with the same key has to hear the same. */
    boolean isLastWord() {
        return isKnown() && status != 401 && status != 403 && status != 429;
    }

    /**
     * Whether it tells what became of earlier tries that nobody heard of. Whoever asks again after minutes may have to sign in
     * again, or come too late for the step, whatever was done by then.
     */
    boolean isSettling() {
        return isLastWord() && status != 410;
    }

    boolean isWrongCode() {
        return "CID3101".equals(cid());
    }

    String cid() {
        return text(body, "cid");
    }

    String id() {
        return text(body, "id");
    }

    String text(String field) {
        return text(body, field);
    }

    /** The id of what it was about, named before or by the answer. */
    String about() {
        return request.about() == null ? id() : request.about();
    }

    /** The name of the effect: all tries with one key have one. */
    String effect() {
        return request.hasKey() ? request.key() : String.valueOf(System.identityHashCode(this));
    }

    private static String text(String body, String field) {
        try {
            Object value = new JsonObject(body).getValue(field);
            return value == null ? "" : value.toString();
        } catch (DecodeException none) {
            return "";
        }
    }
}
