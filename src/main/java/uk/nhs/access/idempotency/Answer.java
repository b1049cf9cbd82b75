package uk.nhs.access.idempotency;

import uk.nhs.access.caller.SignIn;

/**
 * An answer as it goes over the wire.
 *
 * @param headers as JSON, with a list of values for each name
 * @param body as JSON
 * @param signIn how whoever got it had to have signed in
 */
record Answer(int status, String headers, String body, SignIn signIn) {

    /** Stands for the answer while the request is being worked on. */
    static final Answer NONE_YET = new Answer(0, "", "", SignIn.ANY);
}
