package org.panelhub.meetings;

import java.time.LocalDate;
import java.util.List;

import org.panelhub.page.Words;
import org.panelhub.panels.Panels;
import org.panelhub.panels.Section;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** Proposes what stands on every agenda of the panel, by its terms of reference: how the last meeting's actions went, opening slots, other business, its own items. */
@ApplicationScoped
class StandingBusiness implements AgendaSource {

    private static final int LONGEST = 240;

    private final EntityManager rows;
    private final Panels panels;

    StandingBusiness(EntityManager rows, Panels panels) {
        this.rows = rows;
        this.panels = panels;
    }

    @Override
    public String heading() {
        return "Every meeting";
    }

    @Override
    public int order() {
        return 10;
    }

    private record There(String kind, String title) {
    }

    @Override
    public List<Proposal> proposals(Meeting meeting, int minutesPerCase) {
        List<There> there = rows.createNativeQuery("select kind, title from hub.agenda_item where meeting_id = ?1 and case_id is null", There.class).setParameter(1, meeting.id()).getResultList();
        return panels.termsOn(meeting.panelId(), meeting.day()).sections().stream().filter(s -> s.kind() != Section.Kind.CASES)
                .filter(s -> there.stream().noneMatch(t -> t.kind.equals(kind(s).name()) && (s.kind() != Section.Kind.NOTE || t.title.equals(s.title()))))
                .map(s -> proposal(s, meeting)).toList();
    }

    private Proposal proposal(Section section, Meeting meeting) {
        return switch (section.kind()) {
            case LAST_ACTIONS -> new Proposal(AgendaKind.LAST_ACTIONS, null, section.title(), actions(meeting), section.minutes());
            case OPENING -> {
                long cases = (Long) rows.createNativeQuery("select count(*) from hub.agenda_item where meeting_id = ?1 and case_id is not null", Long.class).setParameter(1, meeting.id()).getSingleResult();
                yield new Proposal(AgendaKind.OPENING, null, section.title(), cases == 0 ? Words.count(section.minutes(), "minute") + " for each case" : "for " + Words.count(cases, "case") + " on this agenda",
                        (int) Math.clamp(cases * section.minutes(), section.minutes(), LONGEST));
            }
            case OTHER_BUSINESS -> new Proposal(AgendaKind.OTHER_BUSINESS, null, section.title(), "closes the meeting", section.minutes());
            default -> new Proposal(AgendaKind.NOTE, null, section.title(), "at every meeting", section.minutes());
        };
    }

    private static AgendaKind kind(Section section) {
        return AgendaKind.valueOf(section.kind().name());
    }

    private String actions(Meeting meeting) {
        long open = count(meeting, LocalDate.of(9999, 12, 31));
        long due = count(meeting, meeting.day());
        return open == 0 ? "no action is open" : Words.count(open, "open action") + ", " + due + " due by the meeting";
    }

    private long count(Meeting meeting, LocalDate by) {
        return (Long) rows.createNativeQuery("select count(*) from hub.action where panel_id = ?1 and state = 'OPEN' and due_on <= ?2", Long.class)
                .setParameter(1, meeting.panelId()).setParameter(2, by).getSingleResult();
    }
}
