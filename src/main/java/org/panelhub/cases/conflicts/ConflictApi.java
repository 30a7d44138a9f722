package org.panelhub.cases.conflicts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.page.Field;
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

/** Conflicts of interest that wait for the caller's decision as a chair, for programs. */
@Path("/api/conflicts")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class ConflictApi {

    private final Conflicts conflicts;
    private final Permissions permissions;

    ConflictApi(Conflicts conflicts, Permissions permissions) {
        this.conflicts = conflicts;
        this.permissions = permissions;
    }

    /** Those that wait. */
    public record ConflictsJson(List<ConflictJson> conflicts) {
    }

    /** One of them. {@code reference} is null while there is only a referral, {@code person} where it is not the caller's to see. */
    public record ConflictJson(UUID id, ConflictView.Kind kind, String panel, String reference, String member, String agency, String person, String agrees, Instant since) {

        static ConflictJson of(ConflictView c) {
            return new ConflictJson(c.id(), c.kind(), c.panel(), c.reference() == null || c.reference().isEmpty() ? null : c.reference(), c.member(), c.agency(), c.person(), c.agrees(), c.since());
        }
    }

    /** The decision: whether the case stays, or is, shut to the member; and why. */
    public record Decision(Boolean shut, String reason) {
    }

    @GET
    @Transactional
    public ConflictsJson all() {
        permissions.require(Permission.DECIDE_CONFLICT);
        return new ConflictsJson(conflicts.seen(conflicts.waiting()).stream().map(ConflictJson::of).toList());
    }

    @POST
    @Path("{id}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    public void decide(@PathParam("id") UUID id, Decision decision) {
        var conflict = conflicts.byId(id);
        var given = decision == null ? new Decision(null, null) : decision;
        var check = new Field.Check();
        check.that(given.shut != null, "shut", "Say whether the case is shut to the member");
        var why = check.text("reason", "Reason", given.reason, ConflictPages.LONGEST_REASON, true);
        Invalid.unless(check.errors());
        conflicts.decide(conflict, given.shut, why);
    }
}
