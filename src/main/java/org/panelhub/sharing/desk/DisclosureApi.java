package org.panelhub.sharing.desk;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestHeader;
import org.panelhub.access.Forbidden;
import org.panelhub.access.NotFound;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.cases.CaseHead;
import org.panelhub.cases.CaseHeads;
import org.panelhub.identity.Viewers;
import org.panelhub.page.DateBoxes;
import org.panelhub.page.Dates;
import org.panelhub.page.Field;
import org.panelhub.page.Idempotency;
import org.panelhub.page.Invalid;
import org.panelhub.sharing.Consent;
import org.panelhub.sharing.DisclosureView;
import org.panelhub.sharing.Disclosures;
import org.panelhub.sharing.Items;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Releases of the caller's own agency, for programs. */
@Path("/api/disclosures")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class DisclosureApi {

    private static final int PAGE = 50;
    private static final int LONGEST_REASON = 1000;
    private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");

    private final CaseHeads heads;
    private final Items items;
    private final Disclosures disclosures;
    private final Permissions permissions;
    private final Viewers viewers;
    private final Idempotency idempotency;

    DisclosureApi(CaseHeads heads, Items items, Disclosures disclosures, Permissions permissions, Viewers viewers, Idempotency idempotency) {
        this.heads = heads;
        this.items = items;
        this.disclosures = disclosures;
        this.permissions = permissions;
        this.viewers = viewers;
        this.idempotency = idempotency;
    }

    /** A page of releases; the next one is named in the header {@code Link}. */
    public record DisclosuresJson(List<DisclosureView> disclosures) {
    }

    /** What is asked each time; the law is inherited from the protocol. {@code until} is as the panel has arranged it unless said. */
    public record NewDisclosure(String reference, List<String> items, boolean toPanel, List<String> agencies, List<String> members, String necessity, String proportionality, Consent consent,
            String consentReason, Boolean subjectTold, String notToldReason, LocalDate until, boolean onwardFreely) {
    }

    /** Why a release ends. */
    public record Withdrawal(String reason) {
    }

    /** More recipients of a release, with reasons of their own. */
    public record Widening(boolean toPanel, List<String> agencies, List<String> members, String necessity, String proportionality) {
    }

    /** A later last day of a release. */
    public record Prolonging(LocalDate until, String necessity) {
    }

    /** The person withdrew the consent that releases on a case were made with; {@code ending} are those that end though they have another basis. */
    public record ConsentWithdrawn(String reference, LocalDate withdrawnOn, List<String> ending, String goingOnBecause) {
    }

    @GET
    @Transactional
    public Response own(@QueryParam("after") String after) {
        viewers.current();
        var from = Cursor.read(after);
        var found = disclosures.own(from.at, from.id, PAGE + 1);
        var shown = found.size() > PAGE ? found.subList(0, PAGE) : found;
        var answer = Response.ok(new DisclosuresJson(shown));
        if (found.size() > PAGE) {
            answer.header("Link", "</api/disclosures?after=" + shown.getLast().releasedAt() + "_" + shown.getLast().id() + ">; rel=\"next\"");
        }
        return answer.build();
    }

    @GET
    @Path("{id}")
    @Transactional
    public DisclosureView one(@PathParam("id") String id) {
        return disclosures.own(NotFound.id("disclosure", id));
    }

    /** Releases the items; the address is that of one release, the answer has all that were made. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    public Response release(@RestHeader(Idempotency.HEADER) String key, NewDisclosure typed) {
        var head = heads.withoutContact(reference(typed == null ? null : typed.reference));
        permissions.require(Permission.RELEASE_INFORMATION, head.panelId(), head.caseId());
        return idempotency.created(key, "/api/disclosures", typed, () -> released(head, typed), id -> new DisclosuresJson(madeWith(head, id)));
    }

    /** One of the releases, where it is of several items or to several recipients. */
    private UUID released(CaseHead head, NewDisclosure typed) {
        var until = DateBoxes.of(typed.until == null ? disclosures.untilByArrangement(head.panelId()) : typed.until);
        var form = new ReleaseForm(typed.items, typed.toPanel ? "yes" : null, typed.agencies, typed.members, typed.necessity, typed.proportionality, typed.consent == null ? null : typed.consent.name(),
                typed.consentReason, typed.subjectTold == null ? null : typed.subjectTold ? "yes" : "no", typed.notToldReason, until.day(), until.month(), until.year(), typed.onwardFreely ? "freely" : "ask", null);
        var checked = form.check(head.panelId(), viewers.current().today());
        Invalid.unless(checked.errors());
        items.releasePrepared(head.caseId(), form.itemIds(), checked.release());
        var released = disclosures.ownIn(head.caseId()).stream().filter(d -> form.itemIds().contains(d.itemId()) && d.inForce()).toList();
        return released.getLast().id();
    }

    /** One call releases in one moment. */
    private List<DisclosureView> madeWith(CaseHead head, UUID id) {
        var of = disclosures.own(id);
        return disclosures.ownIn(head.caseId()).stream().filter(d -> d.releasedAt().equals(of.releasedAt())).toList();
    }

    /** All releases of the item, the new ones last. */
    @POST
    @Path("{id}/widen")
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    public DisclosuresJson widen(@PathParam("id") String id, Widening typed) {
        var release = toDecide(id);
        var item = items.view(release.itemId());
        var form = typed == null ? WidenForm.EMPTY : new WidenForm(typed.toPanel ? "yes" : null, typed.agencies, typed.members, typed.necessity, typed.proportionality);
        Invalid.unless(form.check(item.panelId()));
        items.widen(release.id(), form.recipients(item.panelId()), Field.clean(form.necessity()), Field.clean(form.proportionality()));
        return of(item.id());
    }

    /** All releases of the item, the new one last. */
    @POST
    @Path("{id}/prolong")
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    public DisclosuresJson prolong(@PathParam("id") String id, Prolonging typed) {
        var release = toDecide(id);
        var check = new Field.Check();
        check.that(typed != null && typed.until != null && !typed.until.isBefore(viewers.current().today()), "until", "Say the new last day, today or later");
        var needed = check.text("necessity", "Why it is still needed", typed == null ? null : typed.necessity, LONGEST_REASON, true);
        Invalid.unless(check.errors());
        items.prolong(release.id(), typed.until, needed);
        return of(release.itemId());
    }

    private DisclosureView toDecide(String id) {
        var release = disclosures.own(NotFound.id("disclosure", id));
        if (!items.mayChangeOwn(Permission.RELEASE_INFORMATION, items.view(release.itemId()))) {
            throw new Forbidden(Permission.RELEASE_INFORMATION);
        }
        return release;
    }

    private DisclosuresJson of(UUID itemId) {
        disclosures.flush();
        return new DisclosuresJson(disclosures.of(itemId));
    }

    /** The releases that were made with a consent, as they stand now: ended, or with the reason for going on. */
    @POST
    @Path("consent-withdrawn")
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    public DisclosuresJson consentWithdrawn(ConsentWithdrawn typed) {
        var head = heads.withoutContact(reference(typed == null ? null : typed.reference));
        permissions.require(Permission.RELEASE_INFORMATION, head.panelId(), head.caseId());
        var resting = disclosures.restingOnConsent(head.caseId());
        var on = DateBoxes.of(typed.withdrawnOn);
        var form = new ConsentPages.ConsentForm(on.day(), on.month(), on.year(), typed.ending, typed.goingOnBecause);
        var checked = form.check(resting, viewers.current().today());
        Invalid.unless(checked.errors());
        items.consentWithdrawn(resting, form.endingIds(), checked.day(), checked.goingOn());
        disclosures.flush();
        return new DisclosuresJson(disclosures.ownIn(head.caseId()).stream().filter(d -> resting.stream().anyMatch(r -> r.id().equals(d.id()))).toList());
    }

    private static String reference(String typed) {
        var check = new Field.Check();
        check.that(typed != null, "reference", "Say which case");
        Invalid.unless(check.errors());
        return typed;
    }

    @POST
    @Path("{id}/withdraw")
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    public Response withdraw(@PathParam("id") String id, Withdrawal typed) {
        var check = new Field.Check();
        var reason = check.text("reason", "Reason for withdrawing", typed == null ? null : typed.reason, LONGEST_REASON, true);
        Invalid.unless(check.errors());
        items.withdraw(NotFound.id("disclosure", id), reason);
        return Response.noContent().build();
    }

    private record Cursor(Instant at, UUID id) {

        /** Anything that the hub did not write begins at the beginning. */
        static Cursor read(String after) {
            try {
                var parts = after == null ? new String[0] : after.split("_");
                return parts.length == 2 ? new Cursor(Dates.saidMoment(parts[0]), UUID.fromString(parts[1])) : start();
            } catch (DateTimeException | IllegalArgumentException e) {
                return start();
            }
        }

        static Cursor start() {
            return new Cursor(END_OF_TIME, new UUID(-1, -1));
        }
    }
}
