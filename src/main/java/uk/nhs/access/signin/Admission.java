package uk.nhs.access.signin;

import uk.nhs.access.password.KeptPasswords;

/** What is to be done with a typed password before anybody has looked at it. */
sealed interface Admission {

    /** It is not compared with anything: the answer is the same whatever it is. */
    record Refused(Outcome outcome) implements Admission {}

    /**
     * It has been counted, and is to be compared.
     *
     * @param last whether it locks the account if it is wrong
     */
    record Guess(KeptPasswords kept, boolean last) implements Admission {}
}
