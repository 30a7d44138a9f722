package org.panelhub.actions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.hibernate.Session;
import org.panelhub.access.Forbidden;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Choice;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;
import org.panelhub.page.Invalid;

import io.quarkus.qute.TemplateData;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * What is asked about an action: that another agency takes it on, and a later day. Until the one is taken on and the other agreed to, the owner answers for the
 * action by the day that stands. To whom an action may be offered, PostgreSQL decides: only where the case is open to somebody already.
 */
@ApplicationScoped
public class Asked {

    private final Session database;
    private final Actions actions;
    private final Owners owners;
    private final Viewers viewers;
    private final Permissions permissions;
    private final AskedMail mail;

    Asked(Session database, Actions actions, Owners owners, Viewers viewers, Permissions permissions, AskedMail mail) {
        this.database = database;
        this.actions = actions;
        this.owners = owners;
        this.viewers = viewers;
        this.permissions = permissions;
        this.mail = mail;
    }

    /**
     * What stands unanswered about an action; either may be absent.
     *
     * @param offeredTo the agency's name, and {@code laterDay} the day that is asked for
     */
    @TemplateData
    public record Standing(UUID actionId, UUID toAgencyId, String offeredTo, String offerReason, LocalDate laterDay, String laterReason) {
        static final Standing NOTHING = new Standing(null, null, null, null, null, null);

        /** As it is said beside the action in a list. */
        public String brief() {
            return offeredTo == null ? "Later day asked" : "Offered to " + offeredTo;
        }
    }

    /** What stands unanswered of those actions, by action. */
    Map<UUID, Standing> of(List<UUID> actionIds) {
        return actionIds.isEmpty() ? Map.of() : database.createNativeQuery("""
                select a.id, o.to_agency_id, g.name, o.reason, x.due_on, x.reason from hub.action a
                  left join hub.action_offer o on o.action_id = a.id and o.state = 'OFFERED' left join hub.agency g on g.id = o.to_agency_id
                  left join hub.action_extension x on x.action_id = a.id and x.state = 'ASKED'
                 where a.id = any (:ids) and (o.id is not null or x.id is not null)""", Standing.class).setParameter("ids", actionIds.toArray(UUID[]::new)).getResultStream()
                .collect(Collectors.toMap(Standing::actionId, Function.identity()));
    }

    Standing of(UUID actionId) {
        return of(List.of(actionId)).getOrDefault(actionId, Standing.NOTHING);
    }

    /** The agencies to which the action may be offered: of each, somebody can open it today. */
    List<Choice> agencies(UUID actionId) {
        var may = database.createNativeQuery("select g.id from hub.agency g where access.may_take(:a, g.id)", UUID.class).setParameter("a", actionId).getResultList();
        return owners.agencies().stream().filter(c -> may.contains(UUID.fromString(c.value()))).toList();
    }

    /** Who of the agency may be named as taking it on: the viewer's own agency. */
    List<Choice> colleagues(Action action) {
        var own = database.createNativeQuery("select m.id from hub.member m where m.agency_id = hub.agency() and m.active", UUID.class).getResultList();
        return owners.people(action.caseId()).stream().filter(c -> own.contains(UUID.fromString(c.value()))).toList();
    }

    /**
     * Offers the action to another agency.
     *
     * @throws NotOfferable when nobody there can open it, or it is that agency's already
     * @throws AlreadyReported when it has ended
     * @throws AskedAlready when it is on offer
     */
    public void offer(UUID actionId, UUID toAgencyId, String reason) {
        actions.requireReport(actionId);
        var action = open(actionId);
        if (agencies(actionId).stream().noneMatch(c -> c.value().equals(String.valueOf(toAgencyId)))) {
            throw new NotOfferable();
        }
        if (of(actionId).offeredTo() != null) {
            throw new AskedAlready("The action is on offer to an agency. It answers first, or the offer is taken back.");
        }
        var viewer = viewers.current();
        var offer = new Offer(viewer.partnershipId(), action, toAgencyId, Field.clean(reason), viewer.memberId(), viewer.now());
        database.persist(offer);
        database.flush();
        mail.offered(action, toAgencyId, offer.id());
    }

    /** Whether the viewer may answer what is offered: its agency was asked, and the case is open to it by a seat or by the case's team. */
    public boolean mayAnswerOffer(Action action, Standing standing) {
        var viewer = viewers.current();
        return standing.toAgencyId() != null && standing.toAgencyId().equals(viewer.agencyId()) && permissions.may(Permission.REPORT_ACTION)
                && (viewer.seats().stream().anyMatch(s -> s.panelId().equals(action.panelId()) && s.standing()) || viewer.team().stream().anyMatch(t -> t.caseId().equals(action.caseId())));
    }

    /**
     * What the viewer is to answer for its agency.
     *
     * @throws Forbidden when the viewer may not answer for the agency that was asked
     */
    Standing offerToAnswer(Action action) {
        var standing = of(action.id());
        if (standing.offeredTo() == null) {
            if (!actions.mayReport(action)) {
                throw new Forbidden(Permission.REPORT_ACTION);
            }
            throw new AskedAlready("The action is not on offer any more.");
        }
        if (!mayAnswerOffer(action, standing)) {
            throw new Forbidden(Permission.REPORT_ACTION);
        }
        return standing;
    }

    /**
     * Takes the action on, or declines it with a reason.
     *
     * @param person who does it; null when the agency decides
     * @throws NotOfThatAgency when the person works elsewhere, or the case is shut to it
     */
    public void answerOffer(UUID actionId, boolean taken, String words, UUID person) {
        var action = actions.byId(actionId);
        offerToAnswer(action);
        if (taken && person != null && colleagues(action).stream().noneMatch(c -> c.value().equals(person.toString()))) {
            throw new NotOfThatAgency();
        }
        var offer = offer(actionId).orElseThrow(() -> new AskedAlready("The action is not on offer any more."));
        var viewer = viewers.current();
        offer.answer(taken ? Offer.State.ACCEPTED : Offer.State.DECLINED, Field.clean(words), taken ? person : null, viewer.memberId(), viewer.now());
        database.flush();
        // PostgreSQL has changed the action with the answer.
        database.refresh(action);
        mail.answered(action, offer.offeredBy(), offer.id());
    }

    /** Takes the offer back. */
    public void withdrawOffer(UUID actionId) {
        actions.requireReport(actionId);
        var offer = offer(actionId).orElseThrow(() -> new AskedAlready("The action is not on offer any more."));
        var viewer = viewers.current();
        offer.answer(Offer.State.WITHDRAWN, "", null, viewer.memberId(), viewer.now());
        database.flush();
    }

    /**
     * Asks for a later day.
     *
     * @throws NotLater when the day is not later than the one that stands, or has passed
     */
    public void askLater(UUID actionId, LocalDate dueOn, String reason) {
        actions.requireReport(actionId);
        var action = open(actionId);
        var viewer = viewers.current();
        if (!dueOn.isAfter(action.dueOn()) || !dueOn.isAfter(viewer.today())) {
            throw new NotLater(action.dueOn().isBefore(viewer.today()) ? viewer.today() : action.dueOn());
        }
        if (of(actionId).laterDay() != null) {
            throw new AskedAlready("A later day is asked for already. The chair answers first, or it is taken back.");
        }
        var asked = new Extension(viewer.partnershipId(), action, dueOn, Field.clean(reason), viewer.memberId(), viewer.now());
        database.persist(asked);
        database.flush();
        mail.laterAsked(action, asked.id());
    }

    /** Whether the viewer may agree to a later day. */
    public boolean mayExtend(Action action) {
        return permissions.may(Permission.EXTEND_ACTION, action.panelId());
    }

    /** A chair agrees to the later day, or refuses it with a reason. */
    public void answerLater(UUID actionId, boolean agreed, String words) {
        var action = actions.byId(actionId);
        permissions.require(Permission.EXTEND_ACTION, action.panelId());
        var asked = extension(actionId).orElseThrow(() -> new AskedAlready("It is not asked any more."));
        var viewer = viewers.current();
        if (agreed && asked.dueOn().isBefore(viewer.today())) {
            throw new Invalid(Errors.one("answer", "The day that was asked for has passed. Refuse it, so that a later one can be asked for"));
        }
        asked.answer(agreed ? Extension.State.AGREED : Extension.State.REFUSED, Field.clean(words), viewer.memberId(), viewer.now());
        database.flush();
        database.refresh(action);
        mail.answered(action, asked.askedBy(), asked.id());
    }

    /** Takes back what was asked. */
    public void withdrawLater(UUID actionId) {
        actions.requireReport(actionId);
        var asked = extension(actionId).orElseThrow(() -> new AskedAlready("It is not asked any more."));
        var viewer = viewers.current();
        asked.answer(Extension.State.WITHDRAWN, "", viewer.memberId(), viewer.now());
        database.flush();
    }

    private Action open(UUID actionId) {
        var action = actions.byId(actionId);
        if (action.state() != Action.State.OPEN) {
            throw new AlreadyReported(action.state());
        }
        return action;
    }

    private Optional<Offer> offer(UUID actionId) {
        return database.createNativeQuery("select * from hub.action_offer where action_id = :a and state = 'OFFERED' for update", Offer.class).setParameter("a", actionId).uniqueResultOptional();
    }

    private Optional<Extension> extension(UUID actionId) {
        return database.createNativeQuery("select * from hub.action_extension where action_id = :a and state = 'ASKED' for update", Extension.class).setParameter("a", actionId).uniqueResultOptional();
    }

    record Line(Instant at, String by, String what, String words) {
    }

    /** What was asked and answered about an action, for its history. */
    List<ReportView> history(UUID actionId) {
        return database.createNativeQuery("""
                select h.at, m.name, h.what, h.words from (
                  select o.offered_at as at, o.offered_by as by, 'Offered to ' || g.name as what, o.reason as words from hub.action_offer o join hub.agency g on g.id = o.to_agency_id where o.action_id = :a
                  union all select o.answered_at, o.answered_by, case o.state when 'ACCEPTED' then 'Taken on by ' || g.name when 'DECLINED' then 'Declined by ' || g.name when 'WITHDRAWN' then 'Offer taken back'
                      else 'Offer lapsed' end, o.answer from hub.action_offer o join hub.agency g on g.id = o.to_agency_id where o.action_id = :a and o.state <> 'OFFERED'
                  union all select x.asked_at, x.asked_by, 'Asked for ' || to_char(x.due_on, 'FMDD FMMonth YYYY') || ' instead of ' || to_char(x.was_due, 'FMDD FMMonth YYYY'), x.reason from hub.action_extension x where x.action_id = :a
                  union all select x.answered_at, x.answered_by, case x.state when 'AGREED' then 'Later day agreed' when 'REFUSED' then 'Later day refused' when 'WITHDRAWN' then 'No longer asked for a later day'
                      else 'Request for a later day lapsed' end, x.answer from hub.action_extension x where x.action_id = :a and x.state <> 'ASKED') h
                  left join hub.member m on m.id = h.by order by h.at desc""", Line.class).setParameter("a", actionId).getResultStream()
                .map(l -> new ReportView(l.at, l.by, l.what, l.words, "")).toList();
    }

    /** How many open actions are offered to the viewer's agency, that the viewer sees. */
    public long offeredToUs() {
        return database.createNativeQuery("select count(*) from hub.action_offer o where o.state = 'OFFERED' and o.to_agency_id = hub.agency()", Long.class).getSingleResult();
    }

    /** How many actions wait for a chair's word on a later day, on the panels that the viewer chairs. */
    public long laterToDecide() {
        var panels = viewers.current().seats().stream().map(s -> s.panelId()).filter(p -> permissions.may(Permission.EXTEND_ACTION, p)).distinct().toArray(UUID[]::new);
        return panels.length == 0 ? 0 : database.createNativeQuery("select count(*) from hub.action_extension x where x.state = 'ASKED' and x.panel_id = any (:panels)", Long.class)
                .setParameter("panels", panels).getSingleResult();
    }
}
