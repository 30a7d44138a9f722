package org.panelhub.access.model;

import java.util.Locale;

/** The tables whose visible rows are compared. */
enum Table {
    CASE_FILE("id"), REFERRAL("id"), PERSON("id"), SAFE_CONTACT("person_id"), ITEM("id"), DISCLOSURE("id"), WITHHOLDING("item_id"), MEETING("id"), AGENDA_ITEM("id"), MINUTES_PARAGRAPH("id"),
    ACTION("id"), PLAN("id");

    /** The column by which a row is known. */
    final String key;

    Table(String key) {
        this.key = key;
    }

    String sqlName() {
        return "hub." + name().toLowerCase(Locale.ROOT);
    }
}
