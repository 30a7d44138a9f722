package org.panelhub.access.model;

import java.util.Locale;

/** The tables whose visible rows are compared. */
enum Table {
    CASE_FILE, CASE_TEAM, APPEAL_REVIEW, EMERGENCY, REFERRAL, PERSON, SAFE_CONTACT("person_id"),
    ADMISSION("md5(case_id::text || member_id::text)::uuid"), CASE_BAR("md5(case_id::text || member_id::text || how)::uuid"),
    CONFLICT_FINDING("md5(case_id::text || member_id::text || person_id::text || kind)::uuid"), REFERRAL_BAR("md5(referral_id::text || member_id::text || person_id::text || kind)::uuid"),
    MEMBER_IDENTITY, PRIVATE_RELATION, DEPUTY,
    ITEM, DISCLOSURE, WITHHOLDING("item_id"), SOURCE_GRADING("item_id"), CONSENT_WITHDRAWAL, ONWARD_REQUEST, OUTSIDE_DISCLOSURE,
    MEETING, AGENDA_ITEM, MINUTES_PARAGRAPH, ACTION, ACTION_OFFER, ACTION_EXTENSION, ESCALATION, PLAN, PLAN_APPROVAL, CASE_HANDOVER;

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
