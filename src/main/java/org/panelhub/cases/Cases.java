package org.panelhub.cases;

import java.util.UUID;

import org.hibernate.Session;
import org.panelhub.access.NotFound;
import org.panelhub.identity.Viewers;
import org.panelhub.panels.SubjectKind;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** All case files that the viewer sees; the others do not exist here. */
@ApplicationScoped
public class Cases implements PanacheRepositoryBase<CaseFile, UUID> {

    private final Session rows;
    private final Viewers viewers;

    Cases(Session rows, Viewers viewers) {
        this.rows = rows;
        this.viewers = viewers;
    }

    /**
     * Opens a file on a panel, for one who triages there. Whether the viewer may is asked before (accepting a referral).
     *
     * @param where a place is, or a group is active; empty for people, whose addresses are their own
     */
    public CaseFile open(UUID panelId, SubjectKind kind, String subject, String where, String summary, String category, CaseRisk risk) {
        var viewer = viewers.current();
        var file = new CaseFile(viewer.partnershipId(), panelId, kind, subject, where, summary, category, risk, viewer.today());
        persist(file);
        flush();
        // Its reference was drawn as it was written: a chosen one would tell by a clash that there is a hidden case.
        rows.refresh(file);
        return file;
    }

    /** @throws NotFound when there is no such case, or not for this viewer */
    public CaseFile byReference(String reference) {
        return find("reference", normalised(reference)).firstResultOptional().orElseThrow(() -> new NotFound("case", reference));
    }

    /** Of two who write at once what a case has one of, the second waits, and then sees what the first wrote. */
    public void lock(UUID id) {
        getEntityManager().createNativeQuery("select id from hub.case_file where id = ?1 for no key update", UUID.class).setParameter(1, id).getResultList();
    }

    /** @throws NotFound when there is no such case, or not for this viewer */
    public CaseFile byId(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NotFound("case", id));
    }

    /** References are read aloud and typed: small letters are as good. */
    public static String normalised(String reference) {
        return reference.strip().toUpperCase();
    }
}
