package uk.nhs.access.web;

import jakarta.enterprise.context.RequestScoped;
import java.util.LinkedHashMap;
import java.util.Map;

/** The headers that the answer to the request that runs has besides its own, whether it is a refusal or not. */
@RequestScoped
public class MoreHeaders {

    private final Map<String, String> headers = new LinkedHashMap<>();

    public void put(String name, String value) {
        headers.put(name, value);
    }

    Map<String, String> all() {
        return headers;
    }
}
