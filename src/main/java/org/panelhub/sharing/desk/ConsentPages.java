package org.panelhub.sharing.desk;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestForm;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.cases.CaseHead;
import org.panelhub.cases.CaseHeads;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Choice;
import org.panelhub.page.DateBoxes;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;
import org.panelhub.page.Flash;
import org.panelhub.page.Words;
import org.panelhub.sharing.DisclosureView;
import org.panelhub.sharing.Disclosures;
import org.panelhub.sharing.ItemView;
import org.panelhub.sharing.Items;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
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
 * The person withdraws consent: what rests on it alone ends, of the rest the agency says why it goes on (UK GDPR Article 7(3): withdrawing is
 * as easy as giving, and what was done before stays lawful).
 */
@Path("/cases/{reference}/information/consent")
@Authenticated
public class ConsentPages {

    private final CaseHeads heads;
    private final Items items;
    private final Disclosures disclosures;
    private final Permissions permissions;
    private final Viewers viewers;
    private final Flash flash;

    ConsentPages(CaseHeads heads, Items items, Disclosures disclosures, Permissions permissions, Viewers viewers, Flash flash) {
        this.heads = heads;
        this.items = items;
        this.disclosures = disclosures;
        this.permissions = permissions;
        this.viewers = viewers;
        this.flash = flash;
    }

    @CheckedTemplate(basePath = "sharing")
    static class Templates {
        static native TemplateInstance consent(CaseHead head, ConsentForm form, List<String> ends, List<Choice> others, Errors errors);
    }

    /** As typed. */
    @TemplateData
    public record ConsentForm(@RestForm("on-day") String day, @RestForm("on-month") String month, @RestForm("on-year") String year, @RestForm List<String> ending, @RestForm String goingOn) {

        static final int LONGEST_REASON = 1000;

        public DateBoxes on() {
            return new DateBoxes(day, month, year);
        }

        List<UUID> endingIds() {
            return ReleaseForm.ids(ending);
        }

        /** A day, or null with what is wrong. */
        record Checked(LocalDate day, String goingOn, Errors errors) {
        }

        Checked check(List<DisclosureView> resting, LocalDate today) {
            var check = new Field.Check();
            var date = check.date("on", "Day on which consent was withdrawn", on(), true);
            check.that(date == null || !date.isAfter(today), "on", "Day on which consent was withdrawn must not be in the future");
            var goesOn = resting.stream().anyMatch(d -> !d.consentAlone() && !endingIds().contains(d.id()));
            var why = check.text("goingOn", "Reason for going on without consent", goingOn, LONGEST_REASON, goesOn);
            return new Checked(date, why, check.errors());
        }
    }

    @GET
    @Transactional
    public TemplateInstance ask(@PathParam("reference") String reference) {
        var head = head(reference);
        var today = DateBoxes.of(viewers.current().today());
        return ask(head, disclosures.restingOnConsent(head.caseId()), new ConsentForm(today.day(), today.month(), today.year(), List.of(), ""), Errors.none());
    }

    private TemplateInstance ask(CaseHead head, List<DisclosureView> resting, ConsentForm form, Errors errors) {
        var bodies = items.own(head.caseId());
        return Templates.consent(head, form, resting.stream().filter(DisclosureView::consentAlone).map(d -> words(d, bodies)).toList(),
                resting.stream().filter(d -> !d.consentAlone()).map(d -> Choice.of(d.id(), words(d, bodies), "Rests on " + d.gateway() + "; " + d.conditions())).toList(), errors);
    }

    private static String words(DisclosureView release, List<ItemView> bodies) {
        return bodies.stream().filter(i -> i.id().equals(release.itemId())).map(i -> "“" + i.body() + "”, ").findFirst().orElse("") + release.words();
    }

    @POST
    @Transactional
    public Object withdrawn(@PathParam("reference") String reference, @BeanParam ConsentForm form) {
        var head = head(reference);
        var resting = disclosures.restingOnConsent(head.caseId());
        var checked = form.check(resting, viewers.current().today());
        if (checked.errors().any()) {
            return Response.status(422).entity(ask(head, resting, form, checked.errors())).build();
        }
        items.consentWithdrawn(resting, form.endingIds(), checked.day(), checked.goingOn());
        var ended = resting.stream().filter(d -> d.consentAlone() || form.endingIds().contains(d.id())).count();
        flash.done("Consent is noted as withdrawn. " + Words.count(ended, "release") + " ended at once.");
        return Response.seeOther(URI.create(head.path() + "/information")).build();
    }

    private CaseHead head(String reference) {
        var head = heads.of(reference);
        permissions.require(Permission.RELEASE_INFORMATION, head.panelId(), head.caseId());
        return head;
    }
}
