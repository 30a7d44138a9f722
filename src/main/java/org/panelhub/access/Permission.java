package org.panelhub.access;

import static org.panelhub.identity.Role.*;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

import org.panelhub.identity.Role;
import org.panelhub.identity.Viewer;

/**
 * Who may do what: the matrix of roles and permissions, read as policy. A permission on a panel counts only with standing there; one on a
 * case also for those named on its team. What may be <em>seen</em> is decided elsewhere, by PostgreSQL.
 */
public enum Permission {
    SET_UP("set up agencies, members, panels and protocols", ADMINISTRATOR),
    WITHDRAW_SIGNATURE("withdraw the signature that one answers for", DESIGNATED_OFFICER),
    SEE_RECORD("search the record of who looked", INFORMATION_LEAD),

    EXPLAIN_ACCESS("ask why a member can or cannot see a case or information", COORDINATOR, CHAIR, VICE_CHAIR, INDEPENDENT_CHAIR, INFORMATION_LEAD),
    OPEN_CONTROLLERS_INFORMATION("open its controller’s own information past a seal or its members’ bars", INFORMATION_LEAD),

    REFER("make a referral", MEMBER),
    DECIDE_REFERRAL("decide whether a referral goes to the panel", SENIOR_OFFICER),
    KEY_IN_REFERRAL("key in a referral received on paper or by telephone", COORDINATOR, SPOC),
    TRIAGE("accept, send back or decline a referral", COORDINATOR, SPOC),

    OPEN_CASE("keep the case profile", COORDINATOR, ANALYST, SPOC, CASE_MANAGER),
    ASK_FOR_INFORMATION("ask agencies for information", ANALYST, COORDINATOR, SPOC),
    NAME_CASE_TEAM("name a case manager or case worker", COORDINATOR, CHAIR, VICE_CHAIR, INDEPENDENT_CHAIR),
    BAR_MEMBER("shut a case to a member with a conflict of interest", CHAIR, VICE_CHAIR, INDEPENDENT_CHAIR, COORDINATOR),
    DECIDE_CONFLICT("decide on a conflict of interest that was found or declared", CHAIR, VICE_CHAIR, INDEPENDENT_CHAIR),
    SEAL_CASE("seal a case", CHAIR, INDEPENDENT_CHAIR),
    ASSESS_RISK("record an assessment", REPRESENTATIVE, DEPUTY, ANALYST, CASE_MANAGER, CASE_OFFICER, CASE_WORKER, COORDINATOR),

    SEE_APPLICATIONS("see the applications for a case review on a board that one sits on", MEMBER),
    HANDLE_APPLICATION("handle applications for a case review", COORDINATOR, SPOC),
    SIGN_OFF_LETTER("sign off a resolution letter for one's body", REPRESENTATIVE, DEPUTY),
    SIGN_OFF_LETTER_AS_CHAIR("sign off a resolution letter as chair", CHAIR, VICE_CHAIR, INDEPENDENT_CHAIR),

    NAME_REVIEWER("name an appeal reviewer and record the outcome", COORDINATOR, SPOC, CHAIR, VICE_CHAIR, INDEPENDENT_CHAIR),
    OPEN_IN_EMERGENCY("open a case in an emergency", DUTY_OFFICER, CHAIR, INDEPENDENT_CHAIR),
    REVIEW_EMERGENCY("review what was opened in an emergency", INFORMATION_LEAD, CHAIR, VICE_CHAIR, INDEPENDENT_CHAIR),
    NAME_DEPUTY("name a deputy", REPRESENTATIVE, VICTIM_REPRESENTATIVE, COORDINATOR, CHAIR, VICE_CHAIR, INDEPENDENT_CHAIR),
    CONFIRM_DEPUTY("confirm a deputy whom somebody else named", COORDINATOR, CHAIR, VICE_CHAIR, INDEPENDENT_CHAIR),

    ENTER_INFORMATION("enter information", REPRESENTATIVE, DEPUTY, RESEARCHER, VICTIM_REPRESENTATIVE, CHAIR, VICE_CHAIR, ANALYST, COORDINATOR, CASE_MANAGER, CASE_OFFICER, CASE_WORKER),
    RELEASE_INFORMATION("release or withhold information", REPRESENTATIVE, DEPUTY, VICTIM_REPRESENTATIVE, CHAIR, VICE_CHAIR, COORDINATOR),

    ASK_ONWARD_USE("ask an originator for onward use", REPRESENTATIVE, DEPUTY, VICTIM_REPRESENTATIVE, CHAIR, VICE_CHAIR, COORDINATOR, CASE_MANAGER, CASE_OFFICER),

    SCHEDULE("schedule and change meetings", COORDINATOR),
    PUBLISH_AGENDA("publish the agenda", COORDINATOR),
    RUN_MEETING("open, run and close the meeting", COORDINATOR, CHAIR, VICE_CHAIR, INDEPENDENT_CHAIR),
    RECORD_MEETING("record what was said, decided and agreed", COORDINATOR),
    SIGN_DECLARATION("sign the declaration", MEMBER),
    WRITE_MINUTES("write and circulate the minutes", COORDINATOR),
    CORRECT_MINUTES("correct what draft minutes say of one’s agency", REPRESENTATIVE, DEPUTY, VICTIM_REPRESENTATIVE, ANALYST),
    AGREE_MINUTES("agree the minutes", CHAIR, VICE_CHAIR, INDEPENDENT_CHAIR),

    AGREE_ACTION("add an action", COORDINATOR, CHAIR, VICE_CHAIR, INDEPENDENT_CHAIR, CASE_MANAGER, CASE_OFFICER),
    REPORT_ACTION("report on an action", MEMBER),
    EXTEND_ACTION("agree to a later day for an action", CHAIR, VICE_CHAIR, INDEPENDENT_CHAIR),
    WRITE_PLAN("write or review the protection plan", COORDINATOR, ANALYST, CASE_MANAGER, CASE_OFFICER),
    APPROVE_PLAN("approve a protection plan that somebody else wrote", CHAIR, VICE_CHAIR, INDEPENDENT_CHAIR),
    HAND_OVER_CASE("hand a case over to another case manager", COORDINATOR, CHAIR, VICE_CHAIR, INDEPENDENT_CHAIR, CASE_MANAGER),
    PROPOSE_EXIT("propose to close a case", COORDINATOR, CASE_MANAGER, CASE_OFFICER),
    SIGN_OFF_EXIT("sign off the closing of a case", CHAIR, VICE_CHAIR, INDEPENDENT_CHAIR, SENIOR_OFFICER),
    WRITE_LETTER("write and send letters", COORDINATOR, CASE_MANAGER, CASE_OFFICER);

    private final String words;
    private final Set<Role> roles;

    Permission(String words, Role first, Role... more) {
        this.words = words;
        this.roles = EnumSet.of(first, more);
    }

    /** What it allows, to follow "may". */
    public String words() {
        return words;
    }

    public Set<Role> roles() {
        return roles;
    }

    /** On any panel, or by office. */
    boolean heldBy(Viewer viewer) {
        return roles.stream().anyMatch(viewer::holds);
    }

    /** On this panel, or by office. */
    boolean heldBy(Viewer viewer, UUID panelId) {
        return roles.stream().anyMatch(role -> viewer.holds(role, panelId));
    }

    /** On this case: by a seat on its panel, by a place on its team, or by office. */
    boolean heldBy(Viewer viewer, UUID panelId, UUID caseId) {
        return heldBy(viewer, panelId) || roles.stream().anyMatch(role -> viewer.holdsOnCase(role, caseId));
    }

    /** The same for what is the viewer's own agency's: also by a seat there whose standing it has lost. */
    boolean heldForOwnBy(Viewer viewer, UUID panelId, UUID caseId) {
        return heldBy(viewer, panelId, caseId) || viewer.seats().stream().anyMatch(s -> s.panelId().equals(panelId) && roles.contains(s.role()));
    }
}
