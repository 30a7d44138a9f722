package org.panelhub.minutes;

import java.util.UUID;

import org.hibernate.annotations.DynamicUpdate;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/**
 * A paragraph of the minutes. Version 0 is as the hub wrote it from the record and follows the record; from the first edit on it is the
 * coordinator's, and bringing the draft up to date leaves it alone. An empty body is a paragraph that was left out.
 */
@Entity
@DynamicUpdate
@Table(schema = "hub", name = "minutes_paragraph")
public class Paragraph {

    @Id
    private UUID id;
    private UUID partnershipId;
    private UUID minutesId;
    private UUID meetingId;
    private UUID panelId;
    private UUID caseId;
    private UUID agendaItemId;
    private int position;
    @Enumerated(EnumType.STRING)
    private Heading heading;
    private UUID agencyId;
    private String body;
    @Version
    private int version;

    protected Paragraph() {
    }

    void rewrite(String text) {
        body = text;
    }

    UUID minutesId() {
        return minutesId;
    }

    String body() {
        return body;
    }

    String revision() {
        return revision(version, body);
    }

    /** Tells one text of a paragraph from another, also where the hub itself brought it up to date without an edit. */
    static String revision(int version, String body) {
        return version + "-" + Integer.toHexString(body.hashCode());
    }
}
