package org.panelhub.actions;

import java.time.LocalDate;
import java.util.UUID;

import org.panelhub.access.NotFound;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.identity.Viewers;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

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
        var viewer = viewers.current();
        if (caseId == null) {
            permissions.require(Permission.AGREE_ACTION, panelId);
        } else {
            requireVisible(caseId);
            permissions.require(Permission.AGREE_ACTION, panelId, caseId);
        }
        refuseTooEarly(dueOn, meetingId);
        refuseStranger(ownerAgencyId, ownerMemberId);
        var action = new Action(viewer.partnershipId(), panelId, caseId, meetingId, ownerAgencyId, ownerMemberId, task.strip(), dueOn, viewer.memberId(), viewer.now());
        persist(action);
        return action;
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

    private void refuseStranger(UUID agencyId, UUID memberId) {
        if (memberId != null && getSession().createNativeQuery("select 1 from hub.member where id = ?1 and agency_id = ?2 and active")
                .setParameter(1, memberId).setParameter(2, agencyId).getResultList().isEmpty()) {
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
