package uk.nhs.access.web;

import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Adds {@link MoreHeaders} to the answer. */
class MoreHeadersFilter {

    private final MoreHeaders headers;

    MoreHeadersFilter(MoreHeaders headers) {
        this.headers = headers;
    }

    @ServerResponseFilter
    public void add(ContainerResponseContext answer) {
        headers.all().forEach(answer.getHeaders()::putSingle);
    }
}
