package uk.nhs.access.provisioning;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import uk.nhs.access.caller.Callers;
import uk.nhs.access.caller.Scope;
import uk.nhs.access.phonechange.DirectChanges.By;
import uk.nhs.access.web.Streamed;

/** Accounts by the stream, for the services that look after them. */
@Path("/v1/accounts/bulk")
@RolesAllowed(Scope.PROVISIONING)
class BulkResource {

    /** JSON, one value on each line. */
    private static final String LINES = "application/x-ndjson";

    private final BulkLoad bulk;
    private final Callers callers;
    private final ProvisioningSettings settings;
    private final Vertx vertx;
    private final HttpServerRequest request;

    BulkResource(
            BulkLoad bulk, Callers callers, ProvisioningSettings settings, Vertx vertx, HttpServerRequest request) {
        this.bulk = bulk;
        this.callers = callers;
        this.settings = settings;
        this.vertx = vertx;
        this.request = request;
    }

    @POST
    @Streamed
    @Consumes(LINES)
    @Produces(LINES)
    public StreamingOutput load(InputStream lines) {
        By by = new By(callers.current().asService(), callers.language());
        HttpServerResponse response = request.response();
        return answers -> bulk.run(lines, new TimedAnswers(answers, vertx, response, settings.patience()), by);
    }
}
