package org.panelhub.sharing.onward;

import java.net.URI;
import java.util.List;

import org.panelhub.access.NotFound;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Choice;
import org.panelhub.page.Errors;
import org.panelhub.page.Flash;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** Onward use, on both sides: what my agency asked and was answered, and what it is asked as the originator. */
@Path("/onward")
@Authenticated
public class OnwardPages {

    private final OnwardRequests requests;
    private final Viewers viewers;
    private final Flash flash;

    OnwardPages(OnwardRequests requests, Viewers viewers, Flash flash) {
        this.requests = requests;
        this.viewers = viewers;
        this.flash = flash;
    }

    @CheckedTemplate(basePath = "sharing")
    static class Templates {
        static native TemplateInstance onwardList(String agency, List<OnwardView> toAnswer, List<OnwardView> asked, List<OnwardView> answered);

        static native TemplateInstance onward(OnwardView request, boolean mayAnswer, OnwardAnswerForm form, List<Choice> answers, Errors errors);

        static native TemplateInstance onwardAskedMail(String address);

        static native TemplateInstance onwardAnsweredMail(String address);
    }

    @GET
    @Transactional
    public TemplateInstance mine() {
        return Templates.onwardList(viewers.current().agencyOrNone(), requests.toAnswer(), requests.asked(), requests.answered());
    }

    @GET
    @Path("{id}")
    @Transactional
    public TemplateInstance open(@PathParam("id") String id) {
        return open(requests.view(NotFound.id("onward request", id)), OnwardAnswerForm.EMPTY, Errors.none());
    }

    private TemplateInstance open(OnwardView request, OnwardAnswerForm form, Errors errors) {
        return Templates.onward(request, requests.mayAnswer(request.id()), form, Choice.of(OnwardAnswer.class, OnwardAnswer::label), errors);
    }

    @POST
    @Path("{id}/answer")
    @Transactional
    public Response answer(@PathParam("id") String id, @BeanParam OnwardAnswerForm form) {
        var request = requests.view(NotFound.id("onward request", id));
        var checked = form.check();
        if (checked.errors().any() && requests.mayAnswer(request.id())) {
            return Response.status(422).entity(open(request, form, checked.errors())).build();
        }
        requests.answer(request.id(), checked.answer(), checked.words());
        flash.done("Answered: " + checked.answer().label().toLowerCase() + ".");
        return Response.seeOther(URI.create(request.path())).build();
    }
}
