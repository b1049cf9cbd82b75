package uk.nhs.access.web;

import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;

/** The answer to whoever made something: 201, with where it is now. */
public final class Created {

    private Created() {}

    /** @param path where it is, from the root on */
    public static <T> RestResponse<T> at(String path, T made) {
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, made)
                .header(HttpHeaders.LOCATION, path)
                .build();
    }
}
