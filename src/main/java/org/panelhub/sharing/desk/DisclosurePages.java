package org.panelhub.sharing.desk;

import java.net.URI;
import java.util.List;

import org.jboss.resteasy.reactive.RestForm;
import org.panelhub.access.Forbidden;
import org.panelhub.access.NotFound;
import org.panelhub.access.Permission;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Choice;
import org.panelhub.page.DateBoxes;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;
import org.panelhub.page.Flash;
import org.panelhub.sharing.DisclosureView;
import org.panelhub.sharing.Disclosures;
import org.panelhub.sharing.ItemView;
import org.panelhub.sharing.Items;
import org.panelhub.sharing.NotReleasable;
import org.panelhub.sharing.Recipients;

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

/** A release of one's own agency is taken further: to more recipients, or for longer. Each is a new disclosure, which inherits the rest. */
@Path("/disclosures/{id}")
@Authenticated
public class DisclosurePages {

    private static final int LONGEST_REASON = 1000;

    private final Disclosures disclosures;
    private final Items items;
    private final Recipients recipients;
    private final Viewers viewers;
    private final Flash flash;

    DisclosurePages(Disclosures disclosures, Items items, Recipients recipients, Viewers viewers, Flash flash) {
        this.disclosures = disclosures;
        this.items = items;
        this.recipients = recipients;
        this.viewers = viewers;
        this.flash = flash;
    }

    @CheckedTemplate(basePath = "sharing")
    static class Templates {
        static native TemplateInstance widen(ItemView item, DisclosureView release, WidenForm form, List<Choice> agencies, List<Choice> members, Errors errors);

        static native TemplateInstance prolong(ItemView item, DisclosureView release, DateBoxes until, String necessity, Errors errors);
    }

    @GET
    @Path("widen")
    @Transactional
    public TemplateInstance widening(@PathParam("id") String id) {
        var release = disclosures.own(NotFound.id("disclosure", id));
        return widen(toDecide(release), release, WidenForm.EMPTY, Errors.none());
    }

    private TemplateInstance widen(ItemView item, DisclosureView release, WidenForm form, Errors errors) {
        return Templates.widen(item, release, form, recipients.agencyChoices(item.panelId()), recipients.memberChoices(item.panelId(), List.of(item.id())), errors);
    }

    @POST
    @Path("widen")
    @Transactional
    public Object widen(@PathParam("id") String id, @BeanParam WidenForm form) {
        var release = disclosures.own(NotFound.id("disclosure", id));
        var item = toDecide(release);
        var errors = form.check(item.panelId());
        if (!errors.any()) {
            try {
                items.widen(release.id(), form.recipients(item.panelId()), Field.clean(form.necessity()), Field.clean(form.proportionality()));
            } catch (NotReleasable e) {
                errors = Errors.one("agencies", e.getMessage());
            }
        }
        return errors.any() ? Response.status(422).entity(widen(item, release, form, errors)).build() : done(item, "The release was widened.");
    }

    @GET
    @Path("prolong")
    @Transactional
    public TemplateInstance prolonging(@PathParam("id") String id) {
        var release = disclosures.own(NotFound.id("disclosure", id));
        var item = toDecide(release);
        return Templates.prolong(item, release, DateBoxes.of(disclosures.untilByArrangement(item.panelId())), "", Errors.none());
    }

    @POST
    @Path("prolong")
    @Transactional
    public Object prolong(@PathParam("id") String id, @RestForm("until-day") String day, @RestForm("until-month") String month, @RestForm("until-year") String year, @RestForm String necessity) {
        var release = disclosures.own(NotFound.id("disclosure", id));
        var item = toDecide(release);
        var until = new DateBoxes(day, month, year);
        var check = new Field.Check();
        var last = check.date("until", "New last day", until, true);
        check.that(last == null || !last.isBefore(viewers.current().today()), "until", "New last day must not be in the past");
        var needed = check.text("necessity", "Why it is still needed", necessity, LONGEST_REASON, true);
        var errors = check.errors();
        if (!errors.any()) {
            try {
                items.prolong(release.id(), last, needed);
            } catch (NotReleasable e) {
                errors = Errors.one("until", e.getMessage());
            }
        }
        return errors.any() ? Response.status(422).entity(Templates.prolong(item, release, until, necessity, errors)).build() : done(item, "The release was prolonged.");
    }

    private ItemView toDecide(DisclosureView release) {
        var item = items.view(release.itemId());
        if (!items.mayChangeOwn(Permission.RELEASE_INFORMATION, item)) {
            throw new Forbidden(Permission.RELEASE_INFORMATION);
        }
        return item;
    }

    private Response done(ItemView item, String words) {
        flash.done(words);
        return Response.seeOther(URI.create(item.path())).build();
    }
}
