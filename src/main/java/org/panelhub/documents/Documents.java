package org.panelhub.documents;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import org.hibernate.Session;
import org.panelhub.access.NotFound;
import org.panelhub.audit.Reads;

import io.quarkus.qute.TemplateData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

/** The files of an application for a case review, as the viewer may see them. */
@ApplicationScoped
public class Documents {

    private final Session rows;
    private final Reads reads;

    Documents(Session rows, Reads reads) {
        this.rows = rows;
        this.reads = reads;
    }

    /** How many there are, and how many of them the applicant sent and nobody has opened. */
    public Count count(UUID applicationId) {
        return rows.createNativeQuery("""
                select count(*) filter (where removed_at is null), count(*) filter (where from_applicant and removed_at is null and opened_at is null) from hub.document where trigger_id = ?1""", Count.class)
                .setParameter(1, applicationId).getSingleResult();
    }

    /** The newest first, also what was deleted. Each goes on the record as shown. */
    public List<DocumentView> of(UUID applicationId) {
        return shown(applicationId, null);
    }

    /** @throws NotFound when it has no such file, when that is deleted, and when it is not for this viewer */
    public DocumentView byId(UUID applicationId, UUID id) {
        return shown(applicationId, id).stream().filter(DocumentView::there).findFirst().orElseThrow(() -> new NotFound("document", id));
    }

    private List<DocumentView> shown(UUID applicationId, UUID id) {
        var all = rows.createNativeQuery("""
                select d.id, d.panel_id, d.case_id, d.from_applicant, d.came, d.name, d.note, d.kind, d.size, d.sha256, d.scanned_by, d.at, coalesce(m.name, '') as added_by, d.opened_at, d.removed_at, coalesce(r.name, '') as deleted_by, d.removed_why
                  from hub.document d left join hub.member m on m.id = d.by left join hub.member r on r.id = d.removed_by where d.trigger_id = ?1 and (?2 is null or d.id = ?2) order by d.at desc, d.id""", DocumentView.class)
                .setParameter(1, applicationId).setParameter(2, id, UUID.class).getResultList();
        all.forEach(d -> reads.seen("document", d.id(), d.caseId(), d.panelId(), null));
        return all;
    }

    /**
     * Taken out of the hub, as a file: of the kind that was found in it, never guessed at, never shown within the hub's pages, and where a browser shows it all the same, shut in.
     *
     * @param marking of the application, which goes with the file in its name
     * @throws NotFound as above
     */
    public Response takeOut(UUID applicationId, UUID id, String marking, String reference) {
        var document = byId(applicationId, id);
        reads.exported("document", id, document.caseId(), document.panelId(), null);
        var content = rows.createNativeQuery("select content from hub.document_content where document_id = ?1", byte[].class).setParameter(1, id).getSingleResult();
        if (document.fresh()) {
            rows.createNativeMutationQuery("update hub.document set opened_at = hub.now() where id = ?1 and opened_at is null").setParameter(1, id).executeUpdate();
        }
        return Response.ok(content, document.kind().mediaType()).header("Content-Disposition", FileName.disposition(marking, reference, document.name(), document.kind()))
                .header("Content-Security-Policy", "sandbox; default-src 'none'").build();
    }

    /**
     * What came by telephone, by letter or in person, in the viewer's own name.
     *
     * @param once the same for the same form: a file that is sent twice with it is kept once
     */
    public void add(UUID applicationId, UUID panelId, UUID once, String came, String note, Incoming file) {
        var id = UUID.nameUUIDFromBytes((applicationId + " " + once + " " + file.sha256()).getBytes(StandardCharsets.US_ASCII));
        var added = rows.createNativeMutationQuery("""
                insert into hub.document (partnership_id, id, trigger_id, panel_id, from_applicant, came, name, note, kind, size, sha256, scanned_by, by)
                values (hub.partnership(), ?1, ?2, ?3, false, ?4, ?5, ?6, ?7, ?8, ?9, ?10, hub.viewer()) on conflict do nothing""")
                .setParameter(1, id).setParameter(2, applicationId).setParameter(3, panelId).setParameter(4, came).setParameter(5, file.name()).setParameter(6, note).setParameter(7, file.kind().name())
                .setParameter(8, file.content().length).setParameter(9, file.sha256()).setParameter(10, file.scannedBy()).executeUpdate();
        if (added > 0) {
            rows.createNativeMutationQuery("insert into hub.document_content (partnership_id, document_id, content) values (hub.partnership(), ?1, ?2)").setParameter(1, id).setParameter(2, file.content()).executeUpdate();
        }
    }

    /** The bytes go; that there was a file, and why it was deleted, stays. */
    public void delete(DocumentView document, String why) {
        rows.createNativeMutationQuery("update hub.document set removed_at = hub.now(), removed_by = hub.viewer(), removed_why = ?2 where id = ?1 and removed_at is null")
                .setParameter(1, document.id()).setParameter(2, why).executeUpdate();
    }

    /**
     * Files that the viewer sees.
     *
     * @param all that are not deleted
     * @param fresh of these, what the applicant sent and nobody has opened
     */
    @TemplateData
    public record Count(long all, long fresh) {
    }
}
