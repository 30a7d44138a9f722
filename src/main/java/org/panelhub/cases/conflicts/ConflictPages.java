package org.panelhub.cases.conflicts;

import java.net.URI;
import java.util.List;

import org.jboss.resteasy.reactive.RestForm;
import org.panelhub.access.Forbidden;
import org.panelhub.access.NotFound;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.page.Choice;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;
import org.panelhub.page.Flash;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** Conflicts of interest that wait for a chair, and the deputies that agencies need because of them. */
@Path("/conflicts")
@Authenticated
public class ConflictPages {

    static final int LONGEST_REASON = 1000;
    private static final int UNPROCESSABLE = 422;

    private final Conflicts conflicts;
    private final Permissions permissions;
    private final Flash flash;

    ConflictPages(Conflicts conflicts, Permissions permissions, Flash flash) {
        this.conflicts = conflicts;
        this.permissions = permissions;
        this.flash = flash;
    }

    @CheckedTemplate(basePath = "cases")
    static class Templates {
        static native TemplateInstance conflicts(List<ConflictView> waiting, List<ConflictView> confirmed, List<Conflicts.Deputy> deputies, List<Conflicts.UnkeptList> unkept, boolean decides, boolean prepares);

        static native TemplateInstance conflict(ConflictView conflict, List<Choice> choices, String decision, String reason, Errors errors);
    }

    @GET
    @Transactional
    public TemplateInstance list() {
        var decides = permissions.may(Permission.DECIDE_CONFLICT);
        var prepares = permissions.may(Permission.BAR_MEMBER);
        if (!decides && !prepares) {
            throw new Forbidden(Permission.DECIDE_CONFLICT);
        }
        return Templates.conflicts(conflicts.seen(decides ? conflicts.waiting() : List.of()), conflicts.seen(decides ? conflicts.confirmed() : List.of()), conflicts.deputies(), conflicts.unkeptLists(), decides, prepares);
    }

    /** A chair puts itself on the list of a sealed case that has none. */
    @POST
    @Path("lists/{reference}")
    @Transactional
    public Response keep(@PathParam("reference") String reference) {
        conflicts.keepList(reference);
        flash.done("You are on the list of " + reference + ", and keep it. Those on it are told.");
        return Response.seeOther(URI.create("/cases/" + reference + "/access")).build();
    }

    @GET
    @Path("{id}")
    @Transactional
    public TemplateInstance open(@PathParam("id") String id) {
        return page(conflicts.byId(NotFound.id("conflict", id)), null, null, Errors.none());
    }

    private static TemplateInstance page(ConflictView conflict, String decision, String reason, Errors errors) {
        return Templates.conflict(conflict, choices(conflict), decision, reason, errors);
    }

    private static List<Choice> choices(ConflictView conflict) {
        return conflict.hint() ? List.of(Choice.of("SHUT", "Shut the case to this member"), Choice.of("OPEN", "There is no conflict: put the hint aside"))
                : List.of(Choice.of("SHUT", "There is a conflict: it stays shut to this member"), Choice.of("OPEN", "There is no conflict: open it to this member as to others"));
    }

    @POST
    @Path("{id}")
    @Transactional
    public Object decide(@PathParam("id") String id, @RestForm String decision, @RestForm String reason) {
        var conflict = conflicts.byId(NotFound.id("conflict", id));
        var check = new Field.Check();
        check.that("SHUT".equals(decision) || "OPEN".equals(decision), "decision", "Choose what you decide");
        var why = check.text("reason", "Reason", reason, LONGEST_REASON, true);
        if (check.errors().any()) {
            return Response.status(UNPROCESSABLE).entity(page(conflict, decision, reason, check.errors())).build();
        }
        conflicts.decide(conflict, "SHUT".equals(decision), why);
        flash.done("Your decision and its reason are on record.");
        return Response.seeOther(URI.create("/conflicts")).build();
    }
}
