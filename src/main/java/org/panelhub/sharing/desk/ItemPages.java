package org.panelhub.sharing.desk;

import java.net.URI;
import java.util.List;

import org.jboss.resteasy.reactive.RestForm;
import org.panelhub.access.Forbidden;
import org.panelhub.access.NotFound;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.audit.Writers;
import org.panelhub.cases.Cases;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Differences;
import org.panelhub.page.Drafts;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;
import org.panelhub.page.Flash;
import org.panelhub.sharing.Disclosures;
import org.panelhub.sharing.Gradings;
import org.panelhub.sharing.ItemView;
import org.panelhub.sharing.Items;
import org.panelhub.sharing.NotReleasable;
import org.panelhub.sharing.Recipients;
import org.panelhub.sharing.onward.OnwardRequests;
import org.panelhub.sharing.onward.OnwardView;
import org.panelhub.sharing.outside.Outside;
import org.panelhub.sharing.outside.OutsideView;

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

/**
 * One item: its agency corrects, withholds and withdraws it here, also while the case itself is not open to that agency; whoever it was
 * released to reads it.
 */
@Path("/items/{id}")
@Authenticated
public class ItemPages {

    private static final int LONGEST_REASON = 1000;

    private final Items items;
    private final Desk desk;
    private final Gradings gradings;
    private final Disclosures disclosures;
    private final OnwardRequests onward;
    private final Outside outside;
    private final Permissions permissions;
    private final Cases cases;
    private final Recipients recipients;
    private final Viewers viewers;
    private final Flash flash;
    private final Drafts drafts;
    private final Writers writers;

    ItemPages(Items items, Desk desk, Gradings gradings, Disclosures disclosures, OnwardRequests onward, Outside outside, Permissions permissions, Cases cases, Recipients recipients, Viewers viewers, Flash flash, Drafts drafts, Writers writers) {
        this.items = items;
        this.desk = desk;
        this.gradings = gradings;
        this.disclosures = disclosures;
        this.onward = onward;
        this.outside = outside;
        this.permissions = permissions;
        this.cases = cases;
        this.recipients = recipients;
        this.viewers = viewers;
        this.flash = flash;
        this.drafts = drafts;
        this.writers = writers;
    }

    @CheckedTemplate(basePath = "sharing")
    static class Templates {
        static native TemplateInstance item(OwnItem own, String agency, List<OnwardView> onward, List<OutsideView> outside, String back);

        static native TemplateInstance itemReleased(ItemView item, boolean freely, List<OnwardView> onward, boolean mayAsk, String back);

        static native TemplateInstance edit(ItemView item, ItemForm form, ItemChoices choices, Errors errors, Differences differences, Integer savedVersion);

        static native TemplateInstance withhold(ItemView item, String agency, String reason, Errors errors);

        static native TemplateInstance withdraw(OwnItem own, List<String> chosen, String reason, Errors errors);
    }

    @GET
    @Transactional
    public TemplateInstance open(@PathParam("id") String id) {
        var item = view(id);
        var asked = onward.about(item.id());
        return items.isOwn(item) ? Templates.item(desk.own(item), recipients.ownAgency(), asked, outside.of(item.id()), informationPath(item))
                : Templates.itemReleased(item, disclosures.mayUseFreely(item.id()), asked, permissions.may(Permission.ASK_ONWARD_USE, item.panelId(), item.caseId()), informationPath(item));
    }

    @GET
    @Path("edit")
    @Transactional
    public TemplateInstance edit(@PathParam("id") String id) {
        var item = own(id, Permission.ENTER_INFORMATION);
        return edit(item, drafts.load(draft(item)).map(ItemForm::of).orElseGet(() -> ItemForm.of(item, gradings.of(item).orElse(null))), Errors.none(), null, null);
    }

    private static TemplateInstance edit(ItemView item, ItemForm form, Errors errors, Differences differences, Integer savedVersion) {
        return Templates.edit(item, form, ItemChoices.ALL, errors, differences, savedVersion);
    }

    @POST
    @Path("edit")
    @Transactional
    public Object correct(@PathParam("id") String id, @BeanParam ItemForm form) {
        var item = own(id, Permission.ENTER_INFORMATION);
        var checked = form.check(viewers.current().today());
        if (checked.content() == null) {
            return Response.status(422).entity(edit(item, form, checked.errors(), null, null)).build();
        }
        if (!Integer.toString(item.version()).equals(form.version())) {
            var differences = new Differences(writers.last("item", item.id())).compare("Information", item.body(), form.body()).compare("Handling conditions", item.handling(), form.handling());
            return Response.status(Response.Status.CONFLICT).entity(edit(item, form, Errors.none(), differences, item.version())).build();
        }
        items.correct(item.id(), checked.content());
        drafts.discard(draft(item));
        flash.done("The item was saved.");
        return to(item);
    }

    @GET
    @Path("withhold")
    @Transactional
    public TemplateInstance withholding(@PathParam("id") String id) {
        return Templates.withhold(own(id, Permission.RELEASE_INFORMATION), recipients.ownAgency(), "", Errors.none());
    }

    @POST
    @Path("withhold")
    @Transactional
    public Object withhold(@PathParam("id") String id, @RestForm String reason) {
        var item = own(id, Permission.RELEASE_INFORMATION);
        var check = new Field.Check();
        var why = check.text("reason", "Reason for withholding", reason, LONGEST_REASON, true);
        if (check.errors().any()) {
            return Response.status(422).entity(Templates.withhold(item, recipients.ownAgency(), reason, check.errors())).build();
        }
        try {
            items.withhold(item.id(), why);
        } catch (NotReleasable e) {
            return Response.status(422).entity(Templates.withhold(item, recipients.ownAgency(), reason, Errors.one("reason", e.getMessage()))).build();
        }
        flash.done("The item is withheld.");
        return to(item);
    }

    @POST
    @Path("prepare")
    @Transactional
    public Response prepare(@PathParam("id") String id) {
        var item = own(id, Permission.RELEASE_INFORMATION);
        items.prepareAgain(item.id());
        flash.done("The item is prepared to release.");
        return to(item);
    }

    @GET
    @Path("withdraw")
    @Transactional
    public TemplateInstance withdrawing(@PathParam("id") String id) {
        var own = desk.own(own(id, Permission.RELEASE_INFORMATION));
        return Templates.withdraw(own, own.standing().stream().map(d -> d.id().toString()).toList(), "", Errors.none());
    }

    @POST
    @Path("withdraw")
    @Transactional
    public Object withdraw(@PathParam("id") String id, @RestForm List<String> disclosures, @RestForm String reason) {
        var own = desk.own(own(id, Permission.RELEASE_INFORMATION));
        var chosen = disclosures == null ? List.<String>of() : disclosures;
        var check = new Field.Check();
        var ending = own.standing().stream().filter(d -> chosen.contains(d.id().toString())).toList();
        check.that(!ending.isEmpty(), "disclosures", "Choose which release ends");
        var why = check.text("reason", "Reason for withdrawing", reason, LONGEST_REASON, true);
        if (check.errors().any()) {
            return Response.status(422).entity(Templates.withdraw(own, chosen, reason, check.errors())).build();
        }
        ending.forEach(d -> items.withdraw(d.id(), why));
        flash.done("Withdrawn. Access ended at once.");
        return to(own.item());
    }

    private ItemView view(String id) {
        return items.view(NotFound.id("item", id));
    }

    /** Another agency's item is not there to be decided about. */
    private ItemView own(String id, Permission permission) {
        var item = view(id);
        if (!items.isOwn(item)) {
            throw new NotFound("item", id);
        }
        if (!items.mayChangeOwn(permission, item)) {
            throw new Forbidden(permission);
        }
        return item;
    }

    /** Back to the case where it is open to the viewer, else to the list with one's own items. */
    private String informationPath(ItemView item) {
        return cases.findByIdOptional(item.caseId()).map(c -> "/cases/" + c.reference() + "/information").orElse("/own");
    }

    private static String draft(ItemView item) {
        return "item/" + item.id();
    }

    private static Response to(ItemView item) {
        return Response.seeOther(URI.create("/items/" + item.id())).build();
    }
}
