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

/** Signatories: the legal bodies that sign protocols. Read by every member, written by the administrator. */
@Path("/api/signatories")
@Authenticated
@Transactional
public class SignatoryApi {

    private final Permissions permissions;
    private final Signatories signatories;
    private final Idempotency idempotency;

    SignatoryApi(Permissions permissions, Signatories signatories, Idempotency idempotency) {
        this.permissions = permissions;
        this.signatories = signatories;
        this.idempotency = idempotency;
    }

    /**
     * @param sector such as COUNCIL or POLICE
     * @param relevantAuthority whether section 115 of the Crime and Disorder Act 1998 names it
     */
    public record Input(String name, String sector, Boolean relevantAuthority) {
        SignatoryForm form(Integer version) {
            return new SignatoryForm(name, sector, relevantAuthority == null ? "" : relevantAuthority ? "yes" : "no", version);
        }
    }

    @GET
    public List<SignatoryView> list() {
        return signatories.list();
    }

    @GET
    @Path("{id}")
    public SignatoryView one(@RestPath UUID id) {
        return signatories.byId(id);
    }

    @POST
    public Response add(@RestHeader(Idempotency.HEADER) String key, Input input) {
        permissions.require(Permission.SET_UP);
        return idempotency.created(key, "/api/signatories", input, () -> signatories.add(Given.the(input).form(null)), signatories::byId);
    }

    @PUT
    @Path("{id}")
    public SignatoryView change(@RestPath UUID id, @RestHeader(IfMatch.HEADER) String ifMatch, Input input) {
        signatories.byId(id);
        permissions.require(Permission.SET_UP);
        int seen = IfMatch.required(ifMatch, () -> signatories.byId(id)).version();
        signatories.change(id, Given.the(input).form(seen));
        signatories.flush();
        return signatories.byId(id);
    }
}
