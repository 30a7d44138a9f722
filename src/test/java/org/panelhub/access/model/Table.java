package org.panelhub.access.model;

import java.util.Locale;

/** The tables whose visible rows are compared. */
enum Table {
    CASE_FILE, CASE_TEAM, APPEAL_REVIEW, EMERGENCY, REFERRAL, PERSON("model.key(id)"), SAFE_CONTACT("model.key(person_id)"),
    ADMISSION("md5(case_id::text || member_id::text)::uuid"), CASE_BAR("md5(case_id::text || member_id::text || how)::uuid"),
    CONFLICT_FINDING("md5(case_id::text || member_id::text || coalesce(model.key(person_id)::text, 'application') || kind)::uuid"), REFERRAL_BAR("md5(referral_id::text || member_id::text || person_id::text || kind)::uuid"),
    MEMBER_IDENTITY, PRIVATE_RELATION, DEPUTY,
    ITEM, DISCLOSURE, WITHHOLDING("item_id"), SOURCE_GRADING("item_id"), CONSENT_WITHDRAWAL, ONWARD_REQUEST, OUTSIDE_DISCLOSURE,
    MEETING, AGENDA_ITEM, MINUTES_PARAGRAPH, ACTION, ACTION_OFFER, ACTION_EXTENSION, ESCALATION, PLAN, PLAN_APPROVAL, CASE_HANDOVER,
    TRIGGER("model.key(id)"), TRIGGER_APPLICANT("model.key(trigger_id)"), TRIGGER_COMPLAINT, TRIGGER_MESSAGE("md5(model.key(trigger_id)::text || body)::uuid"), TRIGGER_EVENT("md5(model.key(trigger_id)::text || kind)::uuid"),
    TRIGGER_ASKING, TRIGGER_DECISION, TRIGGER_RECOMMENDATION, TRIGGER_APPEAL, TRIGGER_INTERVIEW, TRIGGER_BAR("md5(model.key(trigger_id)::text || member_id::text || kind)::uuid");

    /** By what a row is known: a column, or what the hub made the row of, where it chose the id itself. */
    final String key;

    Table() {
        this("id");
    }

    Table(String key) {
        this.key = key;
    }

    String sqlName() {
        return "hub." + name().toLowerCase(Locale.ROOT);
    }
}
