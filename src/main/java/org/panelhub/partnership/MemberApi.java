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

/** Members: those whom the caller may know. Written by the administrator. */
@Path("/api/members")
@Authenticated
@Transactional
public class MemberApi {

    private final Permissions permissions;
    private final Members members;
    private final Invitations invitations;
    private final Idempotency idempotency;

    MemberApi(Permissions permissions, Members members, Invitations invitations, Idempotency idempotency) {
        this.permissions = permissions;
        this.members = members;
        this.invitations = invitations;
        this.idempotency = idempotency;
    }

    /**
     * @param agency the id of the agency, told when the member is added and then fixed; null for an independent chair
     */
    public record Input(String name, String jobTitle, UUID agency, String email, String telephone) {
        MemberForm form(Integer version) {
            return new MemberForm(name, jobTitle, agency == null ? MemberForm.NO_AGENCY : agency.toString(), email, telephone, version);
        }
    }

    @GET
    public List<MemberView> list() {
        return members.list();
    }

    @GET
    @Path("{id}")
    public MemberView one(@RestPath UUID id) {
        return members.byId(id);
    }

    /** Adds the account and mails its invitation. */
    @POST
    public Response add(@RestHeader(Idempotency.HEADER) String key, Input input) {
        permissions.require(Permission.SET_UP);
        return idempotency.created(key, "/api/members", input, () -> {
            var id = members.add(Given.the(input).form(null));
            members.flush();
            invitations.send(id);
            return id;
        }, members::byId);
    }

    @PUT
    @Path("{id}")
    public MemberView change(@RestPath UUID id, @RestHeader(IfMatch.HEADER) String ifMatch, Input input) {
        members.byId(id);
        permissions.require(Permission.SET_UP);
        int seen = IfMatch.required(ifMatch, () -> members.byId(id)).version();
        members.change(id, Given.the(input).form(seen));
        members.flush();
        return members.byId(id);
    }
}
