package org.panelhub.meetings;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;

import org.hibernate.annotations.DynamicUpdate;
import org.panelhub.page.Dates;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/**
 * One date of a panel. It is planned, its agenda is published, it is opened and closed; each step follows the one before, once. A meeting is
 * not the owner of a case: responsibility stays with each agency [Lambeth 3.5].
 */
@Entity
@DynamicUpdate
@Table(schema = "hub", name = "meeting")
public class Meeting {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);

    @Id
    private UUID id;
    private UUID partnershipId;
    private UUID panelId;
    private OffsetDateTime startsAt;
    private int lengthMinutes;
    private int sequence;
    private String venue = "";
    private String onlineLink = "";
    private String orderOfBusiness = "";
    private boolean outOfCycle;
    private String outOfCycleReason = "";
    private String changeReason = "";
    private LocalDate cutOffOn;
    private LocalDate agendaBy;
    @Enumerated(EnumType.STRING)
    private MeetingState state = MeetingState.PLANNED;
    private OffsetDateTime publishedAt;
    private int agendaEdition;
    private OffsetDateTime openedAt;
    private OffsetDateTime closedAt;
    private UUID currentItemId;
    private OffsetDateTime currentSince;
    private OffsetDateTime breakSince;
    private String quorumMissing = "";
    private String quorumReason = "";
    @Version
    private int version;

    protected Meeting() {
    }

    Meeting(UUID partnershipId, UUID panelId) {
        this.id = UUID.randomUUID();
        this.partnershipId = partnershipId;
        this.panelId = panelId;
    }

    /**
     * Sets, or changes, when and where. A meeting that was opened stays where it was.
     *
     * @param minutes that it is expected to last
     */
    void arrange(OffsetDateTime at, int minutes, String place, String link, LocalDate cutOff, LocalDate agendaDay) {
        if (state == MeetingState.OPEN || state == MeetingState.CLOSED || state == MeetingState.CANCELLED) {
            throw new MeetingRefusal("This meeting cannot be moved: it is " + state.label().toLowerCase() + ".");
        }
        if (startsAt != null && !(startsAt.isEqual(at) && lengthMinutes == minutes && venue.equals(place) && onlineLink.equals(link))) {
            sequence++;
        }
        startsAt = at;
        lengthMinutes = minutes;
        venue = place;
        onlineLink = link;
        cutOffOn = cutOff;
        agendaBy = agendaDay;
    }

    void orderOfBusiness(String withoutNames) {
        orderOfBusiness = withoutNames;
    }

    /** An emergency meeting, between the dates that the panel keeps, says why; a blank reason makes it a regular one. */
    void outOfCycle(String reasonWithoutNames) {
        outOfCycle = !reasonWithoutNames.isEmpty();
        outOfCycleReason = reasonWithoutNames;
    }

    /** Publishes the agenda, or a further edition of it. */
    void publish(OffsetDateTime at) {
        if (state != MeetingState.PLANNED && state != MeetingState.PUBLISHED) {
            throw new MeetingRefusal("The agenda cannot be published: the meeting is " + state.label().toLowerCase() + ".");
        }
        if (state == MeetingState.PLANNED) {
            state = MeetingState.PUBLISHED;
            publishedAt = at;
        }
        agendaEdition++;
    }

    /** Why its time or place is another one now. */
    void changed(String reasonWithoutNames) {
        changeReason = reasonWithoutNames;
    }

    void cancel(String reasonWithoutNames) {
        if (state != MeetingState.PLANNED && state != MeetingState.PUBLISHED) {
            throw new MeetingRefusal("This meeting cannot be cancelled: it is " + state.label().toLowerCase() + ".");
        }
        state = MeetingState.CANCELLED;
        changeReason = reasonWithoutNames;
        sequence++;
    }

    /** Opens the room. Only on its day and with a published agenda: members must have been able to prepare. */
    public void open(OffsetDateTime at) {
        switch (state) {
            case OPEN -> throw new MeetingRefusal("The meeting is already open.");
            case CLOSED -> throw new MeetingRefusal("The meeting is closed. A closed meeting is not opened again.");
            case CANCELLED -> throw new MeetingRefusal("The meeting is cancelled.");
            case PLANNED -> throw new MeetingRefusal("Publish the agenda before you open the meeting.");
            case PUBLISHED -> {
                if (at.atZoneSameInstant(Dates.LONDON).toLocalDate().isBefore(day())) {
                    throw new MeetingRefusal("The meeting is on " + DAY.format(day()) + ". Move it to today to open it now.");
                }
                state = MeetingState.OPEN;
                openedAt = at;
            }
        }
    }

    /** Ends the meeting, and whatever item was running. */
    public void close(OffsetDateTime at) {
        if (state != MeetingState.OPEN) {
            throw new MeetingRefusal(state == MeetingState.CLOSED ? "The meeting is already closed." : "The meeting is not open.");
        }
        state = MeetingState.CLOSED;
        closedAt = at;
        currentItemId = null;
        currentSince = null;
        breakSince = null;
    }

    /** Moves the room to an item of its agenda, or to none. */
    public void turnTo(AgendaItem item, OffsetDateTime at) {
        requireOpen();
        currentItemId = item == null ? null : item.id();
        currentSince = item == null ? null : at;
    }

    /** A break begins; the clock of the item stands. */
    public void pause(OffsetDateTime at) {
        requireOpen();
        if (breakSince == null) {
            breakSince = at;
        }
    }

    /**
     * The break is over. The item goes on where it was.
     *
     * @return how long it was; zero when there was none
     */
    public Duration resume(OffsetDateTime at) {
        requireOpen();
        var length = breakSince == null || breakSince.isAfter(at) ? Duration.ZERO : Duration.between(breakSince, at);
        if (currentSince != null) {
            currentSince = currentSince.plus(length);
        }
        breakSince = null;
        return length;
    }

    /** It goes on without a quorum. */
    public void goOnWithout(String missing, String reason) {
        requireOpen();
        quorumMissing = missing;
        quorumReason = reason;
    }

    /** Why it went on without a quorum; empty where it did not. */
    public String quorumReason() {
        return quorumReason;
    }

    /** @throws MeetingRefusal unless the meeting is open */
    public void requireOpen() {
        if (state != MeetingState.OPEN) {
            throw new MeetingRefusal("The meeting is not open, so nothing more is recorded in it.");
        }
    }

    /** Its date in London. */
    public LocalDate day() {
        return startsAt.atZoneSameInstant(Dates.LONDON).toLocalDate();
    }

    public UUID id() {
        return id;
    }

    public UUID partnershipId() {
        return partnershipId;
    }

    public UUID panelId() {
        return panelId;
    }

    public OffsetDateTime startsAt() {
        return startsAt;
    }

    /** Minutes that it is expected to last. Not what the agenda adds up to, which tells of its items. */
    public int lengthMinutes() {
        return lengthMinutes;
    }

    /** How often its entry in people's calendars was changed (RFC 5545, section 3.8.7.4). */
    int sequence() {
        return sequence;
    }

    public String venue() {
        return venue;
    }

    public String onlineLink() {
        return onlineLink;
    }

    public String orderOfBusiness() {
        return orderOfBusiness;
    }

    /** An emergency meeting. */
    public boolean outOfCycle() {
        return outOfCycle;
    }

    /** Why it was moved or cancelled, the last time; empty where nobody said. */
    String changeReason() {
        return changeReason;
    }

    public LocalDate cutOffOn() {
        return cutOffOn;
    }

    public LocalDate agendaBy() {
        return agendaBy;
    }

    public MeetingState state() {
        return state;
    }

    public OffsetDateTime publishedAt() {
        return publishedAt;
    }

    /** How often the agenda was published; 0 before the first time. */
    public int agendaEdition() {
        return agendaEdition;
    }

    public OffsetDateTime openedAt() {
        return openedAt;
    }

    public OffsetDateTime closedAt() {
        return closedAt;
    }

    public UUID currentItemId() {
        return currentItemId;
    }

    public OffsetDateTime currentSince() {
        return currentSince;
    }

    public int version() {
        return version;
    }
}
