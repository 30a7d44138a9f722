package org.panelhub.sharing.outside;

import java.net.URI;
import java.util.List;

import org.panelhub.access.NotFound;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Choice;
import org.panelhub.page.Errors;
import org.panelhub.page.Flash;
import org.panelhub.page.Words;
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

/** Putting on record that our information was given outside the panel. */
@Path("/items/{id}/outside")
@Authenticated
public class OutsidePages {

    private final Outside outside;
    private final Viewers viewers;
    private final Flash flash;

    OutsidePages(Outside outside, Viewers viewers, Flash flash) {
        this.outside = outside;
        this.viewers = viewers;
        this.flash = flash;
    }

    @CheckedTemplate(basePath = "sharing")
    static class Templates {
        static native TemplateInstance outside(ItemView item, String agency, OutsideForm form, List<Choice> items, Errors errors);
    }

    @GET
    @Transactional
    public TemplateInstance ask(@PathParam("id") String id) {
        var item = item(id);
        return ask(item, OutsideForm.begun(item.id().toString(), viewers.current().today()), Errors.none());
    }

    private TemplateInstance ask(ItemView item, OutsideForm form, Errors errors) {
        var own = outside.own(item).stream().map(i -> Choice.of(i.id(), i.body(), Words.upper(i.howText()) + ", " + Words.lower(i.state().label()) + (i.handlingText() == null ? "" : ", " + i.handlingText()))).toList();
        return Templates.outside(item, viewers.current().agencyOrNone(), form, own, errors);
    }

    @POST
    @Transactional
    public Response record(@PathParam("id") String id, @BeanParam OutsideForm form) {
        var item = item(id);
        var checked = form.check(viewers.current().today());
        if (checked.given() == null) {
            return Response.status(422).entity(ask(item, form, checked.errors())).build();
        }
        outside.record(checked.given());
        if (outside.isSignatory(checked.given().body())) {
            flash.note("It is on record. " + checked.given().body() + " has signed a protocol: what it should go on seeing can be released to it here.");
        } else {
            flash.done("It is on record. The hub no longer guards what was given.");
        }
        return Response.seeOther(URI.create(item.path())).build();
    }

    private ItemView item(String id) {
        return outside.toRecord(NotFound.id("item", id));
    }
}
