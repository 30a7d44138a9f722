package org.panelhub.cases.sight;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestForm;
import org.panelhub.access.NotFound;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.cases.CaseHead;
import org.panelhub.cases.CaseHeads;
import org.panelhub.cases.CaseMembers;
import org.panelhub.cases.CaseSheet;
import org.panelhub.cases.CaseSheets;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

/** Why can I see this, who has looked, and the two things that shut a case. */
@Path("/cases/{reference}/access")
@Authenticated
public class SightPages {

    private static final int LONGEST_REASON = 1000;

    private final CaseHeads heads;
    private final CaseSheets sheets;
    private final CaseMembers members;
    private final Sights sights;
    private final Shutting shutting;
    private final Permissions permissions;
    private final Flash flash;

    SightPages(CaseHeads heads, CaseSheets sheets, CaseMembers members, Sights sights, Shutting shutting, Permissions permissions, Flash flash) {
        this.heads = heads;
        this.sheets = sheets;
        this.members = members;
        this.sights = sights;
        this.shutting = shutting;
        this.permissions = permissions;
        this.flash = flash;
    }

    @CheckedTemplate(basePath = "cases")
    static class Templates {
        static native TemplateInstance access(CaseHead head, Sight sight, List<CaseSheet.Place> team, boolean mayBar, boolean maySeal, boolean mayDecide, List<String> deputies, List<Choice> members, String conflict, String barReason, Errors errors);

        static native TemplateInstance onTheListMail(String address);
    }

    @GET
    @Transactional
    public TemplateInstance open(@PathParam("reference") String reference, @QueryParam("after") String after) {
        return page(heads.of(reference), after, null, null, Errors.none());
    }

    private TemplateInstance page(CaseHead head, String after, String conflict, String barReason, Errors errors) {
        var mayBar = permissions.may(Permission.BAR_MEMBER, head.panelId());
        var maySeal = permissions.may(Permission.SEAL_CASE, head.panelId());
        return Templates.access(head, sights.of(head, after), sheets.team(head.caseId()), mayBar, maySeal,
                permissions.may(Permission.DECIDE_CONFLICT, head.panelId()), sights.deputies(head.caseId()), mayBar || maySeal ? members.notBarred(head.caseId()) : List.of(), conflict, barReason, errors);
    }

    @POST
    @Path("conflict")
    @Transactional
    public Object declare(@PathParam("reference") String reference, @RestForm String conflict) {
        var head = heads.of(reference);
        var check = new Field.Check();
        var reason = check.text("conflict", "What the conflict is", conflict, LONGEST_REASON, true);
        if (check.errors().any()) {
            return wrong(head, conflict, null, check.errors());
        }
        shutting.declare(head, reason);
        flash.done("Your conflict of interest is on record. The case is no longer open to you.");
        return Response.seeOther(URI.create("/cases")).build();
    }

    @POST
    @Path("bar")
    @Transactional
    public Object bar(@PathParam("reference") String reference, @RestForm String barred, @RestForm String barReason) {
        var head = heads.of(reference);
        permissions.require(Permission.BAR_MEMBER, head.panelId());
        var check = new Field.Check();
        var member = chosen(head, barred);
        check.that(member != null, "barred", "Choose to whom the case is shut");
        var reason = check.text("barReason", "Reason", barReason, LONGEST_REASON, true);
        if (check.errors().any()) {
            return wrong(head, null, barReason, check.errors());
        }
        shutting.shutTo(head, member, reason);
        return done(head, "The case is shut to that member.");
    }

    @POST
    @Path("bar/{bar}/lift")
    @Transactional
    public Response lift(@PathParam("reference") String reference, @PathParam("bar") String bar) {
        var head = heads.of(reference);
        shutting.lift(head, NotFound.id("bar", bar));
        return done(head, "The conflict no longer shuts the case to that member.");
    }

    @POST
    @Path("admit")
    @Transactional
    public Object admit(@PathParam("reference") String reference, @RestForm String admitted) {
        var head = heads.of(reference);
        permissions.require(Permission.SEAL_CASE, head.panelId());
        var member = chosen(head, admitted);
        if (member == null) {
            return wrong(head, null, null, Errors.one("admitted", "Choose who goes on the list"));
        }
        shutting.admit(head, member);
        return done(head, "The member is on the list.");
    }

    @POST
    @Path("admitted/{member}/remove")
    @Transactional
    public Object remove(@PathParam("reference") String reference, @PathParam("member") String member) {
        var head = heads.of(reference);
        try {
            shutting.dismiss(head, NotFound.id("member", member));
        } catch (Shutting.NotOnList e) {
            return wrong(head, null, null, Errors.one("admitted", e.getMessage()));
        }
        return done(head, "The member is no longer on the list.");
    }

    @POST
    @Path("seal")
    @Transactional
    public Object seal(@PathParam("reference") String reference) {
        var head = heads.of(reference);
        try {
            shutting.seal(head);
        } catch (Shutting.NotOnList e) {
            return wrong(head, null, null, Errors.one("admitted", e.getMessage()));
        }
        return done(head, "The case is sealed. Only members on its list see it.");
    }

    @POST
    @Path("unseal")
    @Transactional
    public Response unseal(@PathParam("reference") String reference) {
        var head = heads.of(reference);
        shutting.unseal(head);
        return done(head, "The seal is off.");
    }

    private UUID chosen(CaseHead head, String typed) {
        return members.notBarred(head.caseId()).stream().filter(c -> c.value().equals(typed)).findFirst().map(c -> UUID.fromString(c.value())).orElse(null);
    }

    private Response wrong(CaseHead head, String conflict, String barReason, Errors errors) {
        return Response.status(422).entity(page(head, null, conflict, barReason, errors)).build();
    }

    private Response done(CaseHead head, String sentence) {
        flash.done(sentence);
        return Response.seeOther(URI.create(head.path() + "/access")).build();
    }
}
