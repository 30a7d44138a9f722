package org.panelhub.minutes;

import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.panelhub.access.NotFound;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Dates;
import org.panelhub.page.Field;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

/** The minutes of the meetings that the viewer prepares: written from the record, edited, agreed, added to. */
@ApplicationScoped
public class MinutesBook implements PanacheRepositoryBase<Minutes, UUID> {

    private final Recorded recorded;
    private final MinutesReading reading;
    private final Viewers viewers;
    private final Permissions permissions;

    MinutesBook(Recorded recorded, MinutesReading reading, Viewers viewers, Permissions permissions) {
        this.recorded = recorded;
        this.reading = reading;
        this.viewers = viewers;
        this.permissions = permissions;
    }

    /**
     * Writes the draft from what the meeting recorded, or brings it up to date: what is new is added, what nobody edited follows the
     * record, what somebody edited stays.
     *
     * @return how many paragraphs were added
     * @throws NotReady before the meeting has begun
     * @throws MinutesFrozen once they are agreed
     */
    public int write(UUID meetingId) {
        var meeting = reading.meeting(meetingId);
        permissions.require(Permission.WRITE_MINUTES, meeting.panelId());
        if (!meeting.begun()) {
            throw new NotReady("The meeting has not begun. Minutes are written from what it records.");
        }
        var minutes = find("meetingId", meetingId).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional().orElseGet(() -> begin(meeting));
        minutes.refuseFrozen();
        return follow(meeting, minutes);
    }

    private Minutes begin(MeetingFacts meeting) {
        var due = reading.minutesDueOn(meeting);
        if (due == null) {
            throw new NotReady("The panel has no arrangements for this day, so nobody knows when its minutes are due. An administrator sets them.");
        }
        var minutes = new Minutes(viewers.current().partnershipId(), meeting.id(), meeting.panelId(), due);
        persistAndFlush(minutes);
        return minutes;
    }

    private int follow(MeetingFacts meeting, Minutes minutes) {
        int added = 0;
        var drafted = recorded.of(meeting);
        var standing = getSession().createNativeQuery("select id, position, body, version from hub.minutes_paragraph where minutes_id = ?1", Standing.class).setParameter(1, minutes.id())
                .getResultStream().collect(Collectors.toMap(Standing::id, Function.identity()));
        for (var paragraph : drafted) {
            var stands = standing.get(paragraph.idIn(minutes.id()));
            if (stands == null && insert(minutes, paragraph)) {
                added++;
            } else if (stands == null || !stands.follows(paragraph)) {
                refresh(minutes, paragraph);
            }
        }
        forget(minutes, drafted.stream().map(d -> d.idIn(minutes.id())).collect(Collectors.toSet()));
        return added;
    }

    /** A paragraph as it is kept. */
    private record Standing(UUID id, int position, String body, int version) {

        boolean follows(Drafted paragraph) {
            return position == paragraph.position() && (version > 0 || body.equals(paragraph.body()));
        }
    }

    /** False where it stands already. */
    private boolean insert(Minutes minutes, Drafted paragraph) {
        var id = paragraph.idIn(minutes.id());
        boolean added = sql("""
                insert into hub.minutes_paragraph (partnership_id, id, minutes_id, meeting_id, panel_id, case_id, agenda_item_id, position, heading, agency_id, body)
                values (?1, ?2, ?3, ?4, ?5, cast(?6 as uuid), cast(?7 as uuid), ?8, ?9, cast(?10 as uuid), ?11) on conflict do nothing""",
                minutes.partnershipId(), id, minutes.id(), minutes.meetingId(), minutes.panelId(), text(paragraph.caseId()), text(paragraph.agendaItemId()), paragraph.position(),
                paragraph.heading().name(), text(paragraph.agencyId()), paragraph.body()) == 1;
        if (added) {
            paragraph.items().forEach(item -> sql("insert into hub.minutes_source (partnership_id, paragraph_id, item_id, case_id) values (?1, ?2, ?3, ?4)", minutes.partnershipId(), id, item,
                    paragraph.caseId()));
        }
        return added;
    }

    /** What nobody edited follows the record; the order of the agenda holds for all. */
    private void refresh(Minutes minutes, Drafted paragraph) {
        sql("update hub.minutes_paragraph set position = ?2, body = case when version = 0 then ?3 else body end where id = ?1 and (position <> ?2 or version = 0 and body <> ?3)",
                paragraph.idIn(minutes.id()), paragraph.position(), paragraph.body());
    }

    /** What nobody edited and is no longer in the record goes: an action taken back, a decision recorded anew. */
    private void forget(Minutes minutes, Set<UUID> stands) {
        getEntityManager().createQuery("select p.id from Paragraph p where p.minutesId = ?1 and p.version = 0", UUID.class).setParameter(1, minutes.id()).getResultList().stream().filter(id -> !stands.contains(id)).forEach(id -> {
            sql("delete from hub.minutes_source where paragraph_id = ?1", id);
            sql("delete from hub.minutes_paragraph where id = ?1", id);
        });
    }

    /**
     * Changes the text of one paragraph: the coordinator any, where an empty text leaves it out; an agency that was in the room what is written of its own
     * information, until the chair agrees. A chair agrees, and corrects nothing; what the coordinator left out stays out.
     *
     * @param revision of the text that the writer had before its eyes
     * @throws NotFound when an agency's paragraph is not the viewer's agency's, or was left out
     * @throws ParagraphChanged when somebody else changed it since
     * @throws MinutesFrozen once the minutes are agreed
     */
    public void edit(UUID meetingId, UUID paragraphId, String revision, String text) {
        if (mayCorrect(reading.meeting(meetingId).panelId())) {
            correct(meetingId, paragraphId, revision, text);
        } else {
            toRewrite(locked(meetingId, Permission.WRITE_MINUTES), paragraphId, revision).rewrite(Field.clean(text));
        }
        flush();
    }

    private void correct(UUID meetingId, UUID paragraphId, String revision, String text) {
        var viewer = viewers.current();
        var paragraph = toRewrite(find("meetingId", meetingId).firstResultOptional().orElseThrow(() -> new NotFound("minutes", meetingId)), paragraphId, revision);
        if (!paragraph.isOf(viewer.agencyId()) || paragraph.body().isEmpty()) {
            throw new NotFound("minutes paragraph", paragraphId);
        }
        paragraph.correct(Field.clean(text), viewer.memberId(), viewer.now());
    }

    /**
     * The viewer's copy, to be taken out of the hub.
     *
     * @throws NotFound when there is none, also where the viewer so far only corrects what the draft says of its agency
     */
    MinutesView copy(MeetingFacts meeting) {
        return reading.exported(meeting).filter(m -> !m.sections().isEmpty() && !(m.isDraft() && mayCorrect(meeting.panelId()))).orElseThrow(() -> new NotFound("minutes", meeting.id()));
    }

    boolean mayCorrect(UUID panelId) {
        return permissions.may(Permission.CORRECT_MINUTES, panelId) && !permissions.may(Permission.WRITE_MINUTES, panelId) && !permissions.may(Permission.AGREE_MINUTES, panelId);
    }

    /** Refuses who may neither write nor correct. */
    void requireEdit(UUID meetingId) {
        var panelId = reading.meeting(meetingId).panelId();
        if (!mayCorrect(panelId)) {
            permissions.require(Permission.WRITE_MINUTES, panelId);
        }
    }

    private Paragraph toRewrite(Minutes minutes, UUID paragraphId, String revision) {
        var paragraph = getEntityManager().find(Paragraph.class, paragraphId);
        if (paragraph == null || !paragraph.minutesId().equals(minutes.id())) {
            throw new NotFound("minutes paragraph", paragraphId);
        }
        minutes.refuseFrozen();
        if (!paragraph.revision().equals(revision)) {
            throw new ParagraphChanged(paragraph.body(), paragraph.revision());
        }
        return paragraph;
    }

    /**
     * Adds a note: to the draft as it is, to agreed minutes dated and signed with the writer's name, as the minutes themselves are frozen.
     *
     * @param caseReference the case it is about, or null
     * @return the id of its paragraph
     */
    public UUID note(UUID meetingId, String caseReference, String text) {
        var minutes = locked(meetingId, Permission.WRITE_MINUTES);
        var viewer = viewers.current();
        var caseId = caseReference == null ? null : caseOf(minutes, caseReference);
        var id = UUID.randomUUID();
        var body = Field.clean(text) + (minutes.frozen() ? "\nAdded on " + Dates.day(viewer.today()) + " by " + viewer.name() + ", after the minutes were agreed." : "");
        sql("""
                insert into hub.minutes_paragraph (partnership_id, id, minutes_id, meeting_id, panel_id, case_id, position, heading, body, version)
                values (?1, ?2, ?3, ?4, ?5, cast(?6 as uuid), ?7, 'NOTE', ?8, 1)""",
                minutes.partnershipId(), id, minutes.id(), meetingId, minutes.panelId(), text(caseId), recorded.placeForNote(meetingId, caseId), body);
        return id;
    }

    private UUID caseOf(Minutes minutes, String reference) {
        var found = getEntityManager().createNativeQuery("select c.id from hub.case_file c join hub.agenda_item a on a.case_id = c.id where a.meeting_id = ?1 and c.reference = ?2", UUID.class)
                .setParameter(1, minutes.meetingId()).setParameter(2, reference).getResultList();
        if (found.isEmpty()) {
            throw new NotFound("case", reference);
        }
        return (UUID) found.getFirst();
    }

    /**
     * The chair agrees the text that the chair read. Who writes the minutes does not agree them as well.
     *
     * @param revision of the whole text that was read
     * @throws NotReady when the text changed since, or the viewer is the writer
     * @throws MinutesFrozen when they were agreed before
     */
    public void agree(UUID meetingId, String revision) {
        var minutes = locked(meetingId, Permission.AGREE_MINUTES);
        minutes.refuseFrozen();
        if (permissions.may(Permission.WRITE_MINUTES, minutes.panelId())) {
            throw new NotReady("You write these minutes, so somebody else who chairs the panel agrees them.");
        }
        var read = reading.shown(reading.meeting(meetingId), false).map(MinutesView::revision).orElse("");
        if (!read.equals(revision)) {
            throw new NotReady("The minutes changed after you opened this page. Read them again, then agree them.");
        }
        var viewer = viewers.current();
        minutes.agree(viewer.memberId(), viewer.now());
        flush();
    }

    /** @throws NotFound when there are none, or not for this viewer */
    Minutes locked(UUID meetingId, Permission permission) {
        var meeting = reading.meeting(meetingId);
        permissions.require(permission, meeting.panelId());
        return find("meetingId", meetingId).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional().orElseThrow(() -> new NotFound("minutes", meetingId));
    }

    private int sql(String statement, Object... parameters) {
        var query = getEntityManager().createNativeQuery(statement);
        for (int n = 0; n < parameters.length; n++) {
            query.setParameter(n + 1, parameters[n]);
        }
        return query.executeUpdate();
    }

    private static String text(UUID id) {
        return id == null ? null : id.toString();
    }
}
