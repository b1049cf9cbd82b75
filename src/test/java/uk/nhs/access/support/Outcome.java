package uk.nhs.access.support;

import io.restassured.response.Response;

/** An answer in a word or two: {@code 201}, or {@code 404 CID3109}. */
public final class Outcome {

    private Outcome() {}

    public static String of(Response answer) {
        int status = answer.statusCode();
        return status < 400 ? String.valueOf(status) : status + " " + answer.<String>path("cid");
    }
}
