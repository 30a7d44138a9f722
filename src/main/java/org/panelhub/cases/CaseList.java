package org.panelhub.cases;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.hibernate.Session;
import org.panelhub.audit.Reads;
import org.panelhub.identity.Viewer;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Dates;
import org.panelhub.people.Names;

import io.quarkus.qute.TemplateData;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds cases by reference, one's own agency's reference, or the beginning of a name; newest first, a page at a time. */
@ApplicationScoped
public class CaseList {

    static final int PAGE = 30;
    /** Sorts behind every text that begins with what was typed. */
    private static final String END = "\uDBFF\uDFFF";
    private static final UUID LAST = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

    /** The cases of the page first: what else a line says is looked up for these alone. */
    private static final String FIRST = """
            select c.id, c.panel_id, c.reference, p.short_name, c.subject, c.risk, c.risk_before, c.state, c.sealed, c.opened_on, m.name, a.short_name, r.reference,
                   (select min((g.starts_at at time zone 'Europe/London')::date) from hub.agenda_item i join hub.meeting g on g.id = i.meeting_id
                     where i.case_id = c.id and g.state in ('PLANNED', 'PUBLISHED', 'OPEN'))
              from (select x.id, x.panel_id, x.reference, x.subject, x.risk, x.risk_before, x.state, x.sealed, x.opened_on from hub.case_file x
               where x.state = any (string_to_array(:states, ',')) and (x.opened_on, x.id) < (:day, :id)
            """;
    /** By a reference, or by a name; a subject is folded as {@link Names} folds what is typed. */
    private static final String SEARCHED = """
            and ((lower(x.reference) collate "C" >= :text and lower(x.reference) collate "C" < :last)
              or exists (select from hub.case_reference o where o.case_id = x.id and o.agency_id = hub.agency() and lower(o.reference) collate "C" >= :text and lower(o.reference) collate "C" < :last)
              or :name <> '' and exists (select from (select regexp_replace(replace(replace(translate(lower(regexp_replace(normalize(x.subject, NFKD), '[\u0300-\u036f]+', '', 'g')),
                  '-øłđ''’‘`´"“”.,;:!?()[]/&_', ' old'), 'ß', 'ss'), 'æ', 'ae'), ' +', ' ', 'g') as subject) f
                where f.subject collate "C" >= :name and f.subject collate "C" < :lastName
                  or exists (select from string_to_table(f.subject, ' ') w where w collate "C" >= :name and w collate "C" < :lastName)
                  or exists (select from hub.person n, string_to_table(:orders, '|') o where n.case_id = x.id and n.search_name collate "C" >= o and n.search_name collate "C" < o || :end)))
            """;
    private static final String LINES = """
               order by x.opened_on desc, x.id desc limit :most) c
              join hub.panel p on p.id = c.panel_id
              left join hub.case_team t on t.case_id = c.id and t.role = 'CASE_MANAGER' and t.during @> hub.today()
              left join hub.member m on m.id = t.member_id
              left join hub.agency a on a.id = m.agency_id
              left join hub.case_reference r on r.case_id = c.id and r.agency_id = hub.agency()
             order by c.opened_on desc, c.id desc""";
    private static final String ALL = FIRST + LINES;
    private static final String FOUND = FIRST + SEARCHED + LINES;

    private final Session rows;
    private final Reads reads;
    private final Viewers viewers;

    CaseList(Session rows, Reads reads, Viewers viewers) {
        this.rows = rows;
        this.reads = reads;
        this.viewers = viewers;
    }

    /** Which cases by their state. */
    @TemplateData
    public enum Which {
        OPEN("Open", "OPEN,CLOSING"),
        CLOSED("Closed", "CLOSED"),
        ALL("All", "OPEN,CLOSING,CLOSED");

        private final String label;
        private final String states;

        Which(String label, String states) {
            this.label = label;
            this.states = states;
        }

        public String label() {
            return label;
        }
    }

    /** @param next where the next page begins, or null at the end */
    @TemplateData
    public record Found(List<CaseLine> lines, String next, String typed, Which which) {

        /** The address of the next page. */
        public String nextPath() {
            return "/cases?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8) + "&state=" + which.name() + "&after=" + next;
        }
    }

    /** An item of one's own agency on a case that is not open to the viewer: that it is held, and since when. */
    @TemplateData
    public record OwnItem(UUID id, String panel, String nature, LocalDate madeOn, String state) {
    }

    /**
     * @param typed what was typed, or blank for all
     * @param after {@link Found#next} of the page before, or null
     */
    public Found find(String typed, Which which, String after) {
        var text = typed == null ? "" : typed.strip().toLowerCase(Locale.ROOT);
        var name = Names.folded(typed);
        var from = Cursor.read(after);
        var query = rows.createNativeQuery(text.isEmpty() ? ALL : FOUND, CaseLine.Row.class)
                .setParameter("states", which.states).setParameter("day", from.day).setParameter("id", from.id).setParameter("most", PAGE + 1);
        if (!text.isEmpty()) {
            query.setParameter("text", text).setParameter("last", text + END).setParameter("name", name).setParameter("lastName", name + END)
                    .setParameter("orders", String.join("|", orders(name))).setParameter("end", END);
        }
        var lines = query.getResultStream().map(CaseLine::of).toList();
        var shown = lines.size() > PAGE ? lines.subList(0, PAGE) : lines;
        shown.forEach(line -> reads.seen("case_file", line.id(), line.id(), line.panelId(), null));
        return new Found(shown, lines.size() > PAGE ? new Cursor(shown.getLast().openedOn(), shown.getLast().id()).write() : null, typed == null ? "" : typed, which);
    }

    /**
     * A signatory that withdrew, or lost its seat's standing, keeps sight of what is its own (sharing design, "Always one's own"). Where the viewer has standing it
     * sees the case too, so that only what it wrote or works on elsewhere is looked through, and not all that its agency ever held.
     */
    public List<OwnItem> ownElsewhere() {
        var seats = viewers.current().seats();
        var without = panels(seats.stream().filter(s -> !s.standing()));
        // Hardly anybody sits or works where no signature is in force; for all others half of what follows could find nothing.
        var unsigned = without.length > 0 || !rows.createNativeQuery("select hub.pass('hub.works') <@ hub.pass('hub.teams')", Boolean.class).getSingleResult();
        var query = rows.createNativeQuery("""
                select i.id, p.short_name, i.nature, (i.made_at at time zone 'Europe/London')::date, i.state
                  from (select o.id, o.panel_id, o.case_id, o.nature, o.made_at, o.state from hub.item o where o.agency_id = hub.agency() and o.author_id = hub.viewer()
                """ + (unsigned ? """
                    union select o.id, o.panel_id, o.case_id, o.nature, o.made_at, o.state from hub.item o where o.agency_id = hub.agency() and o.panel_id = any (:seats)
                    union select o.id, o.panel_id, o.case_id, o.nature, o.made_at, o.state from hub.item o where o.agency_id = hub.agency() and o.case_id = any ((select hub.pass('hub.works'))::uuid[])
                """ : "") + """
                  ) i join hub.panel p on p.id = i.panel_id left join hub.case_file c on c.id = i.case_id
                 where c.id is null and i.panel_id <> all (:standing) order by i.made_at desc limit 200""", OwnItem.class).setParameter("standing", panels(seats.stream().filter(Viewer.Place::standing)));
        return (unsigned ? query.setParameter("seats", without) : query).getResultList();
    }

    private static UUID[] panels(Stream<Viewer.Place> seats) {
        return seats.map(Viewer.Place::panelId).distinct().toArray(UUID[]::new);
    }

    /** A name as it may be kept: people type the given name first, and it is kept with the family name first, however many words that has. */
    private static List<String> orders(String name) {
        var words = List.of(name.split(" "));
        return IntStream.range(0, words.size())
                .mapToObj(first -> Stream.concat(words.subList(first, words.size()).stream(), words.subList(0, first).stream()).collect(Collectors.joining(" "))).toList();
    }

    private record Cursor(LocalDate day, UUID id) {

        String write() {
            return day + "_" + id;
        }

        /** Anything that the hub did not write begins at the beginning. */
        static Cursor read(String after) {
            try {
                var parts = after == null ? new String[0] : after.split("_");
                return parts.length == 2 ? new Cursor(Dates.said(parts[0]), UUID.fromString(parts[1])) : start();
            } catch (DateTimeException | IllegalArgumentException e) {
                return start();
            }
        }

        static Cursor start() {
            return new Cursor(LocalDate.of(9999, 12, 31), LAST);
        }
    }
}
