package org.panelhub.minutes;

import java.time.LocalDate;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.panelhub.access.NotFound;
import org.panelhub.audit.Reads;
import org.panelhub.live.Watching;
import org.panelhub.page.Dates;
import org.panelhub.panels.Panels;
import org.panelhub.time.WorkingDays;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** Reads the minutes as the rule lets the viewer read them, and puts each item that is shown on record. */
@ApplicationScoped
class MinutesReading {

    private static final String PARAGRAPHS = """
            select p.id, p.heading, p.case_id, c.reference, c.subject, g.name, p.body, p.version, p.corrected_by is not null
              from hub.minutes_paragraph p
              left join hub.case_file c on c.id = p.case_id
              left join hub.agency g on g.id = p.agency_id
             where p.minutes_id = ?1 and (?2 or p.body <> '') order by p.position, p.id""";
    private static final String SOURCES = """
            select s.paragraph_id, i.id, i.case_id, i.panel_id, i.agency_id, i.how, i.nature, i.source_date
              from hub.minutes_paragraph p join hub.minutes_source s on s.paragraph_id = p.id join hub.item i on i.id = s.item_id
             where p.minutes_id = ?1 and (?2 or p.body <> '')""";

    private final EntityManager database;
    private final WorkingDays workingDays;
    private final Reads reads;
    private final Watching watching;
    private final Panels panels;

    MinutesReading(EntityManager database, WorkingDays workingDays, Reads reads, Watching watching, Panels panels) {
        this.database = database;
        this.workingDays = workingDays;
        this.reads = reads;
        this.watching = watching;
        this.panels = panels;
    }

    private record Head(UUID id, String state, LocalDate dueOn, String agreedBy, Instant agreedAt, Instant circulatedAt) {
    }

    private record Found(UUID id, String heading, UUID caseId, String reference, String subject, String agency, String body, int version, boolean corrected) {
    }

    private record Source(UUID paragraphId, UUID itemId, UUID caseId, UUID panelId, UUID agencyId, String how, String nature, LocalDate sourceDate) {

        String words() {
            return how.equals("SAID_ALOUD") ? "shared verbally" : nature.toLowerCase(java.util.Locale.ENGLISH) + (sourceDate == null ? "" : ", " + Dates.day(sourceDate));
        }
    }

    /** @throws NotFound when there is no such meeting, or not for this viewer */
    MeetingFacts meeting(UUID meetingId) {
        watching.of("meetings", meetingId);
        return one(MeetingFacts.SQL, MeetingFacts.class, meetingId).orElseThrow(() -> new NotFound("meeting", meetingId));
    }

    LocalDate actionsOutBy(MeetingFacts meeting) {
        return meeting.actionsDays() == null ? null : workingDays.add(meeting.day(), meeting.actionsDays());
    }

    LocalDate minutesDueOn(MeetingFacts meeting) {
        return meeting.minutesDays() == null ? null : workingDays.add(meeting.day(), meeting.minutesDays());
    }

    /** Shown on a page or in an answer. Empty where there are none for this viewer. */
    Optional<MinutesView> shown(MeetingFacts meeting, boolean withLeftOut) {
        return read(meeting, withLeftOut, false);
    }

    /** Taken out of the hub. */
    Optional<MinutesView> exported(MeetingFacts meeting) {
        return read(meeting, false, true);
    }

    private Optional<MinutesView> read(MeetingFacts meeting, boolean withLeftOut, boolean export) {
        return one("""
                select m.id, m.state, m.due_on, a.name, m.agreed_at, m.circulated_at
                  from hub.minutes m left join hub.member a on a.id = m.agreed_by where m.meeting_id = ?1""", Head.class, meeting.id()).map(head -> {
            var found = rows(PARAGRAPHS, Found.class, head.id, withLeftOut);
            var sources = rows(SOURCES, Source.class, head.id, withLeftOut).stream().collect(Collectors.groupingBy(Source::paragraphId));
            if (!found.isEmpty()) {
                record(meeting, head.id, found, sources, export);
            }
            var texts = found.stream().map(p -> new MinutesView.Row(p.id, Heading.valueOf(p.heading), p.caseId, p.reference, p.subject,
                    new MinutesView.Line(p.id, p.agency, how(sources.get(p.id)), p.body, Paragraph.revision(p.version, p.body), p.version > 0 && !p.corrected, p.corrected))).toList();
            var revision = Integer.toHexString(Objects.hash(texts.stream().filter(t -> !t.line().isLeftOut()).map(t -> t.id() + t.line().revision()).toArray()));
            return new MinutesView(meeting.id(), meeting.panel(), meeting.panelShort(), meeting.marking(), meeting.day(), meeting.venue(), meeting.outOfCycleReason(), Minutes.State.valueOf(head.state),
                    actionsOutBy(meeting), head.dueOn, head.agreedBy, head.agreedAt, head.circulatedAt, revision, MinutesView.arranged(texts, new Layout(panels.termsOn(meeting.panelId(), meeting.day()))));
        });
    }

    private static String how(List<Source> sources) {
        return sources == null ? null : sources.stream().map(Source::words).distinct().collect(Collectors.joining("; "));
    }

    /** The minutes, each case in them, and each item that a paragraph was written from. */
    private void record(MeetingFacts meeting, UUID minutesId, List<Found> found, Map<UUID, List<Source>> sources, boolean export) {
        Map<UUID, Boolean> cases = new HashMap<>();
        found.forEach(p -> cases.put(p.caseId, true));
        cases.put(null, true);
        for (var caseId : cases.keySet()) {
            one(export, "minutes", minutesId, caseId, meeting.panelId(), null);
        }
        sources.values().stream().flatMap(List::stream).forEach(s -> one(export, "item", s.itemId, s.caseId, s.panelId, s.agencyId));
    }

    private void one(boolean export, String kind, UUID id, UUID caseId, UUID panelId, UUID about) {
        if (export) {
            reads.exported(kind, id, caseId, panelId, about);
        } else {
            reads.seen(kind, id, caseId, panelId, about);
        }
    }

    private <T> Optional<T> one(String sql, Class<T> type, Object... parameters) {
        return rows(sql, type, parameters).stream().findFirst();
    }

    private <T> List<T> rows(String sql, Class<T> type, Object... parameters) {
        var query = database.createNativeQuery(sql, type);
        for (int n = 0; n < parameters.length; n++) {
            query.setParameter(n + 1, parameters[n]);
        }
        return query.getResultList();
    }
}
