package uk.nhs.access.password;

/** Why a new password is refused. */
public enum PasswordReason {
    TOO_SHORT,
    TOO_LONG,
    /** A common password, a name, a word, a row of keys, or a simple variation or chain of these. */
    COMMON,
    /** It stands on a list of passwords that were stolen somewhere. */
    BREACHED,
    LIKE_YOUR_NAME,
    LIKE_YOUR_ADDRESS,
    /** One of the last passwords of the account, the present one among them. */
    USED_BEFORE
}
