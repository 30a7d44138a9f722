package org.panelhub.cases;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestForm;
import org.panelhub.access.NotFound;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.audit.Writers;
import org.panelhub.identity.Role;
import org.panelhub.identity.Viewers;
import org.panelhub.live.Watching;
import org.panelhub.page.Choice;
import org.panelhub.page.DateBoxes;
import org.panelhub.page.Differences;
import org.panelhub.page.Drafts;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;
import org.panelhub.page.Flash;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

/** The list of cases, the summary of one, its profile and its team. */
@Path("/cases")
@Authenticated
public class CasePages {

    private static final int LONGEST_REFERENCE = 60;

    private final Cases cases;
    private final CaseList list;
    private final CaseSheets sheets;
    private final CaseHeads heads;
    private final CaseTeams teams;
    private final CaseMembers members;
    private final Permissions permissions;
    private final Viewers viewers;
    private final Flash flash;
    private final Drafts drafts;
    private final Writers writers;
    private final Watching watching;

    CasePages(Cases cases, CaseList list, CaseSheets sheets, CaseHeads heads, CaseTeams teams, CaseMembers members, Permissions permissions, Viewers viewers, Flash flash, Drafts drafts, Writers writers, Watching watching) {
        this.cases = cases;
        this.list = list;
        this.sheets = sheets;
        this.heads = heads;
        this.teams = teams;
        this.members = members;
        this.permissions = permissions;
        this.viewers = viewers;
        this.flash = flash;
        this.drafts = drafts;
        this.writers = writers;
        this.watching = watching;
    }

    @CheckedTemplate(basePath = "cases")
    static class Templates {
        static native TemplateInstance list(CaseList.Found found, String text, String state, List<Choice> states, boolean first, List<CaseList.OwnItem> ownElsewhere);

        static native TemplateInstance summary(CaseSheet sheet, boolean mayKeep, boolean mayName, boolean mayEnter, String ownReference, Errors errors);

        static native TemplateInstance edit(CaseHead head, CaseForm form, Errors errors, Differences differences, Integer savedVersion);

        static native TemplateInstance team(CaseHead head, List<CaseSheet.Place> team, List<Choice> members, List<Choice> roles, String member, String role, DateBoxes until, Errors errors);
    }

    @GET
    @Transactional
    public TemplateInstance all(@QueryParam("q") String text, @QueryParam("state") @DefaultValue("OPEN") String state, @QueryParam("after") String after) {
        viewers.current();
        var which = List.of(CaseList.Which.values()).stream().filter(w -> w.name().equals(state)).findFirst().orElse(CaseList.Which.OPEN);
        var typed = Field.clean(text);
        var found = list.find(typed, which, after);
        watching.ofList("cases", found.lines().stream().map(CaseLine::reference));
        return Templates.list(found, typed, which.name(), Choice.of(CaseList.Which.class, CaseList.Which::label), after == null, list.ownElsewhere());
    }

    @GET
    @Path("{reference}")
    @Transactional
    public TemplateInstance one(@PathParam("reference") String reference) {
        return summary(reference, null, Errors.none());
    }

    private TemplateInstance summary(String reference, String typed, Errors errors) {
        var viewer = viewers.current();
        var sheet = sheets.of(reference);
        var head = sheet.head();
        return Templates.summary(sheet, permissions.may(Permission.OPEN_CASE, head.panelId(), head.caseId()), permissions.may(Permission.NAME_CASE_TEAM, head.panelId(), head.caseId()),
                viewer.agencyId() != null && permissions.may(Permission.ENTER_INFORMATION, head.panelId(), head.caseId()), typed == null ? sheet.ownReference() : typed, errors);
    }

    @POST
    @Path("{reference}/own-reference")
    @Transactional
    public Object ownReference(@PathParam("reference") String reference, @RestForm String ownReference) {
        var head = heads.of(reference);
        permissions.require(Permission.ENTER_INFORMATION, head.panelId(), head.caseId());
        var check = new Field.Check();
        var text = check.text("ownReference", "Our reference", ownReference, LONGEST_REFERENCE, true);
        if (check.errors().any()) {
            return Response.status(422).entity(summary(reference, ownReference, check.errors())).build();
        }
        sheets.keepOwnReference(head, text);
        flash.done("Your agency’s reference was saved.");
        return to(head.path());
    }

    @GET
    @Path("{reference}/edit")
    @Transactional
    public TemplateInstance edit(@PathParam("reference") String reference) {
        var head = heads.of(reference);
        permissions.require(Permission.OPEN_CASE, head.panelId(), head.caseId());
        var form = drafts.load(draft(head)).map(CaseForm::of).orElseGet(() -> CaseForm.of(cases.byReference(reference)));
        return Templates.edit(head, form, Errors.none(), null, null);
    }

    @POST
    @Path("{reference}/edit")
    @Transactional
    public Object save(@PathParam("reference") String reference, @BeanParam CaseForm form) {
        var head = heads.of(reference);
        permissions.require(Permission.OPEN_CASE, head.panelId(), head.caseId());
        var file = cases.byReference(reference);
        var errors = form.validate();
        if (errors.any()) {
            return Response.status(422).entity(Templates.edit(head, form, errors, null, null)).build();
        }
        if (!form.readAt(file.version())) {
            var differences = new Differences(writers.last("case_file", file.id())).compare("Name of the case", file.subject(), form.subject()).compare("Kind of behaviour", file.category(), form.category())
                    .compare("Summary", file.summary(), form.summary());
            return Response.status(Response.Status.CONFLICT).entity(Templates.edit(head, form, errors, differences, file.version())).build();
        }
        file.describe(Field.clean(form.subject()), Field.clean(form.summary()), Field.clean(form.category()));
        drafts.discard(draft(head));
        flash.done("The profile was saved.");
        return to(head.path());
    }

    @GET
    @Path("{reference}/team")
    @Transactional
    public TemplateInstance team(@PathParam("reference") String reference) {
        return team(reference, null, null, DateBoxes.EMPTY, Errors.none());
    }

    private TemplateInstance team(String reference, String member, String role, DateBoxes until, Errors errors) {
        var head = heads.of(reference);
        permissions.require(Permission.NAME_CASE_TEAM, head.panelId(), head.caseId());
        return Templates.team(head, sheets.team(head.caseId()), members.toName(head.caseId()), CaseTeams.ROLES.stream().sorted().map(r -> Choice.of(r, r.label())).toList(), member, role, until, errors);
    }

    @POST
    @Path("{reference}/team")
    @Transactional
    public Object name(@PathParam("reference") String reference, @RestForm String member, @RestForm String role, @RestForm("until-day") String day, @RestForm("until-month") String month,
            @RestForm("until-year") String year) {
        var head = heads.of(reference);
        var errors = new Errors();
        var chosen = members.toName(head.caseId()).stream().filter(c -> c.value().equals(member)).findFirst();
        errors.addIf(chosen.isEmpty(), "member", "Choose who is named");
        var place = CaseTeams.ROLES.stream().filter(r -> r.name().equals(role)).findFirst();
        errors.addIf(place.isEmpty(), "role", "Choose what they are on this case");
        var until = new DateBoxes(day, month, year);
        var last = until.parse(errors, "until", "Last day", false);
        errors.addIf(last != null && last.isBefore(viewers.current().today()), "until", "Last day must be today or later");
        if (errors.any()) {
            return Response.status(422).entity(team(reference, member, role, until, errors)).build();
        }
        teams.name(head.caseId(), UUID.fromString(member), place.orElseThrow(), last);
        flash.done(chosen.orElseThrow().text() + " is now " + place.map(Role::label).orElseThrow().toLowerCase() + " on this case.");
        return to(head.path());
    }

    @POST
    @Path("{reference}/team/{place}/end")
    @Transactional
    public Response endPlace(@PathParam("reference") String reference, @PathParam("place") String place) {
        var head = heads.of(reference);
        var named = sheets.team(head.caseId()).stream().filter(p -> p.id().toString().equals(place)).findFirst().orElseThrow(() -> new NotFound("case team", place));
        teams.end(named.id());
        flash.done(named.who() + " is no longer on the case team.");
        return to(head.path());
    }

    private static String draft(CaseHead head) {
        return "case-profile/" + head.caseId();
    }

    private static Response to(String path) {
        return Response.seeOther(URI.create(path)).build();
    }
}
