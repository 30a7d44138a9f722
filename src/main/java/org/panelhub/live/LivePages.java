package org.panelhub.live;

import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.panelhub.access.NotFound;
import org.panelhub.page.FromHere;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

/**
 * Where an open page hears how it stands: server-sent events (HTML standard, section 9.2), under the session of its reader and to the hub's own pages only. No
 * word of what is watched goes through here.
 */
@Path("/live")
@Authenticated
public class LivePages {

    private final Audience audience;
    private final FromHere fromHere;
    private final CurrentIdentityAssociation identities;

    LivePages(Audience audience, FromHere fromHere, CurrentIdentityAssociation identities) {
        this.audience = audience;
        this.fromHere = fromHere;
        this.identities = identities;
    }

    /** A page that reads too slowly hears the last that there was to say, as each says how all of it stands. */
    @GET
    @Path("{kind}/{key}")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @Blocking
    public Multi<OutboundSseEvent> follow(@RestPath String kind, @RestPath String key, @Context Sse sse, @Context HttpServerRequest request) {
        if (!fromHere.is(request)) {
            throw new NotForAnotherSite();
        }
        // The person, not a word for whoever asks: the page is read for when this request is long over.
        var identity = identities.getIdentity();
        var seen = audience.look(kind, key).orElseThrow(() -> new NotFound(kind, key));
        return Multi.createFrom().<Onlooker.Said>emitter(page -> audience.joins(identity, kind, key, seen, page), BackPressureStrategy.LATEST)
                .map(said -> sse.newEventBuilder().name(said.event()).data(said.data()).build());
    }
}
