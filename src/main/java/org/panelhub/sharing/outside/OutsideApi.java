package org.panelhub.sharing.outside;

import java.time.LocalDate;
import java.util.List;

import org.jboss.resteasy.reactive.RestHeader;
import org.panelhub.access.NotFound;
import org.panelhub.identity.Viewers;
import org.panelhub.page.DateBoxes;
import org.panelhub.page.Idempotency;
import org.panelhub.page.Invalid;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What the caller's agency gave outside the panel, for programs; for an information lead, its controller's agencies. */
@Path("/api/outside-disclosures")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class OutsideApi {

    private final Outside outside;
    private final Viewers viewers;
    private final Idempotency idempotency;

    OutsideApi(Outside outside, Viewers viewers, Idempotency idempotency) {
        this.outside = outside;
        this.viewers = viewers;
        this.idempotency = idempotency;
    }

    /** The latest first, two hundred at most. */
    public record OutsideJson(List<OutsideView> disclosures) {
    }

    /** To whom the items were given, and why. {@code givenOn} is today unless said. */
    public record NewOutside(List<String> items, String body, String contact, String gateway, String reason, LocalDate givenOn) {
    }

    @GET
    @Transactional
    public OutsideJson all() {
        viewers.current();
        return new OutsideJson(outside.all());
    }

    @GET
    @Path("{id}")
    @Transactional
    public OutsideView one(@PathParam("id") String id) {
        return outside.view(NotFound.id("outside disclosure", id));
    }

    /** Records it item by item; the answer is the last record. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    public Response record(@RestHeader(Idempotency.HEADER) String key, NewOutside typed) {
        var today = viewers.current().today();
        return idempotency.created(key, "/api/outside-disclosures", typed, () -> {
            var on = DateBoxes.of(typed == null || typed.givenOn == null ? today : typed.givenOn);
            var form = typed == null ? new OutsideForm(null, null, null, null, null, "", "", "")
                    : new OutsideForm(typed.items, typed.body, typed.contact, typed.gateway, typed.reason, on.day(), on.month(), on.year());
            var checked = form.check(today);
            Invalid.unless(checked.errors());
            return outside.record(checked.given());
        }, outside::view);
    }
}
