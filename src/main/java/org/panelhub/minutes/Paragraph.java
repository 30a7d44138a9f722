package org.panelhub.minutes;

import java.time.OffsetDateTime;
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
 * writer's, the coordinator or the agency whose information it is, and bringing the draft up to date leaves it alone. An empty body is a paragraph that was left out.
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
    private UUID correctedBy;
    private OffsetDateTime correctedAt;
    @Version
    private int version;

    protected Paragraph() {
    }

    /** By the coordinator. */
    void rewrite(String text) {
        body = text;
        correctedBy = null;
        correctedAt = null;
    }

    /** By the agency whose information it is. */
    void correct(String text, UUID memberId, OffsetDateTime at) {
        body = text;
        correctedBy = memberId;
        correctedAt = at;
    }

    boolean isOf(UUID agency) {
        return agency != null && agency.equals(agencyId);
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
