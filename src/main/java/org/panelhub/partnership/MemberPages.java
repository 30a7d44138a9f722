package org.panelhub.partnership;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.audit.Writers;
import org.panelhub.identity.Role;
import org.panelhub.page.Choice;
import org.panelhub.page.DateBoxes;
import org.panelhub.page.Differences;
import org.panelhub.page.Errors;
import org.panelhub.page.Flash;
import org.panelhub.page.Invalid;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Accounts of members: who they are, their invitation, their offices. For the administrator. */
@Path("/members")
@Authenticated
public class MemberPages {

    private static final int UNPROCESSABLE = 422;

    private final Permissions permissions;
    private final Agencies agencies;
    private final Members members;
    private final MemberSheets sheets;
    private final Offices offices;
    private final Invitations invitations;
    private final Flash flash;
    private final Writers writers;

    MemberPages(Permissions permissions, Agencies agencies, Members members, MemberSheets sheets, Offices offices, Invitations invitations, Flash flash, Writers writers) {
        this.permissions = permissions;
        this.agencies = agencies;
        this.members = members;
        this.sheets = sheets;
        this.offices = offices;
        this.invitations = invitations;
        this.flash = flash;
        this.writers = writers;
    }

    @CheckedTemplate(basePath = "partnership")
    static class Templates {
        static native TemplateInstance members(List<MemberSheet> members);

        static native TemplateInstance member(MemberSheet member, List<Choice> roles, DateBoxes until, Errors errors);

        static native TemplateInstance memberForm(String title, String action, MemberForm form, List<Choice> agencies, String agency, Errors errors, Differences theirs, int version);
    }

    @GET
    @Transactional
    public TemplateInstance list() {
        permissions.require(Permission.SET_UP);
        return Templates.members(sheets.list());
    }

    @GET
    @Path("new")
    @Transactional
    public TemplateInstance newMember(@RestQuery String agency) {
        permissions.require(Permission.SET_UP);
        return form(null, MemberForm.empty(agency), Errors.none(), null);
    }

    /** Adds the account and mails its invitation. */
    @POST
    @Path("new")
    @Transactional
    public Response add(@BeanParam MemberForm form, @RestForm String then) {
        permissions.require(Permission.SET_UP);
        try {
            var id = members.add(form);
            invitations.send(id);
            if ("another".equals(then)) {
                flash.done("The account of " + members.byId(id).name() + " was made, and an invitation was mailed.");
                return Response.seeOther(URI.create("/members/new")).build();
            }
            return done(id, "The account was made, and an invitation was mailed.");
        } catch (Invalid invalid) {
            return again(form(null, form, invalid.errors(), null));
        }
    }

    @GET
    @Path("{id}")
    @Transactional
    public TemplateInstance open(@RestPath UUID id) {
        permissions.require(Permission.SET_UP);
        return sheet(id, DateBoxes.EMPTY, Errors.none());
    }

    @GET
    @Path("{id}/edit")
    @Transactional
    public TemplateInstance edit(@RestPath UUID id) {
        permissions.require(Permission.SET_UP);
        var sheet = sheets.byId(id);
        return form(sheet, MemberForm.of(sheet), Errors.none(), null);
    }

    @POST
    @Path("{id}/edit")
    @Transactional
    public Response change(@RestPath UUID id, @BeanParam MemberForm typed) {
        permissions.require(Permission.SET_UP);
        var sheet = sheets.byId(id);
        // The agency is not in this form: whoever moves gets another account.
        var form = new MemberForm(typed.name(), typed.jobTitle(), MemberForm.of(sheet).agency(), typed.email(), typed.telephone(), typed.version());
        try {
            members.change(id, form);
        } catch (Invalid invalid) {
            return again(form(sheet, form, invalid.errors(), null));
        } catch (OptimisticLockException stale) {
            return Response.status(Response.Status.CONFLICT).entity(form(sheet, form, Errors.none(), new Differences(writers.last("member", sheet.id())).compare("Name", sheet.name(), form.name())
                    .compare("Job title", sheet.jobTitle(), form.jobTitle()).compare("E-mail address", sheet.email(), form.email())
                    .compare("Telephone number", sheet.telephone(), form.telephone()))).build();
        }
        return done(id, "The account was changed.");
    }

    @POST
    @Path("{id}/invitation")
    @Transactional
    public Response invite(@RestPath UUID id) {
        permissions.require(Permission.SET_UP);
        return attempt(id, () -> invitations.send(id), "An invitation was mailed. The one before it no longer works.");
    }

    @POST
    @Path("{id}/close")
    @Transactional
    public Response close(@RestPath UUID id) {
        permissions.require(Permission.SET_UP);
        return attempt(id, () -> sheets.close(id), "The account was closed: it opens nothing from now on.");
    }

    @POST
    @Path("{id}/reopen")
    @Transactional
    public Response reopen(@RestPath UUID id) {
        permissions.require(Permission.SET_UP);
        return attempt(id, () -> sheets.reopen(id), "The account was opened again.");
    }

    @POST
    @Path("{id}/offices")
    @Transactional
    public Response give(@RestPath UUID id, @RestForm String role, @RestForm("until-day") String day, @RestForm("until-month") String month, @RestForm("until-year") String year) {
        permissions.require(Permission.SET_UP);
        var until = new DateBoxes(day, month, year);
        try {
            offices.give(id, role, until);
        } catch (Invalid invalid) {
            return again(sheet(id, until, invalid.errors()));
        }
        return done(id, "The office was given.");
    }

    @POST
    @Path("{id}/offices/{office}/end")
    @Transactional
    public Response end(@RestPath UUID id, @RestPath UUID office) {
        permissions.require(Permission.SET_UP);
        return attempt(id, () -> offices.end(id, office), "The office was ended.");
    }

    private Response attempt(UUID id, Runnable step, String done) {
        try {
            step.run();
        } catch (Invalid invalid) {
            return again(sheet(id, DateBoxes.EMPTY, invalid.errors()));
        }
        return done(id, done);
    }

    private TemplateInstance sheet(UUID id, DateBoxes until, Errors errors) {
        return Templates.member(sheets.byId(id), Offices.KINDS.stream().map(r -> Choice.of(r.name(), r.label(), hint(r))).toList(), until, errors);
    }

    private static String hint(Role office) {
        return switch (office) {
            case ADMINISTRATOR -> "Sets up agencies, members, panels and protocols. Sees no case by it.";
            case INFORMATION_LEAD -> "Sees who looked at what, for the controller it belongs to.";
            case PARTNERSHIP_LEAD -> "Is told of actions that are not done when nobody before has seen to it. Needs a seat on the panel to see them.";
            case DUTY_OFFICER -> "May open one case for some hours in an emergency, which is reviewed afterwards. Needs a last day.";
            default -> "Decides on referrals of its own agency and signs off the closing of cases.";
        };
    }

    private TemplateInstance form(MemberSheet sheet, MemberForm form, Errors errors, Differences theirs) {
        var choices = new ArrayList<>(agencies.list().stream().map(a -> Choice.of(a.id(), a.name())).toList());
        choices.add(Choice.of(MemberForm.NO_AGENCY, "No agency: an independent chair"));
        var agency = sheet == null ? null : sheet.agency() == null ? "No agency" : sheet.agency();
        return Templates.memberForm(sheet == null ? "Add a member" : "Change an account", sheet == null ? "/members/new" : "/members/" + sheet.id() + "/edit", form, choices,
                agency, errors, theirs, sheet == null ? 0 : sheet.version());
    }

    private Response done(UUID id, String sentence) {
        flash.done(sentence);
        return Response.seeOther(URI.create("/members/" + id)).build();
    }

    private static Response again(TemplateInstance page) {
        return Response.status(UNPROCESSABLE).entity(page).build();
    }
}
