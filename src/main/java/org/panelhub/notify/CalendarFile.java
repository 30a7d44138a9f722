package org.panelhub.notify;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import jakarta.enterprise.context.ApplicationScoped;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableClazz;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * Dates of panels for people's own calendars (RFC 5545): one as a message that adds, moves or takes out its entry (RFC 5546), or all of a member's as a feed. An entry keeps its UID for
 * good and its sequence rises with each change, so that no calendar holds it twice or goes back to an old time. It leaves the hub as a mail does: it names panel, time and place,
 * no person but the one who receives it, and no case.
 */
@ApplicationScoped
public class CalendarFile {

    /** As mails and downloads name it; the marking of what is in it comes first. */
    public static final String NAME = "OFFICIAL meeting.ics";
    public static final String TYPE = "text/calendar;charset=UTF-8";

    /** In characters; a line stays within the 75 bytes that are allowed, also where each letter takes two (RFC 5545, section 3.1). */
    private static final int LONGEST_LINE = 36;
    private static final String PRODUCT = "-//Panel Hub//Meetings//EN";
    /** How often a calendar program should come for the feed again (RFC 7986, section 5.7). */
    private static final Duration REFRESH = Duration.ofHours(1);

    private final String hub;
    private final String sender;

    CalendarFile(@ConfigProperty(name = "hub.url") String hub, @ConfigProperty(name = "quarkus.mailer.from") String sender) {
        this.hub = hub.replaceFirst("/+$", "");
        this.sender = sender.replaceFirst("^.*<(.*)>.*$", "$1").strip();
    }

    /**
     * A meeting as every seat of its panel may know it.
     *
     * @param lengthMinutes that it is expected to last
     * @param cancelled whether it will not take place, or not for who receives this
     * @param sequence how often time or place were changed
     */
    public record Entry(UUID meetingId, String panel, Instant startsAt, Integer lengthMinutes, String venue, String onlineLink, Integer sequence, Boolean cancelled) {
    }

    /** What a mail that brings it says it is. */
    static String messageType(Entry entry) {
        return "text/calendar; method=" + method(entry).getValue() + "; charset=UTF-8";
    }

    /** Adds or moves the entry, or takes it out. Answers go through the hub, so none is asked for by mail. */
    String message(Entry entry, String address) {
        var calendar = calendar(method(entry));
        var event = event(entry);
        event.add(new Organizer(new ParameterList(List.of(new Cn(line(entry.panel())))), mailbox(sender)));
        event.add(new Attendee(new ParameterList(List.of(Role.REQ_PARTICIPANT, PartStat.NEEDS_ACTION, Rsvp.FALSE)), mailbox(address)));
        calendar.add(event);
        return written(calendar);
    }

    /** All of them, for a calendar program that comes again and again. */
    public String feed(List<Entry> entries) {
        var calendar = calendar(null);
        calendar.add(new XProperty("X-WR-CALNAME", "Panel meetings"));
        calendar.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), REFRESH));
        entries.forEach(entry -> calendar.add(event(entry)));
        return written(calendar);
    }

    private static Method method(Entry entry) {
        return entry.cancelled() ? ImmutableMethod.CANCEL : ImmutableMethod.REQUEST;
    }

    private static Calendar calendar(Method method) {
        var calendar = new Calendar();
        List.<Property>of(new ProdId(PRODUCT), ImmutableVersion.VERSION_2_0, ImmutableCalScale.GREGORIAN).forEach(calendar::add);
        if (method != null) {
            calendar.add(method);
        }
        return calendar;
    }

    private static URI mailbox(String address) {
        try {
            return new URI("mailto", address, null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("Not an address", e);
        }
    }

    /** On one line and of plain letters, so that nothing that was typed is taken for a line of the file. */
    private static String line(String typed) {
        return typed.replaceAll("[\\p{Cc}\\u2028\\u2029\\x{10000}-\\x{10FFFF}]+", " ").strip();
    }

    private VEvent event(Entry entry) {
        var page = hub + "/meetings/" + entry.meetingId();
        var event = new VEvent(entry.startsAt(), entry.startsAt().plus(Duration.ofMinutes(entry.lengthMinutes())), line(entry.panel()));
        event.removeAll(Property.DTSTAMP);
        event.add(new DtStamp(Instant.now().truncatedTo(ChronoUnit.SECONDS)));
        event.add(new Uid(entry.meetingId() + "@panelhub"));
        event.add(new Sequence(entry.sequence()));
        event.add(entry.cancelled() ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        // Who may look into somebody's calendar sees that the time is taken.
        event.add(ImmutableClazz.PRIVATE);
        event.add(new Url(URI.create(page)));
        event.add(new Description((entry.onlineLink().isEmpty() ? "" : "Join online: " + line(entry.onlineLink()) + "\n\n") + "Agenda, papers and your reply are in the hub:\n" + page));
        var place = line(entry.venue().isEmpty() ? entry.onlineLink() : entry.venue());
        if (!place.isEmpty()) {
            event.add(new Location(place));
        }
        return event;
    }

    private static String written(Calendar calendar) {
        var text = new StringWriter();
        try {
            new CalendarOutputter(true, LONGEST_LINE).output(calendar, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
