package org.panelhub.minutes;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.identity.Viewers;
import org.panelhub.meetings.Guests;
import org.panelhub.meetings.Recipients;
import org.panelhub.notify.Outbox;
import org.panelhub.page.Dates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/**
 * Agreed minutes go to those who were in the room, and are offered to absent members who sign the declaration first. Nothing leaves the
 * hub: a mail says that they wait, and each reads its own copy here. Nobody is sent what it can no longer open: a guest's sight of its item ends with the meeting.
 */
@ApplicationScoped
public class Circulation {

    private final EntityManager database;
    private final MinutesBook book;
    private final MinutesReading reading;
    private final Recipients standing;
    private final Guests guests;
    private final Viewers viewers;
    private final Permissions permissions;
    private final Outbox outbox;
    private final String url;

    Circulation(EntityManager database, MinutesBook book, MinutesReading reading, Recipients standing, Guests guests, Viewers viewers, Permissions permissions, Outbox outbox,
            @ConfigProperty(name = "hub.url") String url) {
        this.database = database;
        this.book = book;
        this.reading = reading;
        this.standing = standing;
        this.guests = guests;
        this.viewers = viewers;
        this.permissions = permissions;
        this.outbox = outbox;
        this.url = url;
    }

    private enum Came {
        AS_MEMBER, AS_GUEST, NOT
    }

    private record Recipient(UUID memberId, Came came) {
    }

    /**
     * @return to how many members they went
     * @throws NotReady before they are agreed, and the second time
     */
    public int circulate(UUID meetingId) {
        var minutes = book.locked(meetingId, Permission.WRITE_MINUTES);
        var viewer = viewers.current();
        minutes.circulate(viewer.now());
        book.flush();
        var meeting = reading.meeting(meetingId);
        var recipients = recipients(meeting);
        for (var recipient : recipients) {
            database.createNativeQuery("insert into hub.minutes_receipt (partnership_id, minutes_id, panel_id, member_id, sent_at) values (?1, ?2, ?3, ?4, hub.now()) on conflict do nothing")
                    .setParameter(1, minutes.partnershipId()).setParameter(2, minutes.id()).setParameter(3, minutes.panelId()).setParameter(4, recipient.memberId).executeUpdate();
            outbox.put(recipient.memberId, "minutes", "Minutes of the " + meeting.panelShort() + " of " + Dates.day(meeting.day()) + " are ready", mail(meeting, recipient.came),
                    "minutes " + minutes.id() + " " + recipient.memberId);
        }
        return recipients.size();
    }

    private String mail(MeetingFacts meeting, Came came) {
        return "The minutes of the " + meeting.panel() + " of " + Dates.day(meeting.day()) + " are ready.\n\n"
                + switch (came) {
                    case AS_MEMBER -> "Read them here:\n";
                    case AS_GUEST -> "Read your item in them here, until the meeting is closed. Afterwards you keep the plan and your own actions.\n";
                    case NOT -> "You were not at the meeting. Sign the confidentiality declaration to read them here:\n";
                }
                + url.replaceFirst("/+$", "") + "/meetings/" + meeting.id() + "/minutes\n";
    }

    private record Signed(UUID memberId, String capacity) {
    }

    /**
     * Who signed in the room and can still open them: members with standing, guests until the meeting is closed, no observer; then members with standing who did
     * not come. What each may read in them is not decided here.
     */
    private List<Recipient> recipients(MeetingFacts meeting) {
        var members = standing.of(meeting.panelId()).stream().filter(Recipients.Recipient::receives).map(Recipients.Recipient::memberId).toList();
        var invited = guests.bound(meeting.id());
        List<Signed> signed = database.createNativeQuery("""
                select d.member_id, coalesce(a.capacity, 'MEMBER') from hub.declaration d left join hub.attendance a on a.meeting_id = d.meeting_id and a.member_id = d.member_id
                 where d.meeting_id = ?1 and d.purpose = 'MEETING'""", Signed.class).setParameter(1, meeting.id()).getResultList();
        var came = signed.stream().map(Signed::memberId).toList();
        return Stream.of(signed.stream().filter(s -> s.capacity.equals("MEMBER") && members.contains(s.memberId)).map(s -> new Recipient(s.memberId, Came.AS_MEMBER)),
                signed.stream().filter(s -> s.capacity.equals("GUEST") && invited.contains(s.memberId)).map(s -> new Recipient(s.memberId, Came.AS_GUEST)),
                members.stream().filter(m -> !came.contains(m)).map(m -> new Recipient(m, Came.NOT))).flatMap(r -> r).toList();
    }

    /** Whether the viewer signed for this meeting, in the room or to receive its minutes. */
    public boolean declared(UUID meetingId) {
        return !database.createNativeQuery("select 1 from hub.declaration where meeting_id = ?1 and member_id = ?2").setParameter(1, meetingId)
                .setParameter(2, viewers.current().memberId()).getResultList().isEmpty();
    }

    /**
     * An absent member signs to receive the minutes.
     *
     * @throws NotReady when there are none to receive, or the viewer signed before
     */
    public void sign(UUID meetingId) {
        var meeting = reading.meeting(meetingId);
        permissions.require(Permission.SIGN_DECLARATION, meeting.panelId());
        var viewer = viewers.current();
        boolean circulated = !database.createNativeQuery("select 1 from hub.minutes where meeting_id = ?1 and state = 'CIRCULATED'").setParameter(1, meetingId).getResultList().isEmpty();
        if (!circulated) {
            throw new NotReady("There are no minutes of this meeting for you to receive.");
        }
        if (declared(meetingId)) {
            throw new NotReady("You have signed for this meeting already.");
        }
        database.createNativeQuery("insert into hub.declaration (partnership_id, id, meeting_id, panel_id, member_id, purpose, text_signed) values (?1, ?2, ?3, ?4, ?5, 'MINUTES', ?6)")
                .setParameter(1, viewer.partnershipId()).setParameter(2, UUID.randomUUID()).setParameter(3, meetingId).setParameter(4, meeting.panelId())
                .setParameter(5, viewer.memberId()).setParameter(6, meeting.declaration()).executeUpdate();
    }

    /** The first opening of circulated minutes by one whom they were sent to, or who signed for them, is kept. */
    void opened(MeetingFacts meeting) {
        var viewer = viewers.current();
        database.createNativeQuery("""
                update hub.minutes_receipt set seen_at = hub.now() where member_id = ?1 and seen_at is null
                   and minutes_id in (select m.id from hub.minutes m where m.meeting_id = ?2 and m.state = 'CIRCULATED')""")
                .setParameter(1, viewer.memberId()).setParameter(2, meeting.id()).executeUpdate();
    }

    /** Who was sent them and when each first opened them; the member's name, or the agency where the name is not the viewer's to see. */
    @io.quarkus.qute.TemplateData
    public record Receipt(String name, String agency, java.time.Instant seenAt, boolean signed) {
    }

    List<Receipt> receipts(UUID meetingId) {
        return database.createNativeQuery("""
                select coalesce(n.name, 'A member'), g.name, r.seen_at, exists (select from hub.declaration d where d.meeting_id = m.meeting_id and d.member_id = r.member_id)
                  from hub.minutes m join hub.minutes_receipt r on r.minutes_id = m.id left join hub.member n on n.id = r.member_id left join hub.agency g on g.id = n.agency_id
                 where m.meeting_id = ?1 order by g.name nulls first, n.name""", Receipt.class).setParameter(1, meetingId).getResultList();
    }
}
