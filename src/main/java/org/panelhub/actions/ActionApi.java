package org.panelhub.actions;

import java.time.LocalDate;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.panelhub.cases.Cases;
import org.panelhub.page.DateBoxes;
import org.panelhub.page.Errors;
import org.panelhub.page.Idempotency;
import org.panelhub.page.IfMatch;
import org.panelhub.page.Invalid;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Actions: read by whoever sees them, reported on by their owners, added and changed by those who prepare the panel or manage the case. */
@Path("/api/actions")
@Authenticated
@Transactional
public class ActionApi {

    private final Actions actions;
    private final Tracker tracker;
    private final Cases cases;
    private final Idempotency idempotency;

    ActionApi(Actions actions, Tracker tracker, Cases cases, Idempotency idempotency) {
        this.actions = actions;
        this.tracker = tracker;
        this.cases = cases;
        this.idempotency = idempotency;
    }

    /**
     * @param caseReference of the case it belongs to; told when it is added, and then fixed
     * @param ownerMemberId null when the agency decides who
     * @param knownBy how one will know that it is done; null for nothing, and on a change for what stands
     */
    public record Input(String caseReference, UUID ownerAgencyId, UUID ownerMemberId, String task, String knownBy, LocalDate dueOn) {
        ActionForm form(Integer version) {
            var due = DateBoxes.of(dueOn);
            return new ActionForm(task, knownBy, ownerAgencyId == null ? "" : ownerAgencyId.toString(), ownerMemberId == null ? "" : ownerMemberId.toString(), due.day(), due.month(), due.year(),
                    version, null);
        }
    }

    /**
     * @param state DONE, NOT_POSSIBLE or NOT_DONE; OPEN to open it again
     * @param words what was done, or why not
     * @param evidence what shows that it is done; null where nothing is said
     */
    public record ReportInput(String state, String words, String evidence) {
    }

    /**
     * A page of actions by the day they are due; the next one is named in the header {@code Link}.
     *
     * @param filter whose (mine, agency, all, offered, later or escalated), state (open, overdue, done, not-possible, not-done or any), due (overdue, week or meeting), panel, agency, case and after
     */
    @GET
    public Response list(@BeanParam ActionFilter filter) {
        var found = tracker.list(filter);
        var answer = Response.ok(found.actions());
        if (found.next() != null) {
            answer.header("Link", "</api/actions" + found.next() + ">; rel=\"next\"");
        }
        return answer.build();
    }

    @GET
    @Path("{id}")
    public ActionView one(@RestPath UUID id) {
        return tracker.byId(id);
    }

    @POST
    public Response add(@RestHeader(Idempotency.HEADER) String key, Input input) {
        var given = input == null ? new Input(null, null, null, null, null, null) : input;
        Invalid.unless(Errors.none().addIf(given.caseReference == null || given.caseReference.isBlank(), "caseReference", "Enter the reference of the case"));
        var file = cases.byReference(given.caseReference);
        actions.requireAgree(file.panelId(), file.id());
        return idempotency.created(key, "/api/actions", input, () -> {
            Invalid.unless(given.form(null).validate());
            return actions.agree(file.panelId(), file.id(), null, given.ownerAgencyId, given.ownerMemberId, given.task, given.form(null).known(), given.dueOn).id();
        }, tracker::byId);
    }

    @PUT
    @Path("{id}")
    public ActionView change(@RestPath UUID id, @RestHeader(IfMatch.HEADER) String ifMatch, Input input) {
        actions.requireChange(id);
        var stands = IfMatch.required(ifMatch, () -> tracker.byId(id));
        Invalid.unless(input == null ? Errors.one("task", "Enter what is to be done") : input.form(null).validate());
        actions.change(id, stands.version(), input.task, input.knownBy == null ? stands.knownBy() : input.form(null).known(), input.ownerAgencyId, input.ownerMemberId, input.dueOn);
        actions.flush();
        return tracker.byId(id);
    }

    /** Reports on the action. */
    @PATCH
    @Path("{id}")
    public ActionView report(@RestPath UUID id, @RestHeader(IfMatch.HEADER) String ifMatch, ReportInput input) {
        actions.requireReport(id);
        var stands = IfMatch.required(ifMatch, () -> tracker.byId(id));
        var form = input == null ? ReportForm.empty(stands.version()) : new ReportForm(input.state, input.words, input.evidence, stands.version());
        Invalid.unless(form.validate());
        actions.report(id, form.seen(), form.chosen(), form.words(), form.shownBy());
        actions.flush();
        return tracker.byId(id);
    }
}
