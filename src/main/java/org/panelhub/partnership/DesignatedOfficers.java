package org.panelhub.partnership;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.panelhub.access.NotFound;
import org.panelhub.identity.Viewers;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.qute.TemplateData;
import jakarta.enterprise.context.ApplicationScoped;

/** The officers whom the law names, body by body. The hub itself tells them, by a minimal notice, through a door in {@code R__25_named.sql}. */
@ApplicationScoped
public class DesignatedOfficers implements PanacheRepositoryBase<DesignatedOfficer, UUID> {

    private final Viewers viewers;

    DesignatedOfficers(Viewers viewers) {
        this.viewers = viewers;
    }

    @TemplateData
    public record View(UUID id, String body, String name, String email, LocalDate since) {
    }

    /** Those who hold today, by body. */
    List<View> current() {
        return getSession().createNativeQuery("""
                select d.id, s.name, d.name, d.email, lower(d.during) from hub.designated_officer d join hub.signatory s on s.id = d.signatory_id
                 where d.during @> hub.today() order by lower(s.name), d.name, d.id""", View.class).getResultList();
    }

    void name(UUID signatoryId, String name, String email) {
        var viewer = viewers.current();
        persist(new DesignatedOfficer(viewer.partnershipId(), signatoryId, name, email, viewer.today()));
    }

    /** @throws NotFound when there is none */
    void end(UUID id) {
        findByIdOptional(id).orElseThrow(() -> new NotFound("designated officer", id)).endOn(viewers.current().today());
    }
}
