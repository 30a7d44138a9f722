package org.panelhub.minutes;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What the minutes need to know of their meeting.
 *
 * @param outOfCycleReason of an emergency meeting; null for a regular date
 * @param actionsDays working days after the meeting by which the actions are out; null where the panel has no arrangement
 * @param minutesDays working days after the meeting by which the minutes are out; null where the panel has no arrangement
 * @param quorumMissing who was missing for a quorum when it went on without one; empty where it did not
 */
record MeetingFacts(UUID id, UUID panelId, String panel, String panelShort, String marking, String declaration, LocalDate day, String venue, String state,
        String outOfCycleReason, Integer actionsDays, Integer minutesDays, String quorumMissing, String quorumReason) {

    static final String SQL = """
            select m.id, m.panel_id, p.name, p.short_name, p.marking, p.declaration_text, (m.starts_at at time zone 'Europe/London')::date, m.venue, m.state, nullif(m.out_of_cycle_reason, ''),
                   r.actions_days, r.minutes_days, m.quorum_missing, m.quorum_reason
              from hub.meeting m join hub.panel p on p.id = m.panel_id
              left join lateral (select a.actions_days, a.minutes_days from hub.arrangement a where a.panel_id = m.panel_id
                and a.during @> (m.starts_at at time zone 'Europe/London')::date) r on true
             where m.id = ?1""";

    /** What stands below those present where it went on without a quorum. */
    String quorum() {
        return quorumReason.isEmpty() ? "" : "\nNot quorate: " + quorumMissing + ". The meeting went on: " + quorumReason;
    }

    boolean open() {
        return state.equals("OPEN");
    }

    /** Something was recorded that minutes can be written from. */
    boolean begun() {
        return open() || state.equals("CLOSED");
    }
}
