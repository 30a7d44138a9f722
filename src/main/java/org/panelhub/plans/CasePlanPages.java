package org.panelhub.plans;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.panelhub.access.NotFound;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.actions.ActionView;
import org.panelhub.actions.Tracker;
import org.panelhub.audit.Writers;
import org.panelhub.cases.CaseHead;
import org.panelhub.cases.CaseHeads;
import org.panelhub.cases.CaseTeams;
import org.panelhub.identity.Role;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Choice;
import org.panelhub.page.DateBoxes;
import org.panelhub.page.Dates;
import org.panelhub.page.Differences;
import org.panelhub.page.Drafts;
import org.panelhub.page.Errors;
import org.panelhub.page.Flash;
import org.panelhub.page.Invalid;
import org.panelhub.panels.Panels;
import org.panelhub.partnership.Members;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The protection plan of a case: the edition that stands, those before it, and writing the next. */
@Path("/cases/{reference}/plan")
@Authenticated
public class CasePlanPages {

    private static final int INVALID = 422;
    private static final int CONFLICT = 409;

    private final CaseHeads heads;
    private final Plans plans;
    private final Editions editions;
    private final Approvals approvals;
    private final Handovers handovers;
    private final Tracker tracker;
    private final CaseTeams teams;
    private final Members members;
    private final Panels panels;
    private final Viewers viewers;
    private final Permissions permissions;
    private final Flash flash;
    private final Drafts drafts;
    private final Writers writers;

    CasePlanPages(CaseHeads heads, Plans plans, Editions editions, Approvals approvals, Handovers handovers, Tracker tracker, CaseTeams teams, Members members, Panels panels, Viewers viewers, Permissions permissions,
            Flash flash, Drafts drafts, Writers writers) {
        this.heads = heads;
        this.plans = plans;
        this.editions = editions;
        this.approvals = approvals;
        this.handovers = handovers;
        this.tracker = tracker;
        this.teams = teams;
        this.members = members;
        this.panels = panels;
        this.viewers = viewers;
        this.permissions = permissions;
        this.flash = flash;
        this.drafts = drafts;
        this.writers = writers;
    }

    @CheckedTemplate(basePath = "plans")
    static class Templates {
        static native TemplateInstance ofCase(CaseHead head, PlanView plan, List<PlanView> earlier, PlanView standing, List<ActionView> actions, May may, Handovers.Standing handover, String words, Errors errors);

        static native TemplateInstance write(CaseHead head, boolean reviewing, PlanForm form, Errors errors, List<Choice> managers, Differences differences);
    }

    /** What the viewer may do: write, approve, hand the case over, and take it over. */
    record May(boolean write, boolean approve, boolean handOver, boolean takeOver) {
    }

    @GET
    @Transactional
    public TemplateInstance open(@RestPath String reference) {
        return opened(heads.of(reference), "", Errors.none());
    }

    /** {@code standing} is the edition that was approved last, where a draft is newer; null otherwise. */
    private TemplateInstance opened(CaseHead head, String words, Errors errors) {
        var all = editions.ofCase(head.caseId());
        var newest = all.isEmpty() ? null : all.getFirst();
        var standing = newest == null || newest.approved() ? null : all.stream().filter(PlanView::approved).findFirst().orElse(null);
        var handover = handovers.standing(head.caseId());
        var may = new May(permissions.may(Permission.WRITE_PLAN, head.panelId(), head.caseId()), permissions.may(Permission.APPROVE_PLAN, head.panelId()),
                permissions.may(Permission.HAND_OVER_CASE, head.panelId(), head.caseId()), handover != null && handover.mine());
        return Templates.ofCase(head, newest, all.stream().skip(1).toList(), standing, tracker.ofCase(head.caseId()), may, handover, words, errors);
    }

    /** A chair who did not write the edition approves it. {@code edition} is the one that was read. */
    @POST
    @Path("/approve")
    @Transactional
    public Response approve(@RestPath String reference, @RestForm Integer edition, @RestForm String words) {
        var head = heads.of(reference);
        permissions.require(Permission.APPROVE_PLAN, head.panelId());
        var newest = editions.standing(head.caseId()).orElseThrow(() -> new NotFound("plan", reference));
        if (edition == null || newest.edition() != edition) {
            throw new PlanChanged(newest.edition());
        }
        try {
            approvals.approve(newest.id(), words == null ? "" : words);
        } catch (Invalid e) {
            return Response.status(INVALID).entity(opened(head, words, e.errors())).build();
        }
        flash.done("The plan is approved.");
        return Response.seeOther(URI.create(head.path() + "/plan")).build();
    }

    @GET
    @Path("/write")
    @Transactional
    public TemplateInstance write(@RestPath String reference) {
        var head = permitted(reference);
        var standing = standing(head);
        var today = viewers.current().today();
        var weeks = panels.figuresOn(head.panelId(), today).reviewWeeks();
        var form = drafts.load(draft(head)).map(PlanForm::of).orElseGet(() -> PlanForm.of(standing, DateBoxes.of(today.plusWeeks(weeks))));
        return writing(head, standing, form, Errors.none(), null);
    }

    @POST
    @Path("/write")
    @Transactional
    public Response save(@RestPath String reference, @BeanParam PlanForm form) {
        var head = permitted(reference);
        var standing = standing(head);
        var errors = form.validate(standing.isPresent(), viewers.current().today());
        if (errors.any()) {
            return Response.status(INVALID).entity(writing(head, standing, form, errors, null)).build();
        }
        try {
            plans.write(head.caseId(), null, form.seen(), form.text());
        } catch (PlanChanged e) {
            var theirs = standing(head);
            return Response.status(CONFLICT).entity(writing(head, theirs, form, Errors.none(), theirs.map(p -> differences(p, form)).orElse(new Differences(Optional.empty())))).build();
        }
        form.managerId().ifPresent(member -> teams.name(head.caseId(), member, Role.CASE_MANAGER));
        drafts.discard(draft(head));
        flash.done("The plan is kept.");
        return Response.seeOther(URI.create(head.path() + "/plan")).build();
    }

    private static String draft(CaseHead head) {
        return "plan/" + head.caseId();
    }

    private CaseHead permitted(String reference) {
        var head = heads.of(reference);
        permissions.require(Permission.WRITE_PLAN, head.panelId(), head.caseId());
        return head;
    }

    private Optional<PlanView> standing(CaseHead head) {
        return editions.standing(head.caseId());
    }

    private TemplateInstance writing(CaseHead head, Optional<PlanView> standing, PlanForm form, Errors errors, Differences differences) {
        var managers = permissions.may(Permission.NAME_CASE_TEAM, head.panelId(), head.caseId())
                ? members.list().stream().filter(m -> m.active() && m.agencyId() != null).map(m -> Choice.of(m.id(), m.nameAndAgency())).toList() : List.<Choice>of();
        var shown = differences == null ? form : new PlanForm(form.aims(), form.measures(), form.contingency(), form.victimView(), form.notConsulted(), form.consultedDay(), form.consultedMonth(), form.consultedYear(),
                form.reviewDay(), form.reviewMonth(), form.reviewYear(), form.reviewNote(), form.manager(), standing.map(PlanView::edition).orElse(0));
        return Templates.write(head, standing.isPresent(), shown, errors, managers, differences);
    }

    private Differences differences(PlanView theirs, PlanForm yours) {
        var typed = yours.text();
        return new Differences(writers.last("plan", theirs.id())).compare("What the review found", theirs.reviewNote(), typed.reviewNote()).compare("What the plan is to achieve", theirs.aims(), typed.aims())
                .compare("What is done", theirs.measures(), typed.measures()).compare("What happens when it goes wrong", theirs.contingency(), typed.contingency())
                .compare("Why the person was not asked", theirs.notConsultedBecause(), typed.notConsultedBecause()).compare("What the person said", theirs.victimView(), typed.victimView())
                .compare("Next review", Dates.day(theirs.reviewOn()), Dates.day(typed.reviewOn()));
    }
}
