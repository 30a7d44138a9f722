package org.panelhub.audit.seal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/** An entry of the record with every column that it has, and the bytes that stand for it in a seal. The text of before and after lies apart; its salted hash is sealed with the entry. */
record Entry(long id, long tx, Instant at, UUID partnershipId, UUID memberId, UUID agencyId, String service, String capacity, String act, String kind, String subject, UUID caseId,
        UUID panelId, UUID aboutAgencyId, String failed, byte[] detailHash, String decision) {

    /** The encoding that seals are made with today; each seal names its own. */
    static final int ENCODING = 1;

    /** From a row that has every column of {@code audit.entry} under its name. */
    static Entry of(ResultSet row) throws SQLException {
        return new Entry(row.getLong("id"), Long.parseUnsignedLong(row.getString("tx")), row.getObject("at", OffsetDateTime.class).toInstant(), row.getObject("partnership_id", UUID.class),
                row.getObject("member_id", UUID.class), row.getObject("agency_id", UUID.class), row.getString("service"), row.getString("capacity"), row.getString("act"), row.getString("kind"),
                row.getString("subject"), row.getObject("case_id", UUID.class), row.getObject("panel_id", UUID.class), row.getObject("about_agency_id", UUID.class), row.getString("failed"),
                row.getBytes("detail_hash"), row.getString("decision"));
    }

    Entry withId(long other) {
        return new Entry(other, tx, at, partnershipId, memberId, agencyId, service, capacity, act, kind, subject, caseId, panelId, aboutAgencyId, failed, detailHash, decision);
    }

    Entry withTx(long other) {
        return new Entry(id, other, at, partnershipId, memberId, agencyId, service, capacity, act, kind, subject, caseId, panelId, aboutAgencyId, failed, detailHash, decision);
    }

    /** @throws IllegalArgumentException for an encoding that this build does not know */
    byte[] leaf(int encoding) {
        if (encoding != ENCODING) {
            throw new IllegalArgumentException("This build knows no encoding " + encoding);
        }
        return Tree.leaf(new Fields("panel-hub entry 1").number(id).number(tx).moment(at).id(partnershipId).id(memberId).id(agencyId).text(service).text(capacity).text(act).text(kind)
                .text(subject).id(caseId).id(panelId).id(aboutAgencyId).text(failed).raw(detailHash).text(decision).bytes());
    }
}
