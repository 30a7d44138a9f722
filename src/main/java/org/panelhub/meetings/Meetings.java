package org.panelhub.meetings;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.panelhub.access.NotFound;
import org.panelhub.live.Watching;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

/** All meetings that the viewer knows of: those of its panels, and those it is invited to. */
@ApplicationScoped
public class Meetings implements PanacheRepositoryBase<Meeting, UUID> {

    private static final String HEAD = """
            select m.id, m.panel_id, p.name, p.short_name, p.marking, p.declaration_text, m.starts_at, m.length_minutes, m.venue, m.online_link, m.order_of_business, m.cut_off_on, m.agenda_by, m.state,
                   m.published_at, m.agenda_edition, m.opened_at, m.closed_at, m.current_item_id, m.current_since, m.version, m.out_of_cycle, m.out_of_cycle_reason, m.change_reason, m.quorum_missing, m.quorum_reason, m.break_since
              from hub.meeting m join hub.panel p on p.id = m.panel_id
            """;

    private final Watching watching;

    Meetings(Watching watching) {
        this.watching = watching;
    }

    /** @throws NotFound when there is no such meeting, or not for this viewer */
    public Meeting byId(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NotFound("meeting", id));
    }

    /** @throws NotFound when there is no such meeting, or not for this viewer */
    public MeetingHead head(UUID id) {
        watching.of(MeetingsWatched.KIND, id);
        return getSession().createNativeQuery(HEAD + " where m.id = ?1", MeetingHead.class).setParameter(1, id).uniqueResultOptional().orElseThrow(() -> new NotFound("meeting", id));
    }

    /** From today on, soonest first; a meeting that ran over midnight stays as long as it is open. */
    public List<MeetingHead> ahead() {
        return getSession().createNativeQuery(HEAD + """
                where m.state = 'OPEN' or (m.state in ('PLANNED', 'PUBLISHED', 'CANCELLED') and m.starts_at >= hub.today()::timestamp at time zone 'Europe/London')
                order by m.starts_at, m.id limit 100""", MeetingHead.class).getResultList();
    }

    /** What has been, newest first: those that come after one of them in that order, or from the newest on where it is null. */
    public List<MeetingHead> past(UUID after, int most) {
        return getSession().createNativeQuery(HEAD + """
                left join hub.meeting before on before.id = cast(:after as uuid)
                where (m.state = 'CLOSED' or (m.state <> 'OPEN' and m.starts_at < hub.today()::timestamp at time zone 'Europe/London'))
                  and (before.id is null or m.starts_at < before.starts_at or m.starts_at = before.starts_at and m.id > before.id)
                order by m.starts_at desc, m.id limit :most""", MeetingHead.class).setParameter("after", after == null ? null : after.toString()).setParameter("most", most).getResultList();
    }

    /** The meetings of a panel on one day, cancelled ones aside. */
    public List<MeetingHead> onDay(UUID panelId, LocalDate day) {
        return getSession().createNativeQuery(HEAD + " where m.panel_id = ?1 and (m.starts_at at time zone 'Europe/London')::date = ?2 and m.state <> 'CANCELLED' order by m.starts_at",
                MeetingHead.class).setParameter(1, panelId).setParameter(2, day).getResultList();
    }

    /** Of two who plan dates of one panel the second waits until the first is done, and then finds them. The lock goes with the transaction. */
    void oneAtATime(UUID panelId) {
        getSession().createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(?1, 0))", Integer.class).setParameter(1, "dates of " + panelId).getSingleResult();
    }

    /** The day of the last regular meeting of the panel that stands, past or to come: an emergency meeting moves no rhythm. */
    Optional<LocalDate> lastPlanned(UUID panelId) {
        return getSession().createNativeQuery("select max((starts_at at time zone 'Europe/London')::date) from hub.meeting where panel_id = ?1 and state <> 'CANCELLED' and not out_of_cycle", LocalDate.class)
                .setParameter(1, panelId).uniqueResultOptional();
    }

    /**
     * The meeting, for one writer at a time: of two who change the same agenda or room the second waits, and then finds what the first left.
     *
     * @throws NotFound when there is no such meeting, or not for this viewer to change
     */
    public Meeting forWriting(UUID id) {
        byId(id);
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> new NotFound("meeting", id));
    }

    /** Marks that something that hangs from the meeting was changed, so that a page that was open before is told. */
    public void changed(Meeting meeting) {
        getSession().lock(meeting, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }
}
