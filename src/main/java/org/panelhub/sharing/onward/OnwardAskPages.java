package org.panelhub.sharing.onward;

import java.net.URI;
import java.util.List;

import org.panelhub.access.NotFound;
import org.panelhub.page.Choice;
import org.panelhub.page.Errors;
import org.panelhub.page.Flash;
import org.panelhub.sharing.Disclosures;
import org.panelhub.sharing.ItemView;

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

/** Asking the originator of an item that was released to us. */
@Path("/items/{id}/onward")
@Authenticated
public class OnwardAskPages {

    private final OnwardRequests requests;
    private final Disclosures disclosures;
    private final Flash flash;

    OnwardAskPages(OnwardRequests requests, Disclosures disclosures, Flash flash) {
        this.requests = requests;
        this.disclosures = disclosures;
        this.flash = flash;
    }

    @CheckedTemplate(basePath = "sharing")
    static class Templates {
        static native TemplateInstance onwardAsk(ItemView item, boolean freely, OnwardForm form, List<Choice> kinds, Errors errors);
    }

    @GET
    @Transactional
    public TemplateInstance asking(@PathParam("id") String id) {
        return asking(requests.toAsk(NotFound.id("item", id)), OnwardForm.EMPTY, Errors.none());
    }

    private TemplateInstance asking(ItemView item, OnwardForm form, Errors errors) {
        return Templates.onwardAsk(item, disclosures.mayUseFreely(item.id()), form, Choice.of(OnwardKind.class, OnwardKind::label), errors);
    }

    @POST
    @Transactional
    public Response ask(@PathParam("id") String id, @BeanParam OnwardForm form) {
        var item = requests.toAsk(NotFound.id("item", id));
        var checked = form.check();
        if (checked.errors().any()) {
            return Response.status(422).entity(asking(item, form, checked.errors())).build();
        }
        var request = requests.ask(item.id(), checked.kind(), checked.toWhom(), checked.purpose());
        flash.done("Asked. Do not use it further before the answer is yes.");
        return Response.seeOther(URI.create("/onward/" + request)).build();
    }
}
