package uk.nhs.access.problem;

/**
 * The references that people quote to support, each with the status it is answered with.
 *
 * <p>A published reference keeps its published meaning (help page «Mobile phone number»). The wording stands, in every
 * language, in the {@code wording} bundle beside this enum under the constant's name.
 */
public enum Cid {
    REQUEST_INVALID("CID1001", 400),
    BODY_UNREADABLE("CID1002", 400),
    BODY_TOO_LARGE("CID1003", 413),
    MEDIA_TYPE_UNSUPPORTED("CID1004", 415),
    NOT_FOUND("CID1005", 404),
    METHOD_NOT_ALLOWED("CID1006", 405),
    NOT_ACCEPTABLE("CID1007", 406),
    NOT_SIGNED_IN("CID1008", 401),
    NOT_ALLOWED("CID1009", 403),
    STEP_UP_NEEDED("CID1010", 403),
    NO_ACCOUNT("CID1011", 403),
    URI_TOO_LONG("CID1012", 414),
    HEADERS_TOO_LARGE("CID1013", 431),
    IDEMPOTENCY_KEY_INVALID("CID1014", 400),
    IDEMPOTENCY_KEY_REUSED("CID1015", 422),
    IDEMPOTENCY_KEY_IN_USE("CID1016", 409),
    WENT_WRONG("CID1111", 500),
    UNAVAILABLE("CID1111", 503),
    ACCOUNT_DISABLED("CID2012", 403),
    NOT_RECOGNISED("CID3001", 422),
    NOT_RECOGNISED_FOR_NOW("CID3001", 429),
    CANCEL_LINK_EXPIRED("CID3002", 410),
    CANCEL_LINK_USED("CID3003", 410),
    CANCEL_LINK_UNKNOWN("CID3011", 404),
    PHONE_CHANGE_UNKNOWN("CID3012", 404),
    PHONE_CHANGE_SUPERSEDED("CID3013", 410),
    PHONE_CHANGE_ALREADY_CONFIRMED("CID3014", 409),
    PHONE_CHANGE_OVER("CID3015", 409),
    RECOVERY_UNKNOWN("CID3016", 404),
    RECOVERY_EXPIRED("CID3017", 410),
    RECOVERY_NOT_PROVED("CID3018", 409),
    RECOVERY_STEP_DONE("CID3019", 409),
    CODE_WRONG("CID3101", 422),
    CODE_EXPIRED("CID3102", 410),
    CODE_TRIES_USED_UP("CID3103", 422),
    CODES_BLOCKED("CID3104", 429),
    CODE_SENT_TOO_OFTEN("CID3105", 429),
    ACCOUNT_UNKNOWN("CID3106", 404),
    NO_DESTINATION("CID3107", 422),
    CHANNEL_NOT_ALLOWED("CID3108", 422),
    CODE_UNKNOWN("CID3109", 404),
    RECOVERY_NO_CODE("CID3110", 409),
    CHANNEL_CLOSED("CID3111", 503),
    NOT_A_UK_MOBILE("CID3201", 422),
    NUMBER_UNCHANGED("CID3202", 422),
    PREVIOUS_NUMBER_WRONG("CID3203", 422),
    UNLOCK_UNKNOWN("CID3301", 404),
    UNLOCK_EXPIRED("CID3302", 410),
    UNLOCK_NOT_PROVED("CID3303", 409),
    UNLOCK_STEP_DONE("CID3304", 409),
    UNLOCK_ANSWERS_WRONG("CID3305", 422),
    UNLOCK_NOT_POSSIBLE("CID3306", 422),
    UNLOCK_TRIES_USED_UP("CID3307", 429),
    UNLOCK_RESET_ONLY("CID3308", 409),
    UNLOCK_CODE_WRONG("CID3309", 422),
    PASSWORD_REFUSED("CID3311", 422),
    PASSWORD_WRONG("CID3312", 422),
    PASSWORD_TRIES_USED_UP("CID3313", 429),
    PASSWORD_NOT_HERE("CID3314", 409),
    SUBJECT_TAKEN("CID3401", 409),
    ADDRESS_TAKEN("CID3402", 409),
    ISSUER_NOT_TRUSTED("CID3403", 422),
    NOT_A_PHONE_NUMBER("CID3404", 422);

    private final String reference;
    private final int status;

    Cid(String reference, int status) {
        this.reference = reference;
        this.status = status;
    }

    public String reference() {
        return reference;
    }

    /** The HTTP status (RFC 9110) that a refusal for this reason is answered with. */
    public int status() {
        return status;
    }
}
