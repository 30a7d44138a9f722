package org.panelhub.sharing;

import java.util.Optional;

import org.hibernate.Session;
import org.panelhub.audit.Reads;

import jakarta.enterprise.context.ApplicationScoped;

/** The gradings of an agency's own intelligence. PostgreSQL shows them to that agency alone; nothing that goes out is made from here. */
@ApplicationScoped
public class Gradings {

    private final Session rows;
    private final Reads reads;

    Gradings(Session rows, Reads reads) {
        this.rows = rows;
        this.reads = reads;
    }

    record Row(Integer source, String assessment) {
    }

    /** Of an item of the viewer's own agency; empty for anybody else, and where it was not graded. */
    public Optional<Grading> of(ItemView item) {
        return rows.createNativeQuery("select g.source_evaluation, g.intelligence_assessment from hub.source_grading g where g.item_id = :i", Row.class).setParameter("i", item.id()).getResultStream()
                .findFirst().map(r -> {
                    reads.seen("source_grading", item.id(), item.caseId(), item.panelId(), item.agencyId());
                    return new Grading(Grading.Source.values()[r.source - 1], Grading.Assessment.valueOf(r.assessment));
                });
    }

    /** @param grading null takes away what was there */
    void keep(Item item, Grading grading) {
        if (grading == null) {
            rows.createNativeMutationQuery("delete from hub.source_grading where item_id = :i").setParameter("i", item.id()).executeUpdate();
            return;
        }
        var changed = rows.createNativeMutationQuery("""
                update hub.source_grading set source_evaluation = :s, intelligence_assessment = :a, graded_by = hub.viewer(), graded_at = hub.now() where item_id = :i""")
                .setParameter("s", grading.source().ordinal() + 1).setParameter("a", grading.assessment().name()).setParameter("i", item.id()).executeUpdate();
        if (changed == 0) {
            insert(item, grading);
        }
    }

    private void insert(Item item, Grading grading) {
        rows.createNativeMutationQuery("""
                insert into hub.source_grading (partnership_id, item_id, case_id, panel_id, agency_id, source_evaluation, intelligence_assessment, graded_by)
                values (hub.partnership(), :i, :c, :p, :g, :s, :a, hub.viewer())""").setParameter("i", item.id()).setParameter("c", item.caseId()).setParameter("p", item.panelId())
                .setParameter("g", item.agencyId()).setParameter("s", grading.source().ordinal() + 1).setParameter("a", grading.assessment().name()).executeUpdate();
    }
}
