package org.panelhub.meetings;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.audit.Writer;
import org.panelhub.audit.Writers;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Choice;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;
import org.panelhub.page.Flash;
import org.panelhub.page.Words;
import org.panelhub.partnership.Members;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The coordinator's desk for one agenda: put on, order, time, take off, publish. Works with buttons alone. */
@Path("/meetings/{id}")
@Authenticated
public class AgendaPages {

    private static final int UNPROCESSABLE = 422;
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_ITEM = 240;

    private final Meetings meetings;
    private final Agendas agendas;
    private final AgendaBuilder builder;
    private final Recipients recipients;
    private final Members members;
    private final Permissions permissions;
    private final Viewers viewers;
    private final Flash flash;
    private final Writers writers;

    AgendaPages(Meetings meetings, Agendas agendas, AgendaBuilder builder, Recipients recipients, Members members, Permissions permissions, Viewers viewers, Flash flash, Writers writers) {
        this.meetings = meetings;
        this.agendas = agendas;
        this.builder = builder;
        this.recipients = recipients;
        this.members = members;
        this.permissions = permissions;
        this.viewers = viewers;
        this.flash = flash;
        this.writers = writers;
    }

    @CheckedTemplate(basePath = "meetings")
    static class Templates {
        static native TemplateInstance agenda(MeetingHead head, Timetable agenda, List<Row> rows, List<AgendaBuilder.Split> split, List<AgendaBuilder.Group> groups, Late late, List<AgendaChangeView> changes, boolean unsent,
                List<Agendas.DeputyNeeded> deputiesNeeded, Own own, Errors errors);

        static native TemplateInstance publish(MeetingHead head, String items, List<Recipients.Recipient> receive, String receivers, List<Recipients.Recipient> others, String without,
                List<AgendaChangeView> changes);
    }

    /** A line of the coordinator's own, as typed. */
    @TemplateData
    public record Own(String title, String length) {
        static final Own NONE = new Own("", "10");
    }

    /** Cases that came after the cut-off, and who may give leave; with what was chosen and typed. */
    @TemplateData
    public record Late(List<Choice> cases, List<Choice> chairs, String chosen, String chair, String reason) {
    }

    /** A line with its minutes as typed, and what is wrong with them. */
    @TemplateData
    public record Row(Timetable.Slot slot, String minutes, String error) {
    }

    @GET
    @Path("agenda")
    @Transactional
    public TemplateInstance agenda(@RestPath UUID id) {
        return page(id, null, Own.NONE, null, Errors.none());
    }

    /** @param all everything that waits, whatever is ticked */
    @POST
    @Path("agenda/add")
    @Transactional
    public Response add(@RestPath UUID id, @RestForm String version, @RestForm List<String> propose, @RestForm String all) {
        var wanted = all == null ? Words.count(propose.size(), "thing") : "everything that waits";
        return change(id, version, "put " + wanted + " on the agenda", v -> flash.done(Words.count(builder.add(id, v, p -> all != null || propose.contains(p.key())), "thing") + " put on the agenda."));
    }

    @POST
    @Path("agenda/note")
    @Transactional
    public Response note(@RestPath UUID id, @RestForm String version, @RestForm String title, @RestForm String length) {
        require(id);
        var check = new Field.Check();
        var text = check.text("title", "What it is", title, LONGEST_TITLE, true);
        var minutes = check.number("length", "Minutes", length, 1, LONGEST_ITEM, true);
        if (check.errors().any()) {
            return Response.status(UNPROCESSABLE).entity(page(id, null, new Own(title, length), null, check.errors())).build();
        }
        return change(id, version, "add “" + text + "”, " + minutes + " minutes", new Own(title, length), null, v -> {
            builder.note(id, v, text, minutes);
            flash.done("“" + text + "” is on the agenda.");
        });
    }

    /** A case that came after the cut-off, by the leave of a chair. */
    @POST
    @Path("agenda/late")
    @Transactional
    public Response late(@RestPath UUID id, @RestForm String version, @RestForm String late, @RestForm String chair, @RestForm String reason) {
        require(id);
        var check = new Field.Check();
        var meeting = meetings.byId(id);
        var waiting = builder.proposals(meeting).late();
        var chosen = waiting.stream().filter(p -> p.key().equals(late)).findFirst();
        if (chosen.isEmpty() && late != null && !late.isBlank()) {
            flash.note("This case is on an agenda already, or closed.");
            return back(id);
        }
        check.that(chosen.isPresent(), "late", "Choose a case");
        var by = chairs(waiting).stream().filter(c -> c.value().equals(chair)).findFirst();
        check.that(by.isPresent(), "chair", "Choose who gave leave");
        check.that(by.isEmpty() || chosen.isEmpty() || builder.mayGiveLeave(List.of(chosen.get())).contains(UUID.fromString(chair)), "chair", "Choose another chair for this case");
        var why = check.text("reason", "Why it cannot wait", reason, LONGEST_TITLE, true);
        var typed = new Late(List.of(), List.of(), late, chair, reason);
        if (check.errors().any()) {
            return Response.status(UNPROCESSABLE).entity(page(id, null, Own.NONE, typed, check.errors())).build();
        }
        return change(id, version, "put a late case on the agenda", Own.NONE, typed, v -> {
            builder.addLate(id, v, late, UUID.fromString(chair), why);
            flash.done("The case is on the agenda, by leave of " + by.get().text() + ".");
        });
    }

    /** One form holds the whole agenda, in the order in which it stands on the page: up, down and take off name an item; Save keeps order and minutes. */
    @POST
    @Path("agenda")
    @Transactional
    public Response arrange(@RestPath UUID id, @RestForm String version, @RestForm String up, @RestForm String down, @RestForm String off, @RestForm UUID together,
            @RestForm List<UUID> item, @RestForm List<String> minutes) {
        require(id);
        if (together != null) {
            return change(id, version, "bring the items of a guest together", v -> {
                builder.together(id, v, item, together);
                flash.done("The items for which this guest comes follow each other.");
            });
        }
        if (up != null || down != null) {
            var moved = agendas.item(id, up != null ? up : down);
            return change(id, version, "move “" + moved.title() + "” " + (up != null ? "up" : "down"), v -> builder.move(id, v, item, moved.id(), up != null ? -1 : 1));
        }
        if (off != null) {
            var taken = agendas.item(id, off);
            return change(id, version, "take “" + taken.title() + "” off", v -> flash.done("“" + builder.remove(id, v, item, taken.id()) + "” is off the agenda."));
        }
        var check = new Field.Check();
        var times = new ArrayList<Integer>();
        for (int i = 0; i < minutes.size(); i++) {
            times.add(check.number("minutes-" + (i + 1), "Minutes of item " + (i + 1), minutes.get(i), 1, LONGEST_ITEM, true));
        }
        check.that(minutes.size() == item.size(), "minutes-1", "Enter minutes for each item");
        if (check.errors().any()) {
            return Response.status(UNPROCESSABLE).entity(page(id, minutes, Own.NONE, null, check.errors())).build();
        }
        return change(id, version, "keep another order or other minutes", v -> {
            builder.arrange(id, v, item, times);
            flash.done("Order and times are saved.");
        });
    }

    @GET
    @Path("publish")
    @Transactional
    public TemplateInstance askToPublish(@RestPath UUID id) {
        var head = meetings.head(id);
        permissions.require(Permission.PUBLISH_AGENDA, head.panelId());
        var all = recipients.of(head.panelId());
        var receive = all.stream().filter(Recipients.Recipient::receives).toList();
        var others = all.stream().filter(r -> !r.receives()).toList();
        return Templates.publish(head, Words.count(agendas.items(id).size(), "item"), receive, Words.count(receive.size(), "member"), others, Words.count(others.size(), "member"),
                agendas.changes(id).stream().filter(c -> c.edition().equals(head.agendaEdition())).toList());
    }

    @POST
    @Path("publish")
    @Transactional
    public Response publish(@RestPath UUID id, @RestForm String version) {
        var head = meetings.head(id);
        permissions.require(Permission.PUBLISH_AGENDA, head.panelId());
        try {
            flash.done("The agenda is published to " + Words.count(builder.publish(id, number(version)), "member") + ".");
            return Response.seeOther(URI.create(head.path())).build();
        } catch (AgendaMoved moved) {
            flash.note("Someone else changed this agenda while you had it open, so it is not published yet. Look at it again.");
        } catch (MeetingRefusal refusal) {
            flash.note(refusal.getMessage());
        }
        return back(id);
    }

    private interface Work {
        void with(int version);
    }

    /** The second of two writers sees the agenda as it is now, and reads what it wanted. */
    private Response change(UUID id, String version, String wanted, Work work) {
        return change(id, version, wanted, Own.NONE, null, work);
    }

    private Response change(UUID id, String version, String wanted, Own own, Late late, Work work) {
        require(id);
        try {
            work.with(number(version));
        } catch (AgendaMoved moved) {
            var told = Errors.one("agenda", writers.last("meeting", id).map(Writer::who).orElse("Someone else") + " changed this agenda while you had it open. You wanted to " + wanted + ". Below is the agenda as it is now: do it again if it still holds.");
            return Response.status(Response.Status.CONFLICT).entity(page(id, null, own, late, told)).build();
        } catch (MeetingRefusal refusal) {
            flash.note(refusal.getMessage());
        }
        return back(id);
    }

    private TemplateInstance page(UUID id, List<String> typed, Own own, Late late, Errors errors) {
        var head = require(id);
        var lines = agendas.of(id);
        var agenda = head.open() ? Timetable.running(head, lines, viewers.current().now().toInstant()) : Timetable.planned(head, lines);
        var changes = agendas.changes(id);
        var minutes = typed != null && typed.size() == lines.size() ? typed : lines.stream().map(l -> l.minutes().toString()).toList();
        var rows = agenda.slots().stream().map(s -> new Row(s, minutes.get(s.number() - 1), errors.of("minutes-" + s.number()))).toList();
        var proposed = builder.proposals(meetings.byId(id));
        return Templates.agenda(head, agenda, rows, builder.split(id), proposed.inTime(), late(proposed.late(), late), changes, changes.stream().anyMatch(c -> c.edition().equals(head.agendaEdition())),
                agendas.deputiesNeeded(lines), own, errors);
    }

    private Late late(List<AgendaSource.Proposal> late, Late typed) {
        var cases = late.stream().map(p -> Choice.of(p.key(), p.title(), p.minutes() + " min, " + p.why())).toList();
        var chairs = chairs(late);
        return typed == null ? new Late(cases, chairs, cases.size() == 1 ? cases.getFirst().value() : "", chairs.size() == 1 ? chairs.getFirst().value() : "", "")
                : new Late(cases, chairs, typed.chosen(), typed.chair(), typed.reason());
    }

    /** Chairs who may give leave for one of the late cases at least, by name. */
    private List<Choice> chairs(List<AgendaSource.Proposal> late) {
        var may = builder.mayGiveLeave(late);
        return may.isEmpty() ? List.of() : members.list().stream().filter(m -> may.contains(m.id())).map(m -> Choice.of(m.id(), m.name())).toList();
    }

    private MeetingHead require(UUID id) {
        var head = meetings.head(id);
        permissions.require(Permission.SCHEDULE, head.panelId());
        return head;
    }

    private static int number(String version) {
        return version != null && version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1;
    }

    private static Response back(UUID id) {
        return Response.seeOther(URI.create("/meetings/" + id + "/agenda")).build();
    }
}
