package uk.nhs.access.contract;

import java.util.Map;

/** A request and its answer, as they went over the wire. A body that is not there is empty. */
record Exchange(
        String method, String path, String requestBody, int status, Map<String, String> headers, String answerBody) {

    boolean succeeded() {
        return status < 400;
    }

    /** Whether the service has read the body and found its shape right: it answers about the matter itself. */
    boolean requestWasUnderstood() {
        return succeeded() || (status == 409 || status == 410 || status == 422) && !isAboutItsKey();
    }

    /** Whether it was refused for its Idempotency-Key, which is looked at before its body. */
    private boolean isAboutItsKey() {
        return answerBody.contains(",2026:idempotency-key-");
    }

    /** Whether the method, by its own definition (RFC 9110), says nothing about the contract. */
    boolean isBodiless() {
        return method.equals("HEAD") || method.equals("OPTIONS");
    }

    String mediaType() {
        return header("Content-Type").split(";", 2)[0].strip();
    }

    String header(String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    @Override
    public String toString() {
        return "%s %s answered with %d".formatted(method, path, status);
    }
}
