package org.panelhub.oversight;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.hibernate.Session;
import org.panelhub.access.NotFound;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.audit.Reads;
import org.panelhub.page.Choice;
import org.panelhub.page.Field;

import io.quarkus.qute.TemplateData;
import jakarta.enterprise.context.ApplicationScoped;

/** Searches the record on behalf of an information lead: her controller's members and information. That it was searched, and for what, is on record. */
@ApplicationScoped
public class RecordSearch {

    static final int PAGE = 50;
    /** Of a file that a spreadsheet opens; the search is narrowed for more. */
    static final int MOST_TAKEN_OUT = 20_000;
    private static final int LONGEST = 200;

    private final Session database;
    private final Permissions permissions;
    private final Reads reads;

    RecordSearch(Session database, Permissions permissions, Reads reads) {
        this.database = database;
        this.permissions = permissions;
        this.reads = reads;
    }

    /** @param next where the next page begins, or null at the end */
    @TemplateData
    public record Found(List<RecordLine> lines, String next) {
    }

    /** One page, newest first. */
    Found page(RecordFilter filter) {
        permissions.require(Permission.SEE_RECORD);
        var lines = lines(filter, filter.place(), false, PAGE + 1);
        var shown = lines.size() > PAGE ? lines.subList(0, PAGE) : lines;
        reads.seen("record", said(filter), null, null, null);
        return new Found(shown, lines.size() > PAGE ? shown.getLast().key() : null);
    }

    /** All of it, as far as a file may hold, to be taken out. */
    List<RecordLine> all(RecordFilter filter) {
        permissions.require(Permission.SEE_RECORD);
        reads.exported("record", said(filter), null, null, null);
        return lines(filter, EntryKey.NONE, false, MOST_TAKEN_OUT);
    }

    /** An entry with its before and after, where the rule shows them. */
    @TemplateData
    public record Opened(RecordLine line, List<Change> changes) {
    }

    /** @throws NotFound when there is no such entry, or not for this viewer */
    Opened one(String key) {
        permissions.require(Permission.SEE_RECORD);
        var place = EntryKey.parse(key);
        var line = place == EntryKey.NONE ? null : lines(null, place, true, 1).stream().findFirst().orElse(null);
        if (line == null) {
            throw new NotFound("entry of the record", key);
        }
        // Under the policy on before and after, not through the door by which the entry was found.
        var body = database.createNativeQuery("select d.body::text from audit.entry e join audit.detail d on d.entry_id = e.id where e.at = :at and access.entry_key(e) = :key", String.class)
                .setParameter("at", place.at()).setParameter("key", place.key()).getResultStream().findFirst().orElse(null);
        reads.seen("detail", key.substring(0, Math.min(key.length(), LONGEST)), null, null, null);
        return new Opened(line, body == null ? null : Change.of(body));
    }

    private List<RecordLine> lines(RecordFilter filter, EntryKey place, boolean one, int most) {
        return database.createNativeQuery("""
                select r.at, r.key, r.member_id, m.name, a.short_name, r.service, r.capacity, r.act, r.kind, r.subject, r.reference, o.short_name, r.failed, r.decision, r.has_detail, r.erased
                  from access.search_record(cast(:member as uuid), cast(:reference as text), cast(:agency as uuid), string_to_array(cast(:acts as text), ','), :from, :until, cast(:at as timestamptz), cast(:key as text), :one, :most)
                    with ordinality r (at, key, member_id, agency_id, service, capacity, act, kind, subject, case_id, reference, panel_id, about_agency_id, failed, decision, has_detail, erased, place)
                  left join hub.member m on m.id = r.member_id left join hub.agency a on a.id = r.agency_id left join hub.agency o on o.id = r.about_agency_id
                 order by r.place""", RecordLine.Row.class)
                .setParameter("member", text(filter == null ? null : filter.memberId().orElse(null))).setParameter("reference", filter == null ? null : filter.reference())
                .setParameter("agency", text(filter == null ? null : filter.agencyId().orElse(null)))
                .setParameter("acts", filter == null || filter.acts() == null ? null : String.join(",", filter.acts()))
                .setParameter("from", filter == null ? java.time.OffsetDateTime.parse("2000-01-01T00:00Z") : filter.from())
                .setParameter("until", filter == null ? java.time.OffsetDateTime.parse("9999-01-01T00:00Z") : filter.until())
                .setParameter("at", place.at()).setParameter("key", place.key()).setParameter("one", one).setParameter("most", most)
                .getResultStream().map(RecordLine.Row::line).toList();
    }

    private static String text(UUID id) {
        return id == null ? null : id.toString();
    }

    /** What was searched for, as the record keeps it. */
    private String said(RecordFilter filter) {
        var name = filter.memberId().flatMap(id -> database.createNativeQuery("select name from hub.member where id = :id", String.class).setParameter("id", id).getResultStream().findFirst());
        var said = Stream.of(name.map(n -> "person " + n).orElse(""), filter.reference() == null ? "" : "case " + filter.reference(), filter.agencyId().map(a -> "agency " + a).orElse(""),
                filter.acts() == null ? "" : Field.clean(filter.act()).toLowerCase(java.util.Locale.ROOT), day("from", filter.first().isBlank() ? null : filter.from().toInstant()),
                day("until", filter.last().isBlank() ? null : filter.until().toInstant())).filter(s -> !s.isEmpty()).collect(Collectors.joining(", "));
        return said.isEmpty() ? "everything" : said.substring(0, Math.min(said.length(), LONGEST));
    }

    private static String day(String word, Instant at) {
        return at == null ? "" : word + " " + at;
    }

    List<Choice> members() {
        return database.createNativeQuery("select m.id, m.name || coalesce(', ' || a.short_name, '') from hub.member m left join hub.agency a on a.id = m.agency_id order by m.name, m.id", Object[].class)
                .getResultStream().map(r -> Choice.of(r[0], (String) r[1])).toList();
    }

    List<Choice> agencies() {
        return database.createNativeQuery("select id, name from hub.agency order by name, id", Object[].class).getResultStream().map(r -> Choice.of(r[0], (String) r[1])).toList();
    }
}
