package org.panelhub.partnership;

import java.util.List;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.page.Given;
import org.panelhub.page.Idempotency;
import org.panelhub.page.IfMatch;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Agencies, with the signatory that each belongs to. Read by every member, written by the administrator. */
@Path("/api/agencies")
@Authenticated
@Transactional
public class AgencyApi {

    private final Permissions permissions;
    private final Agencies agencies;
    private final Idempotency idempotency;

    AgencyApi(Permissions permissions, Agencies agencies, Idempotency idempotency) {
        this.permissions = permissions;
        this.agencies = agencies;
        this.idempotency = idempotency;
    }

    /**
     * @param signatory the id of the signatory; told when the agency is added, and then fixed
     * @param kind such as POLICE or MENTAL_HEALTH
     */
    public record Input(UUID signatory, String name, String shortName, String kind) {
        AgencyForm form(Integer version) {
            return new AgencyForm(signatory == null ? "" : signatory.toString(), name, shortName, kind, version);
        }
    }

    @GET
    public List<AgencyView> list() {
        return agencies.list();
    }

    @GET
    @Path("{id}")
    public AgencyView one(@RestPath UUID id) {
        return agencies.byId(id);
    }

    @POST
    public Response add(@RestHeader(Idempotency.HEADER) String key, Input input) {
        permissions.require(Permission.SET_UP);
        return idempotency.created(key, "/api/agencies", input, () -> agencies.add(Given.the(input).form(null)), agencies::byId);
    }

    @PUT
    @Path("{id}")
    public AgencyView change(@RestPath UUID id, @RestHeader(IfMatch.HEADER) String ifMatch, Input input) {
        agencies.byId(id);
        permissions.require(Permission.SET_UP);
        int seen = IfMatch.required(ifMatch, () -> agencies.byId(id)).version();
        agencies.change(id, Given.the(input).form(seen));
        agencies.flush();
        return agencies.byId(id);
    }
}
