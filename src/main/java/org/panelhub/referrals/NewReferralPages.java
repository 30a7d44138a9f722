package org.panelhub.referrals;

import java.net.URI;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.page.Choice;
import org.panelhub.page.Errors;
import org.panelhub.page.Flash;
import org.panelhub.page.Markings;
import org.panelhub.panels.PanelView;
import org.panelhub.panels.Panels;
import org.panelhub.panels.SubjectKind;
import org.panelhub.panels.TermsOfReference;
import org.panelhub.partnership.Agencies;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;

/** Beginning a referral: one's own, or one that came on paper, by telephone, by mail or in person. */
@Path("/referrals")
@Authenticated
@Blocking
public class NewReferralPages {

    private static final int UNPROCESSABLE = 422;

    private final Referrals referrals;
    private final Drafting drafting;
    private final Panels panels;
    private final Agencies agencies;
    private final Permissions permissions;
    private final Flash flash;

    NewReferralPages(Referrals referrals, Drafting drafting, Panels panels, Agencies agencies, Permissions permissions, Flash flash) {
        this.referrals = referrals;
        this.drafting = drafting;
        this.panels = panels;
        this.agencies = agencies;
        this.permissions = permissions;
        this.flash = flash;
    }

    @CheckedTemplate(basePath = "referrals")
    static class Templates {
        static native TemplateInstance begin(List<PanelView> panels, PanelView panel, List<Choice> choices, List<Choice> subjects, String subject, boolean ofPeople, boolean decidedOutside, Errors errors);
    }

    @GET
    @Path("/new")
    @Transactional
    public TemplateInstance ask(@RestQuery String panel) {
        permissions.require(Permission.REFER);
        return begin(panel, null, Errors.none());
    }

    @POST
    @Path("/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    public Response start(@RestForm String panel, @RestForm String subject) {
        permissions.require(Permission.REFER);
        var chosen = chosen(panel, panels.list());
        if (chosen == null) {
            return Response.status(UNPROCESSABLE).entity(begin(null, null, Errors.one("panel", "Choose the panel to refer to"))).build();
        }
        var takes = panels.terms(chosen.id());
        if (subject == null && takes.subjects().size() > 1) {
            return Response.seeOther(UriBuilder.fromPath("/referrals/new").queryParam("panel", chosen.id()).build()).build();
        }
        var about = about(takes, subject);
        if (about == null) {
            return Response.status(UNPROCESSABLE).entity(begin(panel, subject, Errors.one("subject", "Choose what the referral is about"))).build();
        }
        return Response.seeOther(URI.create("/referrals/" + referrals.start(chosen.id(), about).id() + "/tasks")).build();
    }

    private TemplateInstance begin(String panel, String subject, Errors errors) {
        var all = panels.list();
        var chosen = chosen(panel, all);
        var takes = chosen == null ? List.<SubjectKind>of() : panels.terms(chosen.id()).subjects();
        return Templates.begin(all, chosen, choices(all), takes.size() > 1 ? subjects(takes) : List.of(), subject, takes.isEmpty() || takes.stream().anyMatch(SubjectKind::ofPerson),
                drafting.seniorOfficers().isEmpty(), errors);
    }

    private static List<Choice> subjects(Collection<SubjectKind> kinds) {
        return kinds.stream().map(k -> Choice.of(k, k.label())).toList();
    }

    /** What was chosen of what the panel takes; where it takes one thing only, that. Null when it takes none such. */
    static SubjectKind about(TermsOfReference takes, String subject) {
        if (subject == null || subject.isEmpty()) {
            return takes.subjects().size() == 1 ? takes.subjects().getFirst() : null;
        }
        return takes.subjects().stream().filter(k -> k.name().equals(subject)).findFirst().orElse(null);
    }

    @GET
    @Path("/key-in")
    @Transactional
    public TemplateInstance receipt(@RestQuery String panel) {
        permissions.require(Permission.KEY_IN_REFERRAL);
        return ReferralSteps.Templates.step(receipt(StepForm.EMPTY, panel, null), Errors.none());
    }

    @POST
    @Path("/key-in")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    public Response keyIn(MultivaluedMap<String, String> sent) {
        permissions.require(Permission.KEY_IN_REFERRAL);
        var panel = sent.getFirst("panel");
        var form = FormFields.of(sent).only(Step.RECEIPT.fields()::contains);
        var open = keyable();
        var chosen = open.size() == 1 ? open.getFirst() : chosen(panel, open);
        var subject = sent.getFirst("subject");
        var about = chosen == null ? null : about(panels.terms(chosen.id()), subject);
        var errors = new Errors().addIf(chosen == null, "panel", "Choose the panel it is for");
        errors.addIf(chosen != null && about == null, "subject", subject == null || subject.isEmpty() ? "Choose what the referral is about" : "The panel does not take this. Choose something else");
        new StepReader(new Typed().put(Step.RECEIPT, form), drafting.setting(null, SubjectKind.PERSON, true, false)).errors(Step.RECEIPT).all().forEach(e -> errors.add(e.field(), e.message()));
        if (errors.any()) {
            return Response.status(UNPROCESSABLE).entity(ReferralSteps.Templates.step(receipt(form, panel, subject), errors)).build();
        }
        var referral = referrals.startKeyedIn(chosen.id(), about, form, ReceivedHow.valueOf(form.get("how")));
        flash.done("The referral is begun. Nothing is sent until you say so.");
        return Response.seeOther(URI.create("/referrals/" + referral.id() + "/tasks")).build();
    }

    private StepPage receipt(StepForm form, String panel, String subject) {
        var open = keyable();
        var values = new HashMap<>(form.values());
        values.put("panel", panel == null ? "" : panel);
        var kinds = open.stream().flatMap(p -> panels.terms(p.id()).subjects().stream()).collect(Collectors.toCollection(() -> EnumSet.noneOf(SubjectKind.class)));
        values.put("subject", subject == null ? kinds.contains(SubjectKind.PERSON) ? SubjectKind.PERSON.name() : "" : subject);
        // Before it is known which panel it is for, the page is marked as the most sensitive of them is.
        var marking = Markings.highest(open.stream().map(PanelView::marking));
        return new StepPage(null, "", marking, Step.RECEIPT, 1, new StepForm(values), "", null, null, ReferralSteps.referrers(agencies.list()), open.size() == 1 ? List.of() : choices(open), kinds.size() > 1 ? subjects(kinds) : List.of(), null, 0, false);
    }

    /** The panels on which the viewer may key in. */
    private List<PanelView> keyable() {
        return panels.list().stream().filter(p -> permissions.may(Permission.KEY_IN_REFERRAL, p.id())).toList();
    }

    private static PanelView chosen(String panel, List<PanelView> from) {
        return from.stream().filter(p -> p.id().toString().equals(panel) || p.shortName().equalsIgnoreCase(panel)).findFirst().orElse(null);
    }

    private static List<Choice> choices(List<PanelView> from) {
        return from.stream().map(p -> Choice.of(p.id(), p.name() + " (" + p.shortName() + ")", p.purpose())).toList();
    }
}
