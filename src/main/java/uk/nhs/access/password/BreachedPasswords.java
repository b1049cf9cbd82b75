package uk.nhs.access.password;

/** Passwords that were stolen somewhere, and are tried everywhere since. */
interface BreachedPasswords {

    boolean contain(TypedPassword password);
}
