package uk.nhs.access.event;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import uk.nhs.access.caller.Scope;
import uk.nhs.access.idempotency.Idempotent;

/** How the events stand that other services are told, for those who run the service. */
@Path("/v1/event-receivers")
@RolesAllowed(Scope.OPERATIONS)
class EventReceiverResource {

    private final EventReceiverService receivers;

    EventReceiverResource(EventReceiverService receivers) {
        this.receivers = receivers;
    }

    @GET
    public List<ReceiverView> list() {
        return receivers.all();
    }

    @POST
    @Idempotent
    @Path("/{name}/redelivery")
    public Redelivery redeliver(@PathParam("name") String name) {
        return receivers.redeliver(name);
    }
}
