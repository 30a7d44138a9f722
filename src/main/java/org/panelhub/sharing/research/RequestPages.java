package org.panelhub.sharing.research;

import java.net.URI;
import java.util.List;

import org.jboss.resteasy.reactive.RestForm;
import org.panelhub.access.NotFound;
import org.panelhub.identity.Viewers;
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

/** What is asked of my agency, and its answers. */
@Path("/requests")
@Authenticated
public class RequestPages {

    private final ResearchRequests requests;
    private final Viewers viewers;
    private final Flash flash;

    RequestPages(ResearchRequests requests, Viewers viewers, Flash flash) {
        this.requests = requests;
        this.viewers = viewers;
        this.flash = flash;
    }

    @CheckedTemplate(basePath = "sharing")
    static class Templates {
        static native TemplateInstance requests(String agency, List<RequestView> waiting, List<RequestView> answered, Errors errors);
    }

    @GET
    @Transactional
    public TemplateInstance mine() {
        return mine(Errors.none());
    }

    private TemplateInstance mine(Errors errors) {
        return Templates.requests(viewers.current().agencyOrNone(), requests.waitingForViewer(), requests.answeredByOwn(), errors);
    }

    @POST
    @Path("{id}/answer")
    @Transactional
    public Object answer(@PathParam("id") String id, @RestForm String answer, @RestForm String back) {
        var check = new Field.Check();
        var given = check.choice("answer", "Say whether information was entered or nothing is known", answer, Answer.class, true);
        if (check.errors().any()) {
            return Response.status(422).entity(mine(check.errors())).build();
        }
        try {
            requests.answer(NotFound.id("request", id), given.orElseThrow());
        } catch (CannotAsk e) {
            return Response.status(422).entity(mine(Errors.one(e.field(), e.getMessage()))).build();
        }
        flash.done("Answered: " + given.orElseThrow().label().toLowerCase() + ".");
        return Response.seeOther(back(back)).build();
    }

    /** What became of research that is only spoken. */
    @POST
    @Path("{id}/spoken")
    @Transactional
    public Object spoken(@PathParam("id") String id, @RestForm String spoken, @RestForm String back) {
        var check = new Field.Check();
        var became = check.choice("answer", "Say whether it was shared by word of mouth or not", spoken, Spoken.class, true);
        if (check.errors().any()) {
            return Response.status(422).entity(mine(check.errors())).build();
        }
        try {
            requests.speak(NotFound.id("request", id), became.orElseThrow());
        } catch (CannotAsk e) {
            return Response.status(422).entity(mine(Errors.one(e.field(), e.getMessage()))).build();
        }
        flash.done("Recorded: " + became.orElseThrow().label().toLowerCase() + ".");
        return Response.seeOther(back(back)).build();
    }

    /** Only back into the hub's own cases, whatever the form says. */
    private static URI back(String back) {
        return URI.create(back != null && back.matches("/cases/[A-Za-z0-9-]{1,20}/information") ? back : "/requests");
    }
}
