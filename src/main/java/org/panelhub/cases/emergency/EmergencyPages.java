package org.panelhub.cases.emergency;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.page.Choice;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;
import org.panelhub.page.Flash;
import org.panelhub.page.Words;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Where whoever is on duty opens one case, and where those who answer for it look at what was opened. */
@Path("/emergencies")
@Authenticated
public class EmergencyPages {

    private static final int UNPROCESSABLE = 422;
    private static final int LONGEST_NOTE = 4000;

    private final Emergencies emergencies;
    private final Permissions permissions;
    private final Flash flash;

    EmergencyPages(Emergencies emergencies, Permissions permissions, Flash flash) {
        this.emergencies = emergencies;
        this.permissions = permissions;
        this.flash = flash;
    }

    @CheckedTemplate(basePath = "cases")
    static class Templates {
        static native TemplateInstance emergency(EmergencyForm form, List<String> found, boolean searched, Emergencies.Running running, Errors errors);

        static native TemplateInstance emergencies(List<EmergencyView> accesses, boolean mayOpen);

        static native TemplateInstance emergencyReview(EmergencyView access, List<Emergencies.Look> looks, String outcome, String note, List<Choice> outcomes, Errors errors);
    }

    @GET
    @Transactional
    public TemplateInstance list() {
        permissions.require(Permission.REVIEW_EMERGENCY);
        return Templates.emergencies(emergencies.toReview(), permissions.may(Permission.OPEN_IN_EMERGENCY));
    }

    @GET
    @Path("new")
    @Transactional
    public TemplateInstance begin() {
        permissions.require(Permission.OPEN_IN_EMERGENCY);
        return page(EmergencyForm.empty(), List.of(), false, Errors.none());
    }

    /** By POST, and answered at once: whom one searches for stands in no address and no log. */
    @POST
    @Path("find")
    @Transactional
    public Object find(@BeanParam EmergencyForm form) {
        permissions.require(Permission.OPEN_IN_EMERGENCY);
        var errors = new Errors();
        var sought = form.sought(errors);
        if (errors.any()) {
            return again(page(form, List.of(), false, errors));
        }
        var found = emergencies.find(sought.reference(), sought.given(), sought.family(), sought.born());
        return page(found.size() == 1 ? form.opening(found.getFirst()) : form, found, true, Errors.none());
    }

    @POST
    @Path("new")
    @Transactional
    public Response open(@BeanParam EmergencyForm form) {
        permissions.require(Permission.OPEN_IN_EMERGENCY);
        var errors = new Errors();
        var opening = form.opening(errors);
        if (errors.any()) {
            return again(page(form, List.of(), false, errors));
        }
        var opened = emergencies.open(opening.reference(), opening.reason(), opening.hours());
        if (opened.refused() == null) {
            flash.done("The case is open to you for " + Words.count(opening.hours(), "hour", "hours") + ". Those who answer for it have been told.");
            return Response.seeOther(URI.create("/cases/" + opened.reference())).build();
        }
        return again(page(form, List.of(), false, switch (opened.refused()) {
            case "ONE_AT_A_TIME" -> Errors.one("reference", "You have a case open already. Close it first");
            case "HOURS" -> Errors.one("hours", "Cases of this panel can be opened for " + Words.count(opened.most(), "hour", "hours") + " at most");
            case "REASON" -> Errors.one("reason", "Say in a sentence what the emergency is");
            default -> Errors.one("reference", "There is no case with this reference that you can open in an emergency");
        }));
    }

    @POST
    @Path("{id}/close")
    @Transactional
    public Response close(@RestPath UUID id) {
        emergencies.close(id);
        flash.done("The case is closed to whoever had it open.");
        return Response.seeOther(URI.create(permissions.may(Permission.OPEN_IN_EMERGENCY) ? "/emergencies/new" : "/emergencies")).build();
    }

    @GET
    @Path("{id}")
    @Transactional
    public TemplateInstance look(@RestPath UUID id) {
        permissions.require(Permission.REVIEW_EMERGENCY);
        return review(emergencies.byId(id), "", "", Errors.none());
    }

    @POST
    @Path("{id}")
    @Transactional
    public Response review(@RestPath UUID id, @RestForm String outcome, @RestForm String note) {
        permissions.require(Permission.REVIEW_EMERGENCY);
        var access = emergencies.byId(id);
        var check = new Field.Check();
        var found = check.choice("outcome", "Say what you found", outcome, EmergencyView.Outcome.class, true);
        var why = check.text("note", "Why", note, LONGEST_NOTE, true);
        if (!check.errors().any() && !emergencies.review(id, found.get(), why)) {
            check.that(false, "outcome", access.own() ? "Nobody reviews what it opened itself" : "It has been reviewed already");
        }
        if (check.errors().any()) {
            return again(review(emergencies.byId(id), outcome, note, check.errors()));
        }
        flash.done("The review is on record.");
        return Response.seeOther(URI.create("/emergencies")).build();
    }

    private TemplateInstance review(EmergencyView access, String outcome, String note, Errors errors) {
        return Templates.emergencyReview(access, emergencies.reads(access.id()), outcome, note, Choice.of(EmergencyView.Outcome.class, EmergencyView.Outcome::label), errors);
    }

    private TemplateInstance page(EmergencyForm form, List<String> found, boolean searched, Errors errors) {
        return Templates.emergency(form, found, searched, emergencies.running().orElse(null), errors);
    }

    private static Response again(TemplateInstance page) {
        return Response.status(UNPROCESSABLE).entity(page).build();
    }
}
