package uk.nhs.access.web;

/** A change of the number that is asked for byte by byte, so that some of it can come late or never. */
final class ChangeByHand {

    static final String BODY = "{\"mobileNumber\":\"07400900123\"}";

    private ChangeByHand() {}

    /** @param length of the body that is to come, in bytes */
    static String head(String token, int length) {
        return """
                POST /v1/phone-changes HTTP/1.1
                Host: localhost
                Content-Type: application/json
                Content-Length: %d
                Authorization: Bearer %s
                """.formatted(length, token);
    }
}
