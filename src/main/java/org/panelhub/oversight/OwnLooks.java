package org.panelhub.oversight;

import java.time.Instant;
import java.util.List;

import org.hibernate.Session;
import org.panelhub.audit.Reads;
import org.panelhub.audit.RecordWords;
import org.panelhub.identity.Viewers;

import io.quarkus.qute.TemplateData;
import jakarta.enterprise.context.ApplicationScoped;

/** Who of other agencies looked at the information of the viewer's own, as far as its seats reach (sharing design: "An agency sees who looked at its own items"). */
@ApplicationScoped
public class OwnLooks {

    private static final int PAGE = 50;

    private final Session database;
    private final Viewers viewers;
    private final Reads reads;

    OwnLooks(Session database, Viewers viewers, Reads reads) {
        this.database = database;
        this.viewers = viewers;
        this.reads = reads;
    }

    /** @param path of the item that was looked at, where the viewer sees it; or null */
    @TemplateData
    public record Look(Instant at, String name, String agency, String capacity, String what, String reference, String path) {

        public String who() {
            return name == null ? "A member of another agency" : name;
        }
    }

    /** @param next where the next page begins, or null */
    @TemplateData
    public record Found(List<Look> looks, String next) {
    }

    record Row(Instant at, String key, String name, String agency, String capacity, String act, String kind, String subject, String reference, Boolean item) {

        Look look() {
            return new Look(at, name, agency, capacity == null ? null : RecordWords.capacity(capacity), (act.equals("EXPORTED") ? "Took out " : "Looked at ") + RecordWords.kind(kind), reference, item ? "/items/" + subject : null);
        }
    }

    Found find(String after) {
        viewers.current();
        var place = EntryKey.parse(after);
        var rows = database.createNativeQuery("""
                select e.at, access.entry_key(e), m.name, a.short_name, e.capacity, e.act, e.kind, e.subject, c.reference,
                       e.kind = 'item' and exists (select from hub.item i where i.id = audit.subject_id(e.subject))
                  from audit.entry e left join hub.member m on m.id = e.member_id left join hub.agency a on a.id = e.agency_id left join hub.case_file c on c.id = e.case_id
                 where e.partnership_id = hub.partnership() and e.about_agency_id = hub.agency() and e.agency_id is distinct from hub.agency() and e.member_id is not null and e.act in ('READ', 'EXPORTED')
                   and (cast(:key as text) is null or e.id < (select p.id from audit.entry p where p.at = cast(:at as timestamptz) and access.entry_key(p) = :key))
                 order by e.id desc limit :most""", Row.class)
                .setParameter("at", place.at()).setParameter("key", place.key()).setParameter("most", PAGE + 1).getResultList();
        var shown = rows.size() > PAGE ? rows.subList(0, PAGE) : rows;
        reads.seen("record", "looks at our own information", null, null, null);
        return new Found(shown.stream().map(Row::look).toList(), rows.size() > PAGE ? EntryKey.text(shown.getLast().at, shown.getLast().key) : null);
    }
}
