package uk.nhs.access.web;

import static uk.nhs.access.problem.Cid.NOT_FOUND;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.problem.Problem;

/** Says which methods a path has (RFC 9110, section 9.3.7): the framework lists those of all paths that begin like it. */
class Options {

    private final AllowedMethods methods;

    Options(AllowedMethods methods) {
        this.methods = methods;
    }

    @ServerRequestFilter(preMatching = true)
    public @Nullable Response answer(ContainerRequestContext request) {
        if (!request.getMethod().equals(HttpMethod.OPTIONS)) {
            return null;
        }
        String allowed = methods.allow(request.getUriInfo().getPath());
        if (allowed.isEmpty()) {
            throw new Problem(NOT_FOUND);
        }
        return Response.ok().header(HttpHeaders.ALLOW, allowed).build();
    }
}
