package org.panelhub.actions;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestPath;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.page.Choice;
import org.panelhub.page.Errors;
import org.panelhub.page.Flash;
import org.panelhub.page.Invalid;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Asking that another agency takes an action on, or for a later day; and answering. */
@Path("/actions/{id}")
@Authenticated
public class AskPages {

    private static final int INVALID = 422;

    private final Actions actions;
    private final Asked asked;
    private final Tracker tracker;
    private final Permissions permissions;
    private final Flash flash;

    AskPages(Actions actions, Asked asked, Tracker tracker, Permissions permissions, Flash flash) {
        this.actions = actions;
        this.asked = asked;
        this.tracker = tracker;
        this.permissions = permissions;
        this.flash = flash;
    }

    @CheckedTemplate(basePath = "actions")
    static class Templates {
        static native TemplateInstance offer(ActionView view, AskForm form, Errors errors, List<Choice> agencies);

        static native TemplateInstance later(ActionView view, AskForm form, Errors errors);

        static native TemplateInstance answerOffer(ActionView view, Asked.Standing standing, AskForm form, Errors errors, List<Choice> people);

        static native TemplateInstance answerLater(ActionView view, Asked.Standing standing, AskForm form, Errors errors);
    }

    @GET
    @Path("/offer")
    @Transactional
    public TemplateInstance offer(@RestPath UUID id) {
        actions.requireReport(id);
        return Templates.offer(tracker.byId(id), AskForm.EMPTY, Errors.none(), asked.agencies(id));
    }

    @POST
    @Path("/offer")
    @Transactional
    public Response offer(@RestPath UUID id, @BeanParam AskForm form) {
        actions.requireReport(id);
        return taken(id, form.validateOffer(), () -> asked.offer(id, form.agencyId().orElseThrow(), form.reason()), "The action is offered. It stays yours until that agency takes it on.",
                errors -> Templates.offer(tracker.byId(id), form, errors, asked.agencies(id)));
    }

    @POST
    @Path("/offer/withdraw")
    @Transactional
    public Response withdrawOffer(@RestPath UUID id) {
        asked.withdrawOffer(id);
        flash.done("The offer was taken back.");
        return back(id);
    }

    @GET
    @Path("/offer/answer")
    @Transactional
    public TemplateInstance answerOffer(@RestPath UUID id) {
        var action = actions.byId(id);
        return Templates.answerOffer(tracker.byId(id), asked.offerToAnswer(action), AskForm.EMPTY, Errors.none(), asked.colleagues(action));
    }

    @POST
    @Path("/offer/answer")
    @Transactional
    public Response answerOffer(@RestPath UUID id, @BeanParam AskForm form) {
        var action = actions.byId(id);
        var standing = asked.offerToAnswer(action);
        return taken(id, form.validateAnswer("take it on", "decline it"), () -> asked.answerOffer(id, form.yes(), form.said(), form.personId().orElse(null)),
                form.yes() ? "The action is your agency’s now." : "The action was declined.",
                errors -> Templates.answerOffer(tracker.byId(id), standing, form, errors, asked.colleagues(action)));
    }

    @GET
    @Path("/later")
    @Transactional
    public TemplateInstance later(@RestPath UUID id) {
        actions.requireReport(id);
        return Templates.later(tracker.byId(id), AskForm.EMPTY, Errors.none());
    }

    @POST
    @Path("/later")
    @Transactional
    public Response later(@RestPath UUID id, @BeanParam AskForm form) {
        actions.requireReport(id);
        return taken(id, form.validateLater(), () -> asked.askLater(id, form.laterDate(), form.reason()), "The chair is asked. Until there is an answer the day stands.",
                errors -> Templates.later(tracker.byId(id), form, errors));
    }

    @POST
    @Path("/later/withdraw")
    @Transactional
    public Response withdrawLater(@RestPath UUID id) {
        asked.withdrawLater(id);
        flash.done("You no longer ask for a later day.");
        return back(id);
    }

    @GET
    @Path("/later/answer")
    @Transactional
    public TemplateInstance answerLater(@RestPath UUID id) {
        return Templates.answerLater(tracker.byId(id), waiting(id), AskForm.EMPTY, Errors.none());
    }

    @POST
    @Path("/later/answer")
    @Transactional
    public Response answerLater(@RestPath UUID id, @BeanParam AskForm form) {
        var standing = waiting(id);
        return taken(id, form.validateAnswer("agree to it", "refuse it"), () -> asked.answerLater(id, form.yes(), form.said()), form.yes() ? "The later day stands." : "The later day was refused.",
                errors -> Templates.answerLater(tracker.byId(id), standing, form, errors));
    }

    private Asked.Standing waiting(UUID id) {
        permissions.require(Permission.EXTEND_ACTION, actions.byId(id).panelId());
        var standing = asked.of(id);
        if (standing.laterDay() == null) {
            throw new AskedAlready("No later day is asked for.");
        }
        return standing;
    }

    private interface Again {
        TemplateInstance with(Errors errors);
    }

    private Response taken(UUID id, Errors errors, Runnable step, String said, Again again) {
        var wrong = errors;
        if (!wrong.any()) {
            try {
                step.run();
                flash.done(said);
                return back(id);
            } catch (Invalid e) {
                wrong = e.errors();
            }
        }
        return Response.status(INVALID).entity(again.with(wrong)).build();
    }

    private static Response back(UUID id) {
        return Response.seeOther(URI.create("/actions/" + id)).build();
    }
}
