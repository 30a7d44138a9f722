package org.panelhub.sharing;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import org.hibernate.Session;

import jakarta.enterprise.context.ApplicationScoped;

/** Consents that were withdrawn after a release: noted beside it, as a release is never rewritten. */
@ApplicationScoped
class Consents {

    private final Session rows;

    Consents(Session rows) {
        this.rows = rows;
    }

    /** Why a release goes on though its consent was withdrawn; empty where it was not. */
    Optional<String> goingOn(UUID disclosureId) {
        return rows.createNativeQuery("select w.going_on_because from hub.consent_withdrawal w where w.disclosure_id = :d", String.class).setParameter("d", disclosureId).getResultStream().findFirst();
    }

    /** @param goingOn why it goes on, or "" where it ends */
    void note(Disclosure disclosure, LocalDate day, String goingOn) {
        rows.createNativeMutationQuery("""
                insert into hub.consent_withdrawal (partnership_id, id, disclosure_id, item_id, case_id, panel_id, agency_id, withdrawn_on, going_on_because, noted_by)
                values (hub.partnership(), :id, :d, :i, :c, :p, :a, :day, :why, hub.viewer())""").setParameter("id", UUID.randomUUID()).setParameter("d", disclosure.id())
                .setParameter("i", disclosure.itemId()).setParameter("c", disclosure.caseId()).setParameter("p", disclosure.panelId()).setParameter("a", disclosure.agencyId())
                .setParameter("day", day).setParameter("why", goingOn).executeUpdate();
    }
}
