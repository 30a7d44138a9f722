package org.panelhub.partnership;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
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

    MemberApi(Permissions permissions, Members members, Invitations invitations) {
        this.permissions = permissions;
        this.members = members;
        this.invitations = invitations;
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
    public Response add(Input input) {
        permissions.require(Permission.SET_UP);
        var id = members.add(input.form(null));
        members.flush();
        invitations.send(id);
        return Response.created(URI.create("/api/members/" + id)).entity(members.byId(id)).build();
    }

    @PUT
    @Path("{id}")
    public MemberView change(@RestPath UUID id, @RestHeader(IfMatch.HEADER) String ifMatch, Input input) {
        members.byId(id);
        permissions.require(Permission.SET_UP);
        members.change(id, input.form(IfMatch.required(ifMatch, () -> members.byId(id)).version()));
        members.flush();
        return members.byId(id);
    }
}
