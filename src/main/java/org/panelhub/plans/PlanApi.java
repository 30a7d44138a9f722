package org.panelhub.plans;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.cases.CaseHeads;
import org.panelhub.identity.Viewers;
import org.panelhub.page.DateBoxes;
import org.panelhub.page.Errors;
import org.panelhub.page.Idempotency;
import org.panelhub.page.Invalid;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Protection plans. Nothing here changes an edition: a further one is written. */
@Path("/api/plans")
@Authenticated
@Transactional
public class PlanApi {

    private final Plans plans;
    private final Editions editions;
    private final Approvals approvals;
    private final CaseHeads heads;
    private final Viewers viewers;
    private final Permissions permissions;
    private final Idempotency idempotency;

    PlanApi(Plans plans, Editions editions, Approvals approvals, CaseHeads heads, Viewers viewers, Permissions permissions, Idempotency idempotency) {
        this.plans = plans;
        this.editions = editions;
        this.approvals = approvals;
        this.heads = heads;
        this.viewers = viewers;
        this.permissions = permissions;
        this.idempotency = idempotency;
    }

    /**
     * @param contingency what happens when it goes wrong; null where nothing is said
     * @param notConsultedBecause why the victim was not asked; null where it was
     * @param reviewNote what the review found; needed when an edition stands already
     * @param edition the one that stands, as read; 0 where there is none
     */
    public record Input(String caseReference, String aims, String measures, String contingency, String victimView, LocalDate victimConsultedOn, String notConsultedBecause, LocalDate reviewOn, String reviewNote, Integer edition) {
        PlanForm form() {
            var consulted = DateBoxes.of(victimConsultedOn);
            var review = DateBoxes.of(reviewOn);
            return new PlanForm(aims, measures, contingency, victimView, notConsultedBecause, consulted.day(), consulted.month(), consulted.year(), review.day(), review.month(), review.year(), reviewNote, "", edition);
        }
    }

    /** The editions of a case's plan, the one that stands first. */
    @GET
    public List<PlanView> ofCase(@RestQuery("case") String reference) {
        Invalid.unless(Errors.none().addIf(reference == null || reference.isBlank(), "case", "Enter the reference of the case"));
        return editions.ofCase(heads.withoutContact(reference).caseId());
    }

    @GET
    @Path("{id}")
    public PlanView one(@RestPath UUID id) {
        return editions.byId(id);
    }

    /** @param words what the chair wants to say with it; null for nothing */
    public record ApprovalInput(String words) {
    }

    /** Approves the edition, once, by a chair who did not write it. What an edition says never changes, so no tag is asked for. */
    @POST
    @Path("{id}/approval")
    public PlanView approve(@RestPath UUID id, ApprovalInput input) {
        approvals.approve(id, input == null || input.words == null ? "" : input.words);
        return editions.byId(id);
    }

    /** Writes the next edition. */
    @POST
    public Response write(@RestHeader(Idempotency.HEADER) String key, Input input) {
        Invalid.unless(Errors.none().addIf(input == null || input.caseReference == null || input.caseReference.isBlank(), "caseReference", "Enter the reference of the case"));
        var head = heads.withoutContact(input.caseReference);
        permissions.require(Permission.WRITE_PLAN, head.panelId(), head.caseId());
        return idempotency.created(key, "/api/plans", input, () -> {
            Invalid.unless(input.form().validate(plans.current(head.caseId()).isPresent(), viewers.current().today()));
            return plans.write(head.caseId(), null, input.form().seen(), input.form().text()).id();
        }, editions::byId);
    }
}
