package uk.nhs.access.notice;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** An error as GOV.UK Notify answers it. */
final class NotifyRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    final int status;
    private final String error;

    NotifyRefusal(int status, String error, String message) {
        super(message, null, false, false);
        this.status = status;
        this.error = error;
    }

    JsonObject body() {
        return new JsonObject()
                .put("status_code", status)
                .put(
                        "errors",
                        new JsonArray().add(new JsonObject().put("error", error).put("message", getMessage())));
    }
}
