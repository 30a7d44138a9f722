package org.panelhub.plans;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.panelhub.access.Forbidden;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.audit.Reads;
import org.panelhub.cases.CaseHead;
import org.panelhub.cases.CaseMembers;
import org.panelhub.identity.Viewers;
import org.panelhub.notify.Outbox;
import org.panelhub.page.Choice;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;
import org.panelhub.page.Invalid;

import io.quarkus.qute.TemplateData;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The case manager is the person's single contact, so a change of it is a hand-over: from whom, to whom, with what the new one has to know, and accepted by that one. It goes only to
 * somebody who can open the case already, which PostgreSQL decides.
 */
@ApplicationScoped
public class Handovers {

    private final Session database;
    private final CaseMembers members;
    private final Viewers viewers;
    private final Permissions permissions;
    private final Outbox outbox;
    private final Reads reads;
    private final String hub;

    Handovers(Session database, CaseMembers members, Viewers viewers, Permissions permissions, Outbox outbox, Reads reads, @ConfigProperty(name = "hub.url") String hub) {
        this.database = database;
        this.members = members;
        this.viewers = viewers;
        this.permissions = permissions;
        this.outbox = outbox;
        this.reads = reads;
        this.hub = hub;
    }

    record Row(UUID id, UUID panelId, String fromName, String toName, String notes, Instant at, Boolean mine) {
    }

    /** A hand-over that waits for its answer. Names are null where the member is not the viewer's to see; {@code mine} where the viewer is to take the case over. */
    @TemplateData
    public record Standing(UUID id, String from, String to, String notes, Instant at, boolean mine) {
    }

    /** The one that waits for its answer; null for none. */
    Standing standing(UUID caseId) {
        return database.createNativeQuery("""
                select h.id, h.panel_id, f.name, t.name, h.notes, h.offered_at, h.to_member = hub.viewer() from hub.case_handover h left join hub.member f on f.id = h.from_member left join hub.member t on t.id = h.to_member
                 where h.case_id = :c and h.state = 'OFFERED'""", Row.class).setParameter("c", caseId).getResultStream().findFirst().map(r -> {
                    reads.seen("case_handover", r.id, caseId, r.panelId, null);
                    return new Standing(r.id, r.fromName, r.toName, r.notes, r.at, r.mine);
                }).orElse(null);
    }

    /** To whom the case may be handed. */
    List<Choice> candidates(UUID caseId) {
        var may = database.createNativeQuery("select m.id from hub.member m where m.active and m.id is distinct from :now and access.may_manage(:c, m.id)", UUID.class).setParameter("c", caseId)
                .setParameter("now", manager(caseId)).getResultList();
        return members.toName(caseId).stream().filter(c -> may.contains(UUID.fromString(c.value()))).toList();
    }

    void requireHandOver(CaseHead head) {
        permissions.require(Permission.HAND_OVER_CASE, head.panelId(), head.caseId());
        if (manager(head.caseId()) == null) {
            throw new NotTaken("The case has no case manager who could hand it over. Name one on the case’s team.");
        }
    }

    /**
     * Hands the case over, to be accepted.
     *
     * @throws NotTaken when it is handed over already, or has no case manager
     */
    void offer(CaseHead head, UUID to, String notes) {
        requireHandOver(head);
        if (candidates(head.caseId()).stream().noneMatch(c -> c.value().equals(String.valueOf(to)))) {
            throw new Invalid(Errors.one("member", "Choose one of the people listed"));
        }
        if (standing(head.caseId()) != null) {
            throw new NotTaken("The case is handed over to somebody who has not answered yet. Take that back first.");
        }
        var viewer = viewers.current();
        var handover = new Handover(viewer.partnershipId(), head.caseId(), head.panelId(), manager(head.caseId()), to, Field.clean(notes), viewer.memberId(), viewer.now());
        database.persist(handover);
        database.flush();
        if (!to.equals(viewer.memberId())) {
            outbox.put(to, "case handover", "A case is handed over to you", "You are asked to become case manager of a case. Read what you have to know, and take it over or decline:\n" + hub + "/\n", "handover/" + handover.id());
        }
    }

    /**
     * What the viewer is to answer.
     *
     * @throws Forbidden when it is handed to somebody else
     */
    Standing toTakeOver(UUID caseId) {
        var standing = standing(caseId);
        if (standing == null) {
            throw new NotTaken("It is not handed over any more.");
        }
        if (!standing.mine()) {
            throw new Forbidden(Permission.HAND_OVER_CASE);
        }
        return standing;
    }

    /** Takes the case over, or declines with a reason. With the answer, PostgreSQL ends the one place and begins the other. */
    void answer(UUID caseId, boolean taken, String words) {
        toTakeOver(caseId);
        var handover = held(caseId);
        var viewer = viewers.current();
        handover.answer(taken ? Handover.State.ACCEPTED : Handover.State.DECLINED, Field.clean(words), viewer.memberId(), viewer.now());
        database.flush();
        if (!handover.offeredBy().equals(viewer.memberId())) {
            outbox.put(handover.offeredBy(), "case handover answered", "A hand-over is answered", "The hand-over of a case is answered. Sign in to read it:\n" + hub + "/cases\n", "handover answered/" + handover.id());
        }
    }

    void withdraw(CaseHead head) {
        permissions.require(Permission.HAND_OVER_CASE, head.panelId(), head.caseId());
        var viewer = viewers.current();
        held(head.caseId()).answer(Handover.State.WITHDRAWN, "", viewer.memberId(), viewer.now());
        database.flush();
    }

    /** The references of the cases that the viewer is asked to take over. */
    public List<String> toAnswer() {
        return database.createNativeQuery("select c.reference from hub.case_handover h join hub.case_file c on c.id = h.case_id where h.state = 'OFFERED' and h.to_member = hub.viewer() order by h.offered_at", String.class)
                .getResultList();
    }

    record Ended(Instant at, String fromName, String toName, String state, String notes, String answer) {
    }

    /** A hand-over that has been answered. */
    @TemplateData
    public record Past(Instant at, String from, String to, String how, String notes, String answer) {
    }

    /** Those that were answered, the newest first. */
    List<Past> past(UUID caseId) {
        return database.createNativeQuery("""
                select coalesce(h.answered_at, h.offered_at), f.name, t.name, h.state, h.notes, h.answer from hub.case_handover h left join hub.member f on f.id = h.from_member left join hub.member t on t.id = h.to_member
                 where h.case_id = :c and h.state <> 'OFFERED' order by h.offered_at desc""", Ended.class).setParameter("c", caseId).getResultStream()
                .map(e -> new Past(e.at, e.fromName, e.toName, switch (e.state) {
                    case "ACCEPTED" -> "Taken over";
                    case "DECLINED" -> "Declined";
                    case "WITHDRAWN" -> "Taken back";
                    default -> "Lapsed";
                }, e.notes, e.answer)).toList();
    }

    private UUID manager(UUID caseId) {
        return database.createNativeQuery("select t.member_id from hub.case_team t where t.case_id = :c and t.role = 'CASE_MANAGER' and t.during @> hub.today()", UUID.class).setParameter("c", caseId)
                .getResultStream().findFirst().orElse(null);
    }

    private Handover held(UUID caseId) {
        return database.createNativeQuery("select * from hub.case_handover where case_id = :c and state = 'OFFERED' for update", Handover.class).setParameter("c", caseId).uniqueResultOptional()
                .orElseThrow(() -> new NotTaken("It is not handed over any more."));
    }
}
