package org.panelhub.cases.sight;

import java.util.UUID;

import org.panelhub.access.NotFound;
import org.panelhub.access.Permissions;
import org.panelhub.identity.Viewers;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** Why the caller, or a member it may ask about, sees information, or does not; for programs. */
@Path("/api/items/{id}/why")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class ItemWhyApi {

    private final Whys whys;
    private final Permissions permissions;
    private final Viewers viewers;

    ItemWhyApi(Whys whys, Permissions permissions, Viewers viewers) {
        this.whys = whys;
        this.permissions = permissions;
        this.viewers = viewers;
    }

    @GET
    @Transactional
    public WhyApi.WhyJson ofItem(@PathParam("id") UUID id, @QueryParam("member") UUID member) {
        return WhyApi.WhyJson.of(whys.ofItem(id, WhyApi.about(member, permissions, viewers)).orElseThrow(() -> new NotFound("item", id)));
    }
}
