package org.panelhub.sharing.desk;

import java.net.URI;
import java.util.List;

import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.cases.CaseHead;
import org.panelhub.cases.CaseHeads;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Choice;
import org.panelhub.page.Drafts;
import org.panelhub.page.Errors;
import org.panelhub.page.Flash;
import org.panelhub.page.Words;
import org.panelhub.protocols.LegalBasisView;
import org.panelhub.protocols.LegalCheck;
import org.panelhub.sharing.Consent;
import org.panelhub.sharing.Disclosures;
import org.panelhub.sharing.HandlingCode;
import org.panelhub.sharing.ItemState;
import org.panelhub.sharing.ItemView;
import org.panelhub.sharing.Items;
import org.panelhub.sharing.NotReleasable;
import org.panelhub.sharing.Reach;
import org.panelhub.sharing.Reaches;
import org.panelhub.sharing.Recipients;
import org.panelhub.sharing.research.RequestView;
import org.panelhub.sharing.research.ResearchRequests;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

/** The information in a case: ours with what we decided about it, and what was released to us. Adding to it, and releasing from it. */
@Path("/cases/{reference}/information")
@Authenticated
public class InformationPages {

    private final CaseHeads heads;
    private final Items items;
    private final Desk desk;
    private final Disclosures disclosures;
    private final Recipients recipients;
    private final Reaches reaches;
    private final ResearchRequests requests;
    private final Permissions permissions;
    private final Viewers viewers;
    private final Flash flash;
    private final Drafts drafts;

    InformationPages(CaseHeads heads, Items items, Desk desk, Disclosures disclosures, Recipients recipients, Reaches reaches, ResearchRequests requests, Permissions permissions, Viewers viewers, Flash flash, Drafts drafts) {
        this.heads = heads;
        this.items = items;
        this.desk = desk;
        this.disclosures = disclosures;
        this.recipients = recipients;
        this.reaches = reaches;
        this.requests = requests;
        this.permissions = permissions;
        this.viewers = viewers;
        this.flash = flash;
        this.drafts = drafts;
    }

    @CheckedTemplate(basePath = "sharing")
    static class Templates {
        static native TemplateInstance information(CaseHead head, String agency, List<OwnItem> own, List<ItemView> released, List<RequestView> asked, boolean mayEnter, boolean onlySpoken, boolean mayRelease,
                boolean mayAsk, boolean hasAgency, boolean restsOnConsent);

        static native TemplateInstance add(CaseHead head, ItemForm form, ItemChoices choices, String agency, Errors errors);

        static native TemplateInstance onlySpoken(CaseHead head, String agency);

        static native TemplateInstance release(CaseHead head, ReleaseForm form, List<Choice> items, List<Choice> agencies, List<Choice> members, List<Choice> consents, List<Choice> onward,
                LegalBasisView basis, String conditions, Reach reach, Errors errors);

        static native TemplateInstance reach(Reach reach);
    }

    @GET
    @Transactional
    public TemplateInstance open(@PathParam("reference") String reference) {
        var head = heads.of(reference);
        var viewer = viewers.current();
        var own = viewer.agencyId() == null ? List.<OwnItem>of() : desk.own(head.caseId());
        return Templates.information(head, recipients.ownAgency(), own, items.releasedToViewer(head.caseId()), requests.openForOwn(head.caseId()), may(Permission.ENTER_INFORMATION, head), items.onlySpoken(head.panelId()),
                may(Permission.RELEASE_INFORMATION, head), may(Permission.ASK_FOR_INFORMATION, head), viewer.agencyId() != null, own.stream().anyMatch(OwnItem::restsOnConsent));
    }

    @GET
    @Path("new")
    @Transactional
    public TemplateInstance add(@PathParam("reference") String reference) {
        var head = heads.of(reference);
        permissions.require(Permission.ENTER_INFORMATION, head.panelId(), head.caseId());
        // Nobody types into a form that ends in a refusal.
        return items.onlySpoken(head.panelId()) ? Templates.onlySpoken(head, recipients.ownAgency()) : add(head, drafts.load(draft(head)).map(ItemForm::of).orElseGet(ItemForm::empty), Errors.none());
    }

    private static String draft(CaseHead head) {
        return "new-item/" + head.caseId();
    }

    private TemplateInstance add(CaseHead head, ItemForm form, Errors errors) {
        return Templates.add(head, form, ItemChoices.ALL, recipients.ownAgency(), errors);
    }

    @POST
    @Path("new")
    @Transactional
    public Object enter(@PathParam("reference") String reference, @BeanParam ItemForm form) {
        var head = heads.of(reference);
        permissions.require(Permission.ENTER_INFORMATION, head.panelId(), head.caseId());
        var checked = form.check(viewers.current().today());
        if (checked.content() == null) {
            return Response.status(422).entity(add(head, form, checked.errors())).build();
        }
        try {
            items.enter(head.caseId(), checked.content());
        } catch (NotReleasable e) {
            return Response.status(422).entity(add(head, form, Errors.one("body", e.getMessage()))).build();
        }
        drafts.discard(draft(head));
        flash.done("The item is prepared. Nobody outside your agency sees it until you release it.");
        return back(head);
    }

    @GET
    @Path("release")
    @Transactional
    public TemplateInstance choose(@PathParam("reference") String reference, @QueryParam("item") List<String> chosen) {
        var head = heads.of(reference);
        permissions.require(Permission.RELEASE_INFORMATION, head.panelId(), head.caseId());
        // Code C goes to named recipients only, so what is offered for the panel leaves it out; chosen by itself it is not offered to the panel.
        var own = releasable(head);
        var picked = chosen == null || chosen.isEmpty()
                ? own.stream().filter(i -> i.state() == ItemState.PREPARED && i.handlingCode() != HandlingCode.C).map(i -> i.id().toString()).toList() : chosen;
        var toPanel = own.stream().noneMatch(i -> i.handlingCode() == HandlingCode.C && picked.contains(i.id().toString()));
        return release(head, own, ReleaseForm.offered(picked, toPanel, disclosures.lastIn(head.caseId()).orElse(null), disclosures.untilByArrangement(head.panelId())), Errors.none());
    }

    private List<ItemView> releasable(CaseHead head) {
        return items.own(head.caseId()).stream().filter(i -> i.state() != ItemState.WITHHELD).toList();
    }

    private TemplateInstance release(CaseHead head, ReleaseForm form, Errors errors) {
        return release(head, releasable(head), form, errors);
    }

    private TemplateInstance release(CaseHead head, List<ItemView> releasable, ReleaseForm form, Errors errors) {
        var own = releasable.stream()
                .map(i -> Choice.of(i.id(), i.body(), Words.upper(i.howText()) + ", " + Words.lower(i.state().label()) + (i.handlingText() == null ? "" : ", " + i.handlingText()))).toList();
        var basis = disclosures.basis(head.panelId());
        return Templates.release(head, form, own, recipients.agencyChoices(head.panelId()), recipients.memberChoices(head.panelId(), releasable.stream().map(ItemView::id).toList()), Choice.of(Consent.class, Consent::label), ReleaseForm.ONWARD, basis,
                basis == null ? "" : LegalCheck.conditions(basis.ground()), reach(head, form), errors);
    }

    private Reach reach(CaseHead head, ReleaseForm form) {
        return reaches.of(head, form.itemIds(), form.recipients(head.panelId()));
    }

    /** A part of the page, for a form that is being filled in: who would see what is ticked now. */
    @POST
    @Path("release/reach")
    @Transactional
    public TemplateInstance reach(@PathParam("reference") String reference, @BeanParam ReleaseForm form) {
        var head = heads.withoutContact(reference);
        permissions.require(Permission.RELEASE_INFORMATION, head.panelId(), head.caseId());
        return Templates.reach(reach(head, form));
    }

    @POST
    @Path("release")
    @Transactional
    public Object release(@PathParam("reference") String reference, @BeanParam ReleaseForm form) {
        var head = heads.of(reference);
        permissions.require(Permission.RELEASE_INFORMATION, head.panelId(), head.caseId());
        if (form.previewOnly()) {
            return release(head, form, Errors.none());
        }
        var checked = form.check(head.panelId(), viewers.current().today());
        if (checked.release() == null) {
            return Response.status(422).entity(release(head, form, checked.errors())).build();
        }
        var ids = form.itemIds();
        try {
            items.releasePrepared(head.caseId(), ids, checked.release());
        } catch (NotReleasable e) {
            return Response.status(422).entity(release(head, form, refused(e))).build();
        }
        flash.done(Words.count(ids.stream().distinct().count(), "item") + " released.");
        return back(head);
    }

    /** One message a field: several reasons are said in one. */
    static Errors refused(NotReleasable e) {
        return Errors.one("items", String.join(" ", e.reasons()));
    }

    private boolean may(Permission permission, CaseHead head) {
        return permissions.may(permission, head.panelId(), head.caseId());
    }

    private static Response back(CaseHead head) {
        return Response.seeOther(URI.create(head.path() + "/information")).build();
    }
}
