package org.panelhub.trigger.ledger;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.panelhub.access.NotFound;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.audit.Writers;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Choice;
import org.panelhub.page.DateBoxes;
import org.panelhub.page.Differences;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;
import org.panelhub.page.Flash;
import org.panelhub.page.Idempotency;
import org.panelhub.page.Ids;
import org.panelhub.trigger.Application;
import org.panelhub.trigger.ApplicationView;
import org.panelhub.trigger.Applications;
import org.panelhub.trigger.Decided;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The complaints ledger of an application: everybody's complaints, which of them are one incident, and whether each qualifies. */
@Path("/triggers/{reference}/complaints")
@Authenticated
@Blocking
public class LedgerPages {

    private static final int INVALID = 422;
    private static final int CONFLICT = 409;
    private static final List<Choice> WHO = List.of(Choice.of(ComplaintForm.By.APPLICANT, "The applicant"), Choice.of(ComplaintForm.By.OTHER, "Somebody else"));
    private static final List<Choice> RULINGS = List.of(Choice.of(StepView.Kind.QUALIFIES, "It qualifies, whatever its dates"), Choice.of(StepView.Kind.DOES_NOT_QUALIFY, "It does not qualify"),
            Choice.of(StepView.Kind.BY_DATES, "Its dates alone say"));

    private final Applications applications;
    private final Ledger ledger;
    private final Permissions permissions;
    private final Viewers viewers;
    private final Writers writers;
    private final Idempotency repeated;
    private final Flash flash;

    LedgerPages(Applications applications, Ledger ledger, Permissions permissions, Viewers viewers, Writers writers, Idempotency repeated, Flash flash) {
        this.applications = applications;
        this.ledger = ledger;
        this.permissions = permissions;
        this.viewers = viewers;
        this.writers = writers;
        this.repeated = repeated;
        this.flash = flash;
    }

    @CheckedTemplate(basePath = "trigger/ledger")
    static class Templates {
        static native TemplateInstance complaints(ApplicationView view, Book book, Decided decided, List<Elsewhere> elsewhere, boolean handles, Errors errors);

        static native TemplateInstance add(ApplicationView view, List<Choice> who, List<String> bodies, ComplaintForm form, String once, Errors errors);

        static native TemplateInstance complaint(ApplicationView view, ComplaintView complaint, Book.Entry entry, boolean out, boolean handles, List<Choice> who, List<String> bodies, List<Choice> rulings, ComplaintForm form, Differences differences,
                String ruling, String reason, Errors errors);
    }

    @GET
    @Transactional
    public TemplateInstance list(@RestPath String reference) {
        return page(applications.byReference(reference), Errors.none());
    }

    @GET
    @Path("new")
    @Transactional
    public TemplateInstance askNew(@RestPath String reference) {
        return Templates.add(applications.view(applications.toHandle(reference)), WHO, ledger.bodies(), ComplaintForm.empty(), UUID.randomUUID().toString(), Errors.none());
    }

    @POST
    @Path("new")
    @Transactional
    public Response add(@RestPath String reference, @BeanParam ComplaintForm form, @RestForm String once) {
        var application = applications.toHandle(reference);
        var errors = form.validate(viewers.current().today(), false);
        if (errors.any()) {
            return Response.status(INVALID).entity(Templates.add(applications.view(application), WHO, ledger.bodies(), form, once, errors)).build();
        }
        repeated.once(once, path(application), form, () -> {
            ledger.add(application, form);
            return true;
        });
        flash.done("The complaint is added.");
        return to(application);
    }

    /** Whether two are one incident: decided by a person, who can take it back. */
    @POST
    @Path("pair")
    @Transactional
    public Response pair(@RestPath String reference, @RestForm String first, @RestForm String second, @RestForm String verdict) {
        var application = applications.toHandle(reference);
        var one = Ids.parse(first);
        var other = Ids.parse(second);
        var check = new Field.Check();
        check.that(one.isPresent() && other.isPresent() && !one.equals(other), "first", "Choose two different reports");
        check.that(List.of("SAME", "DIFFERENT", "OPEN").contains(verdict == null ? "" : verdict), "pair", "Say whether they are one incident");
        if (!check.errors().any()) {
            try {
                ledger.pair(application, one.get(), other.get(), verdict);
                flash.done(switch (verdict) {
                    case "SAME" -> "Recorded: one incident, which counts once.";
                    case "DIFFERENT" -> "Recorded: two incidents.";
                    default -> "Taken back. You can decide again.";
                });
                return to(application);
            } catch (Ledger.Contradicts e) {
                check.errors().add("first", e.getMessage());
            }
        }
        return Response.status(INVALID).entity(page(application, check.errors())).build();
    }

    @GET
    @Path("{id}")
    @Transactional
    public TemplateInstance open(@RestPath String reference, @RestPath UUID id) {
        var application = applications.byReference(reference);
        return one(application, id, ComplaintForm.of(ledger.complaint(application, id)), null, "", "", Errors.none());
    }

    @POST
    @Path("{id}")
    @Transactional
    public Response change(@RestPath String reference, @RestPath UUID id, @BeanParam ComplaintForm form) {
        var application = applications.toHandle(reference);
        var stands = ledger.complaint(application, id);
        var errors = form.validate(viewers.current().today(), true);
        if (errors.any()) {
            return Response.status(INVALID).entity(one(application, id, form, null, "", "", errors)).build();
        }
        if (form.version() == null || form.version() != stands.version()) {
            return Response.status(CONFLICT).entity(one(application, id, form.over(stands.version()), differences(stands, form), "", "", Errors.none())).build();
        }
        ledger.change(application, stands, form);
        flash.done("The complaint is changed. What stood before stays in its history.");
        return Response.seeOther(URI.create(path(application) + "/" + id)).build();
    }

    /** The qualifying test: a person's word goes before what the dates say, and has its reason. */
    @POST
    @Path("{id}/qualifies")
    @Transactional
    public Response rule(@RestPath String reference, @RestPath UUID id, @RestForm String ruling, @RestForm String reason) {
        var application = applications.toHandle(reference);
        ledger.complaint(application, id);
        var check = new Field.Check();
        var kind = check.choice("ruling", "Say whether it qualifies", ruling, StepView.Kind.class, true);
        check.that(kind.isEmpty() || kind.get().ofRuling(), "ruling", "Say whether it qualifies");
        var words = check.text("reason", "The reason", reason, ComplaintForm.REASON, true);
        if (check.errors().any()) {
            return Response.status(INVALID).entity(one(application, id, ComplaintForm.of(ledger.complaint(application, id)), null, ruling, reason, check.errors())).build();
        }
        ledger.step(application, id, kind.orElseThrow(), words, "");
        flash.done("Recorded, with your reason.");
        return to(application);
    }

    /** Out of the count, and readable with its reason for good. */
    @POST
    @Path("{id}/remove")
    @Transactional
    public Response remove(@RestPath String reference, @RestPath UUID id, @RestForm String removal) {
        return place(reference, id, "removal", "Why it is taken out", removal, StepView.Kind.REMOVED, "Taken out of the count. It stays readable, with your reason.");
    }

    @POST
    @Path("{id}/put-back")
    @Transactional
    public Response putBack(@RestPath String reference, @RestPath UUID id, @RestForm String back) {
        return place(reference, id, "back", "Why it is put back", back, StepView.Kind.PUT_BACK, "The complaint counts again.");
    }

    private Response place(String reference, UUID id, String field, String label, String typed, StepView.Kind kind, String done) {
        var application = applications.toHandle(reference);
        ledger.complaint(application, id);
        var check = new Field.Check();
        var why = check.text(field, label, typed, ComplaintForm.REASON, true);
        if (check.errors().any()) {
            return Response.status(INVALID).entity(one(application, id, ComplaintForm.of(ledger.complaint(application, id)), null, "", typed, check.errors())).build();
        }
        ledger.step(application, id, kind, why, "");
        flash.done(done);
        return to(application);
    }

    private Differences differences(ComplaintView stands, ComplaintForm form) {
        var theirs = ComplaintForm.of(stands);
        return new Differences(writers.last("trigger_complaint", stands.id())).compare("The complainant’s name", theirs.complainant(), form.complainant()).compare("What was reported", theirs.what(), form.what())
                .compare("The day it happened", words(theirs.happened()), words(form.happened())).compare("The day it was reported", words(theirs.reported()), words(form.reported())).compare("Who was told", theirs.to(), form.to())
                .compare("Their reference", theirs.reference(), form.reference()).compare("What came of it", theirs.answer(), form.answer()).compare("The evidence", theirs.evidence(), form.evidence());
    }

    private static String words(DateBoxes day) {
        return day.isBlank() ? "" : day.day() + "/" + day.month() + "/" + day.year();
    }

    private TemplateInstance page(Application application, Errors errors) {
        var handles = handles(application);
        return Templates.complaints(applications.view(application), ledger.book(application), applications.decided(application).orElse(null), handles ? ledger.elsewhere(application) : List.of(), handles, errors);
    }

    private TemplateInstance one(Application application, UUID id, ComplaintForm form, Differences differences, String ruling, String reason, Errors errors) {
        var book = ledger.book(application);
        var standing = book.entries().stream().filter(e -> e.complaint().id().equals(id)).findFirst();
        var entry = standing.or(() -> book.removed().stream().filter(e -> e.complaint().id().equals(id)).findFirst()).orElseThrow(() -> new NotFound("complaint", id));
        return Templates.complaint(applications.view(application), entry.complaint(), entry, standing.isEmpty(), handles(application), WHO, ledger.bodies(), RULINGS, form, differences, ruling, reason, errors);
    }

    private boolean handles(Application application) {
        return permissions.may(Permission.HANDLE_APPLICATION, application.panelId());
    }

    private static Response to(Application application) {
        return Response.seeOther(URI.create(path(application))).build();
    }

    private static String path(Application application) {
        return "/triggers/" + application.reference() + "/complaints";
    }
}
