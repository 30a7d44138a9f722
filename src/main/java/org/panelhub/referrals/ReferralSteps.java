package org.panelhub.referrals;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.panelhub.access.NotFound;
import org.panelhub.audit.Reads;
import org.panelhub.audit.Writers;
import org.panelhub.page.Choice;
import org.panelhub.page.DateBoxes;
import org.panelhub.page.Differences;
import org.panelhub.page.Drafts;
import org.panelhub.page.Errors;
import org.panelhub.page.Flash;
import org.panelhub.panels.Gate;
import org.panelhub.panels.Panels;
import org.panelhub.partnership.Agencies;
import org.panelhub.partnership.AgencyView;
import org.panelhub.people.People;
import org.panelhub.risk.Assessments;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
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

/** The form of a referral as a task list, one page a task, checked at the end and sent. */
@Path("/referrals")
@Authenticated
@Blocking
public class ReferralSteps {

    private static final int UNPROCESSABLE = 422;
    private static final int CONFLICT = 409;

    private final Referrals referrals;
    private final Drafting drafting;
    private final Panels panels;
    private final Agencies agencies;
    private final People people;
    private final Assessments assessments;
    private final Reads reads;
    private final Drafts drafts;
    private final Flash flash;
    private final Writers writers;

    ReferralSteps(Referrals referrals, Drafting drafting, Panels panels, Agencies agencies, People people, Assessments assessments, Reads reads, Drafts drafts, Flash flash, Writers writers) {
        this.referrals = referrals;
        this.drafting = drafting;
        this.panels = panels;
        this.agencies = agencies;
        this.people = people;
        this.assessments = assessments;
        this.reads = reads;
        this.drafts = drafts;
        this.flash = flash;
        this.writers = writers;
    }

    /** A task as it is checked before sending. */
    @TemplateData
    public record Checked(Step step, String href, List<Shown.Line> lines, List<Errors.Message> problems) {
    }

    @CheckedTemplate(basePath = "referrals")
    static class Templates {
        static native TemplateInstance tasks(TaskList page);

        static native TemplateInstance step(StepPage page, Errors errors);

        static native TemplateInstance check(TaskList page, List<Checked> steps, boolean toSenior, Gate below, String judgement, Errors errors);
    }

    @GET
    @Path("/{id}/tasks")
    @Transactional
    public Response tasks(@RestPath String id) {
        var referral = referrals.byId(id);
        referrals.requireReferrer(referral);
        if (!referral.mayBeChanged()) {
            return Response.seeOther(URI.create("/referrals/" + referral.id())).build();
        }
        read(referral);
        return Response.ok(Templates.tasks(list(referral, drafting.reader(referral)))).build();
    }

    @GET
    @Path("/{id}/steps/{step}")
    @Transactional
    public Response step(@RestPath String id, @RestPath String step, @RestQuery Integer part, @RestQuery boolean more) {
        var referral = referrals.byId(id);
        referrals.requireReferrer(referral);
        if (!referral.mayBeChanged()) {
            return Response.seeOther(URI.create("/referrals/" + referral.id())).build();
        }
        read(referral);
        var reader = drafting.reader(referral);
        var wanted = wanted(step, reader);
        var page = resumed(page(referral, reader, wanted, part, null, more));
        // What is not finished shows its messages when one comes back to it, not before the first word of one's own.
        var errors = reader.typed().form(wanted).isBegun() || reader.typed().form(wanted).only(page.fields()).isBlank() ? Errors.none() : shownOn(page, reader.errors(wanted));
        return Response.ok(Templates.step(more ? page : dated(page, reader), more ? Errors.none() : errors)).build();
    }

    @POST
    @Path("/{id}/steps/{step}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    public Response save(@RestPath String id, @RestPath String step, @RestQuery Integer part, MultivaluedMap<String, String> fields) {
        var referral = referrals.toChange(id);
        var then = fields.getFirst("then");
        var version = fields.getFirst("version");
        referrals.requireReferrer(referral);
        var reader = drafting.reader(referral);
        var wanted = wanted(step, reader);
        var page = page(referral, reader, wanted, part, null, false);
        var typed = FormFields.of(fields).only(page.fields());
        var saved = drafting.save(referral, wanted, typed, page.fields(), version == null ? "" : version);
        if (saved.other() != null) {
            read(referral);
            var conflict = page(referral, reader, wanted, part, typed, false);
            return Response.status(CONFLICT).entity(Templates.step(conflict.compared(shown(reader).differences(writers.last("referral", referral.id()), wanted, saved.other(), typed), saved.other().tag()), Errors.none())).build();
        }
        drafts.discard(page.draft());
        var errors = shownOn(page, saved.errors());
        if ("add".equals(then)) {
            return Response.seeOther(URI.create("/referrals/" + referral.id() + "/steps/" + wanted.key() + "?more=true")).build();
        }
        if (errors.any() && !"later".equals(then)) {
            read(referral);
            // It was kept as it is: the page is built from what is saved now.
            return Response.status(UNPROCESSABLE).entity(Templates.step(page(referral, reader, wanted, part, typed, false).compared(null, tagNow(referral, wanted, page, typed)), errors)).build();
        }
        return Response.seeOther(URI.create(next(referral, page, then))).build();
    }

    private String tagNow(Referral referral, Step step, StepPage page, StepForm typed) {
        var now = drafting.reader(referral).typed().form(step).only(page.fields());
        // Safe-contact facts that cannot be used are on the page only, and may still be compared with what is saved.
        return now.equals(typed) ? typed.tag() : now.tag();
    }

    private static String next(Referral referral, StepPage page, String then) {
        var path = "/referrals/" + referral.id();
        if (!"later".equals(then) && page.step() == Step.ASSESSMENT) {
            return page.part() < page.parts() ? path + "/steps/assessment?part=" + (page.part() + 1) : path + "/steps/judgement";
        }
        return path + "/tasks";
    }

    @GET
    @Path("/{id}/check")
    @Transactional
    public Response check(@RestPath String id) {
        var referral = referrals.byId(id);
        referrals.requireReferrer(referral);
        if (!referral.mayBeChanged()) {
            return Response.seeOther(URI.create("/referrals/" + referral.id())).build();
        }
        read(referral);
        return Response.ok(check(referral, Errors.none())).build();
    }

    @POST
    @Path("/{id}/send")
    @Transactional
    public Response send(@RestPath String id) {
        var referral = referrals.toChange(id);
        try {
            var problems = drafting.send(referral);
            if (!problems.isEmpty()) {
                read(referral);
                var errors = new Errors();
                problems.forEach((step, wrong) -> errors.add("task-" + step.key(), step.title() + ": " + wrong.all().getFirst().message()));
                return Response.status(UNPROCESSABLE).entity(check(referral, errors)).build();
            }
            flash.done(referral.state() == ReferralState.WITH_SENIOR_OFFICER ? "The referral is with your senior officer." : "The referral is with the panel. The clock for its answer runs.");
        } catch (AlreadyAnswered quicker) {
            flash.note("Nothing was sent: the referral is no longer waiting for you.");
        }
        return Response.seeOther(URI.create("/referrals/" + referral.id())).build();
    }

    private TemplateInstance check(Referral referral, Errors errors) {
        var reader = drafting.reader(referral);
        var shown = shown(reader);
        var steps = new ArrayList<Checked>();
        for (var step : reader.setting().steps()) {
            var problems = reader.skipped(step) ? List.<Errors.Message>of() : reader.errors(step).all();
            steps.add(new Checked(step, "/referrals/" + referral.id() + "/steps/" + step.key(), shown.lines(step, reader.typed().form(step)), problems));
        }
        var judgement = reader.typed().form(Step.JUDGEMENT).get("judgement");
        var gate = panels.terms(referral.panelId()).gate();
        boolean toSenior = referral.state() == ReferralState.DRAFT && !reader.setting().steps().contains(Step.DECISION);
        return Templates.check(list(referral, reader), steps, toSenior, gate.below(judgement) ? gate : null, judgement.toLowerCase(Locale.ROOT), errors);
    }

    private TaskList list(Referral referral, StepReader reader) {
        var panel = panels.byId(referral.panelId());
        return TaskList.of(referral, reader, panel.shortName(), panel.name(), panel.marking(), reader.typed().name(referral.subject()));
    }

    private static Step wanted(String key, StepReader reader) {
        return Step.of(key).filter(reader.setting().steps()::contains).orElseThrow(() -> new NotFound("referral step", key));
    }

    private StepPage page(Referral referral, StepReader reader, Step step, Integer part, StepForm typed, boolean more) {
        var panel = panels.byId(referral.panelId());
        var instrument = reader.setting().instrument();
        int which = step != Step.ASSESSMENT || part == null ? 1 : part;
        if (which < 1 || (step == Step.ASSESSMENT && which > instrument.definition().sections().size())) {
            throw new NotFound("referral step", step.key() + " " + part);
        }
        var empty = new StepPage(referral.id(), panel.shortName(), panel.marking(), step, which, StepForm.EMPTY, "", instrument, null, List.of(), List.of(), List.of(), null, 0, false);
        var saved = reader.typed().form(step).only(empty.fields());
        var form = typed == null ? saved : typed;
        return new StepPage(referral.id(), panel.shortName(), panel.marking(), step, which, form, saved.tag(), instrument, step == Step.JUDGEMENT ? reader.result() : null,
                step == Step.RECEIPT ? referrers(agencies.list()) : List.of(), List.of(), List.of(), null, people(form) + (more ? 1 : 0), false);
    }

    /** What was typed on this page and never saved, such as when a session ran out, is there again, still to be saved. */
    private StepPage resumed(StepPage page) {
        return drafts.load(page.draft()).map(draft -> {
            var first = new HashMap<String, String>();
            draft.fields().keySet().forEach(field -> first.put(field, draft.text(field)));
            var typed = FormFields.of(first).only(page.fields());
            return typed.equals(page.form()) ? page : page.typed(typed, draft.text("version"));
        }).orElse(page);
    }

    /** The day of the assessment is today unless told otherwise. */
    private static StepPage dated(StepPage page, StepReader reader) {
        if (page.step() != Step.JUDGEMENT || !page.form().isBlank()) {
            return page;
        }
        var today = DateBoxes.of(reader.setting().today());
        var values = new HashMap<>(page.form().values());
        values.put("assessed-day", today.day());
        values.put("assessed-month", today.month());
        values.put("assessed-year", today.year());
        return page.typed(new StepForm(values), page.version()).saved();
    }

    private static int people(StepForm form) {
        int rows = 1;
        for (int i = 1; i <= StepReader.MOST_PEOPLE; i++) {
            var n = String.valueOf(i);
            if (form.values().keySet().stream().anyMatch(f -> f.matches("(given|family|part|born)" + n + "(-.*)?"))) {
                rows = i;
            }
        }
        return rows;
    }

    /** Of a step in several pages, only the messages of this one. */
    private static Errors shownOn(StepPage page, Errors all) {
        var shown = new Errors();
        all.all().stream().filter(e -> page.step() != Step.ASSESSMENT || page.fields().test(e.field())).forEach(e -> shown.add(e.field(), e.message()));
        return shown;
    }

    static List<Choice> referrers(List<AgencyView> agencies) {
        var choices = new ArrayList<Choice>();
        choices.add(Choice.of("OUTSIDE", "A body outside the hub"));
        agencies.forEach(a -> choices.add(Choice.of(a.id(), a.name())));
        return choices;
    }

    private Shown shown(StepReader reader) {
        return new Shown(reader.setting().instrument(), agencies.list().stream().collect(Collectors.toMap(AgencyView::id, AgencyView::name, (a, b) -> a)));
    }

    /** The form shows everything that was sent before. */
    private void read(Referral referral) {
        reads.seen("referral", referral.id(), referral.caseId(), referral.panelId(), referral.agencyId());
        people.seenInReferral(referral.id());
        assessments.seenInReferral(referral.id());
    }
}
