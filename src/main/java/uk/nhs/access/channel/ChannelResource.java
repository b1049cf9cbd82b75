package uk.nhs.access.channel;

import static uk.nhs.access.problem.Cid.NOT_FOUND;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import uk.nhs.access.caller.Scope;
import uk.nhs.access.problem.Problem;

/** The stop switch of each channel, for those who run the service. */
@Path("/v1/channels")
@RolesAllowed(Scope.OPERATIONS)
class ChannelResource {

    private final ChannelService channels;

    ChannelResource(ChannelService channels) {
        this.channels = channels;
    }

    @GET
    public List<ChannelView> list() {
        return channels.all();
    }

    @PUT
    @Path("/{channel}/stop")
    @Consumes(MediaType.APPLICATION_JSON)
    public ChannelView stop(@PathParam("channel") String channel, @Valid @NotNull Stopping request) {
        return channels.stop(known(channel), request.reason());
    }

    @DELETE
    @Path("/{channel}/stop")
    public ChannelView open(@PathParam("channel") String channel) {
        return channels.open(known(channel));
    }

    private static Channel known(String name) {
        return Arrays.stream(Channel.values())
                .filter(channel -> channel.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Problem(NOT_FOUND));
    }

    /** Why a channel is stopped. */
    record Stopping(@NotBlank @Size(max = 200) String reason) {}
}
