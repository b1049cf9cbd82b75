package uk.nhs.access.caller;

/** What a token may be good for. Each operation is opened by the scopes that the contract lists. */
public final class Scope {

    /** A signed-in person's own account. */
    public static final String ACCOUNT = "account";

    /** A signed-in person's own changes of the mobile phone number. */
    public static final String PHONE_CHANGES = "phone-changes";

    /** Codes that another service has sent and checked. */
    public static final String VERIFICATION_CODES = "verification-codes";

    /** Passwords that people type at another service, to sign in there. */
    public static final String PASSWORD_CHECK = "password-check";

    /**
     * Getting back in without the phone, at the security-code prompt. A token with this scope is good for nothing else,
     * whatever else it lists.
     */
    public static final String RECOVERIES = "recoveries";

    /** Opening, reading, changing and disabling accounts, for the services that look after them. */
    public static final String PROVISIONING = "provisioning";

    /** Looking after the accounts of the organisations that the token names. */
    public static final String LOCAL_ADMINISTRATION = "local-administration";

    /** Running the service itself, such as stopping a channel. */
    public static final String OPERATIONS = "operations";

    private Scope() {}
}
