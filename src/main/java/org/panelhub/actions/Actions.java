package org.panelhub.actions;

import java.time.LocalDate;
import java.util.UUID;

import org.hibernate.LockMode;
import org.hibernate.UnresolvableObjectException;
import org.panelhub.access.Forbidden;
import org.panelhub.access.NotFound;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Dates;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityNotFoundException;

/** All actions that the viewer sees: agreeing, changing and reporting on them. */
@ApplicationScoped
public class Actions implements PanacheRepositoryBase<Action, UUID> {

    private final Viewers viewers;
    private final Permissions permissions;

    Actions(Viewers viewers, Permissions permissions) {
        this.viewers = viewers;
        this.permissions = permissions;
    }

    /**
     * Agrees an action, at a meeting or between two.
     *
     * @param caseId null for an action of the panel itself
     * @param meetingId null between meetings
     * @param ownerMemberId null when the agency decides who
     * @throws DueTooEarly before the meeting, or before today
     * @throws NotOfThatAgency when the person works elsewhere
     */
    public Action agree(UUID panelId, UUID caseId, UUID meetingId, UUID ownerAgencyId, UUID ownerMemberId, String task, LocalDate dueOn) {
        return agree(panelId, caseId, meetingId, ownerAgencyId, ownerMemberId, task, "", dueOn);
    }

    /** The same, with how one will know that it is done; "" where nobody said. */
    public Action agree(UUID panelId, UUID caseId, UUID meetingId, UUID ownerAgencyId, UUID ownerMemberId, String task, String knownBy, LocalDate dueOn) {
        var viewer = viewers.current();
        if (caseId != null) {
            requireVisible(caseId);
        }
        requireAgree(panelId, caseId);
        refuseTooEarly(dueOn, meetingId);
        refuseStranger(ownerAgencyId, ownerMemberId, caseId);
        var action = new Action(viewer.partnershipId(), panelId, caseId, meetingId, ownerAgencyId, ownerMemberId, task.strip(), knownBy.strip(), dueOn, viewer.memberId(), viewer.now());
        persist(action);
        return action;
    }

    /**
     * Reports an action done, no longer possible or not done, with what was done or why; or opens it again, with the reason.
     *
     * @param evidence what shows that it is done; "" where nothing was said
     * @param version the one that was shown
     * @throws ActionChanged when it has been changed since
     * @throws AlreadyReported when it was ended before
     * @throws Forbidden when the viewer neither owns it, nor holds a seat for the agency that does, nor may add actions
     */
    public Action report(UUID id, int version, Action.State state, String words, String evidence) {
        requireReport(id);
        var action = byId(id);
        refuseStale(action, version);
        if (state != Action.State.OPEN && action.state() != Action.State.OPEN) {
            throw new AlreadyReported(action.state());
        }
        action.report(state, words.strip(), evidence.strip(), viewers.current().now());
        keep(action, words.strip(), state == Action.State.DONE ? evidence.strip() : "");
        return action;
    }

    /**
     * Changes what is to be done, how one will know, by whom and by when. What it was stays in its history. A later day is a chair's to agree to, but on the day on which
     * the action was agreed, when a slip is mended.
     *
     * @throws LaterDay when the day is later and the viewer may not agree to that
     * @throws ActionChanged when it has been changed since it was shown
     */
    public Action change(UUID id, int version, String task, String knownBy, UUID ownerAgencyId, UUID ownerMemberId, LocalDate dueOn) {
        var action = byId(id);
        requireAgree(action.panelId(), action.caseId());
        refuseStale(action, version);
        if (action.state() != Action.State.OPEN) {
            throw new AlreadyReported(action.state());
        }
        // An overdue action may keep its day; a new day lies ahead.
        if (!dueOn.equals(action.dueOn())) {
            refuseTooEarly(dueOn, action.meetingId());
        }
        if (dueOn.isAfter(action.dueOn()) && action.madeOn().isBefore(viewers.current().today()) && !permissions.may(Permission.EXTEND_ACTION, action.panelId())) {
            throw new LaterDay();
        }
        refuseStranger(ownerAgencyId, ownerMemberId, action.caseId());
        var due = action.dueOn().equals(dueOn) ? "" : " It was due on " + Dates.day(action.dueOn()) + ".";
        var was = action.task().equals(task.strip()) ? "" : " It was: " + action.task();
        action.change(task.strip(), knownBy.strip(), ownerAgencyId, ownerMemberId, dueOn);
        keep(action, ("What is to be done, by whom or by when was changed." + due + was).strip(), "");
        return action;
    }

    /**
     * @throws NotFound when there is no such action, or not for this viewer
     * @throws Forbidden when the viewer may not report on it
     */
    void requireReport(UUID id) {
        if (!mayReport(byId(id))) {
            throw new Forbidden(Permission.REPORT_ACTION);
        }
    }

    /**
     * @throws NotFound when there is no such action, or not for this viewer
     * @throws Forbidden when the viewer may not change it
     */
    void requireChange(UUID id) {
        var action = byId(id);
        requireAgree(action.panelId(), action.caseId());
    }

    /**
     * Holds the action as it stands now until the transaction ends, so that nobody changes it while it is reported on together with others.
     *
     * @throws NotFound when there is no such action, or not for this viewer
     * @throws Forbidden when the viewer may not report on it
     */
    void hold(UUID id) {
        requireReport(id);
        var action = byId(id);
        try {
            getSession().refresh(action, LockMode.PESSIMISTIC_WRITE);
        } catch (EntityNotFoundException | UnresolvableObjectException e) {
            throw new NotFound("action", id);
        }
        requireReport(id);
    }

    /** The same of an action that is shown. */
    boolean mayReport(ActionView shown) {
        return mayReport(shown.panelId(), shown.caseId(), shown.ownerAgencyId(), shown.ownerMemberId());
    }

    /** Whether the viewer may report on the action: its owner, a seat holder of the agency that owns it, or whoever may add actions. */
    public boolean mayReport(Action action) {
        return mayReport(action.panelId(), action.caseId(), action.ownerAgencyId(), action.ownerMemberId());
    }

    private boolean mayReport(UUID panelId, UUID caseId, UUID ownerAgencyId, UUID ownerMemberId) {
        var viewer = viewers.current();
        if (!permissions.may(Permission.REPORT_ACTION)) {
            return false;
        }
        var owns = viewer.memberId().equals(ownerMemberId);
        var seated = ownerAgencyId.equals(viewer.agencyId()) && viewer.seats().stream().anyMatch(s -> s.panelId().equals(panelId));
        return owns || seated || mayAgree(panelId, caseId);
    }

    /** Whether the viewer may add actions to the case, or to the panel itself, and change them. */
    public boolean mayAgree(UUID panelId, UUID caseId) {
        return caseId == null ? permissions.may(Permission.AGREE_ACTION, panelId) : permissions.may(Permission.AGREE_ACTION, panelId, caseId);
    }

    /** @throws NotFound when there is no such action, or not for this viewer */
    public Action byId(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NotFound("action", id));
    }

    private void keep(Action action, String words, String evidence) {
        var viewer = viewers.current();
        flush();
        getSession().persist(new Report(viewer.partnershipId(), action, words, evidence, viewer.memberId(), viewer.now()));
    }

    private void refuseStale(Action action, int version) {
        if (action.version() != version) {
            throw new ActionChanged();
        }
    }

    /** @throws Forbidden when the viewer may not add actions there */
    void requireAgree(UUID panelId, UUID caseId) {
        if (!mayAgree(panelId, caseId)) {
            throw new Forbidden(Permission.AGREE_ACTION);
        }
    }

    /** The first day on which an action of this meeting may be due: the day of the meeting, or today when that has passed. */
    public LocalDate earliestDue(UUID meetingId) {
        var today = viewers.current().today();
        if (meetingId == null) {
            return today;
        }
        var day = getSession().createNativeQuery("select (starts_at at time zone 'Europe/London')::date from hub.meeting where id = ?1", LocalDate.class)
                .setParameter(1, meetingId).uniqueResultOptional().orElseThrow(() -> new NotFound("meeting", meetingId));
        return day.isAfter(today) ? day : today;
    }

    private void refuseTooEarly(LocalDate dueOn, UUID meetingId) {
        var earliest = earliestDue(meetingId);
        if (dueOn.isBefore(earliest)) {
            throw new DueTooEarly(earliest);
        }
    }

    /** Nobody of another agency, and nobody to whom the case is shut: it would be given an action that it cannot see. */
    private void refuseStranger(UUID agencyId, UUID memberId, UUID caseId) {
        if (memberId != null && getSession().createNativeQuery("""
                select 1 from hub.member where id = ?1 and agency_id = ?2 and active and (cast(?3 as uuid) is null or id in (select access.open_to(cast(?3 as uuid), array[?1])))""")
                .setParameter(1, memberId).setParameter(2, agencyId).setParameter(3, caseId).getResultList().isEmpty()) {
            throw new NotOfThatAgency();
        }
    }

    /** A foreign key would tell whether a hidden case exists. */
    private void requireVisible(UUID caseId) {
        if (getSession().createNativeQuery("select 1 from hub.case_file where id = ?1").setParameter(1, caseId).getResultList().isEmpty()) {
            throw new NotFound("case", caseId);
        }
    }
}
