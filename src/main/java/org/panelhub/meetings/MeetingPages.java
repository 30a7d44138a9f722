package org.panelhub.meetings;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.panelhub.access.NotFound;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.audit.Writers;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Choice;
import org.panelhub.page.Dates;
import org.panelhub.page.Differences;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;
import org.panelhub.page.Flash;
import org.panelhub.page.Words;
import org.panelhub.panels.PanelView;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The diary: dates ahead and past, a meeting's page, setting and moving a date, replies, observers. */
@Path("/meetings")
@Authenticated
public class MeetingPages {

    private static final int UNPROCESSABLE = 422;

    private final MeetingDesk desk;
    private final Meetings meetings;
    private final Scheduling scheduling;
    private final Invitations invitations;
    private final Permissions permissions;
    private final Viewers viewers;
    private final Flash flash;
    private final Writers writers;

    MeetingPages(MeetingDesk desk, Meetings meetings, Scheduling scheduling, Invitations invitations, Permissions permissions, Viewers viewers, Flash flash, Writers writers) {
        this.desk = desk;
        this.meetings = meetings;
        this.scheduling = scheduling;
        this.invitations = invitations;
        this.permissions = permissions;
        this.viewers = viewers;
        this.flash = flash;
        this.writers = writers;
    }

    @CheckedTemplate(basePath = "meetings")
    static class Templates {
        static native TemplateInstance list(List<MeetingDesk.Row> ahead, MeetingDesk.Past past, boolean first, boolean maySchedule);

        static native TemplateInstance whichPanel(String title, String path, List<PanelView> panels);

        static native TemplateInstance schedule(MeetingForm form, PanelView panel, boolean several, String rhythm, List<String> warnings, Differences differences, MeetingHead head, Errors errors);

        static native TemplateInstance meeting(MeetingView view, List<Choice> invited, String observer, Errors errors);

        static native TemplateInstance cancel(MeetingHead head, String reason, Errors errors);
    }

    @GET
    @Transactional
    public TemplateInstance list(@RestQuery UUID after) {
        return Templates.list(after == null ? desk.ahead() : List.of(), desk.past(after), after == null, permissions.may(Permission.SCHEDULE));
    }

    @GET
    @Path("new")
    @Transactional
    public TemplateInstance propose(@RestQuery UUID panel) {
        permissions.require(Permission.SCHEDULE);
        var panels = scheduling.panels();
        // Day, time and place follow from the panel, so none is proposed before it is known which.
        if (panel == null && panels.size() > 1) {
            return Templates.whichPanel("Plan a meeting", "/meetings/new", panels);
        }
        var chosen = scheduling.panel(panel == null ? panels.getFirst().id() : panel);
        return form(chosen.id(), scheduling.propose(chosen.id()), List.of(), null, null, Errors.none());
    }

    @POST
    @Path("new")
    @Transactional
    public Response plan(@BeanParam MeetingForm form) {
        permissions.require(Permission.SCHEDULE);
        var panel = scheduling.panel(NotFound.id("panel", form.panel()));
        var typed = form.validate(viewers.current().now());
        if (typed.errors().any()) {
            return Response.status(UNPROCESSABLE).entity(form(panel.id(), form, List.of(), null, null, typed.errors())).build();
        }
        var warnings = scheduling.warnings(panel.id(), typed, null);
        if (!warnings.isEmpty() && !form.warningRead()) {
            return Response.status(UNPROCESSABLE).entity(form(panel.id(), form, warnings, null, null, Errors.one("anyway", "Check the date, or tick the box to keep it"))).build();
        }
        var meeting = scheduling.plan(panel.id(), typed);
        var invited = form.inviteNow() ? invitations.send(meeting) : 0;
        flash.done(panel.shortName() + " meets on " + Dates.full(meeting.startsAt()) + ". " + (invited > 0 ? Words.count(invited, "invitation") + " sent. " : "") + "Now build the agenda.");
        return to(meeting.id());
    }

    @GET
    @Path("{id}")
    @Transactional
    public TemplateInstance meeting(@RestPath UUID id) {
        return page(desk.meeting(id), "", Errors.none());
    }

    @GET
    @Path("{id}/change")
    @Transactional
    public TemplateInstance change(@RestPath UUID id) {
        var head = meetings.head(id);
        permissions.require(Permission.SCHEDULE, head.panelId());
        return form(head.panelId(), MeetingForm.of(head), List.of(), null, head, Errors.none());
    }

    @POST
    @Path("{id}/change")
    @Transactional
    public Response move(@RestPath UUID id, @BeanParam MeetingForm form) {
        var head = meetings.head(id);
        permissions.require(Permission.SCHEDULE, head.panelId());
        var typed = form.validate(viewers.current().now());
        if (typed.errors().any()) {
            return Response.status(UNPROCESSABLE).entity(form(head.panelId(), form, List.of(), null, head, typed.errors())).build();
        }
        var meeting = meetings.forWriting(id);
        if (!Integer.toString(meeting.version()).equals(form.version())) {
            return Response.status(Response.Status.CONFLICT).entity(form(head.panelId(), form, List.of(), differences(id, MeetingForm.of(head), form), head, Errors.none())).build();
        }
        var warnings = scheduling.warnings(head.panelId(), typed, id);
        if (!warnings.isEmpty() && !form.warningRead()) {
            return Response.status(UNPROCESSABLE).entity(form(head.panelId(), form, warnings, null, head, Errors.one("anyway", "Check the date, or tick the box to keep it"))).build();
        }
        var reason = scheduling.reason(meeting, form, typed);
        if (typed.errors().any()) {
            return Response.status(UNPROCESSABLE).entity(form(head.panelId(), form, List.of(), null, head, typed.errors())).build();
        }
        return refusedOr(id, () -> {
            scheduling.change(meeting, typed, reason);
            flash.done("Saved. The cut-off and the agenda day follow the date. Whoever is invited is told of a new time or place.");
        });
    }

    @GET
    @Path("{id}/cancel")
    @Transactional
    public TemplateInstance askToCancel(@RestPath UUID id) {
        var head = meetings.head(id);
        permissions.require(Permission.SCHEDULE, head.panelId());
        return Templates.cancel(head, "", Errors.none());
    }

    @POST
    @Path("{id}/cancel")
    @Transactional
    public Response cancel(@RestPath UUID id, @RestForm String reason) {
        var head = meetings.head(id);
        permissions.require(Permission.SCHEDULE, head.panelId());
        var check = new Field.Check();
        var why = check.text("reason", "The reason", reason, MeetingForm.LONGEST_REASON, false);
        check.that(!why.isEmpty(), "reason", "Say why it is cancelled");
        if (check.errors().any()) {
            return Response.status(UNPROCESSABLE).entity(Templates.cancel(head, reason, check.errors())).build();
        }
        return refusedOr(id, () -> {
            scheduling.cancel(meetings.forWriting(id), why);
            flash.done("The meeting is cancelled. Its cases wait for another agenda.");
        });
    }

    /** Invites everyone on the panel who is not invited yet. */
    @POST
    @Path("{id}/invitations")
    @Transactional
    public Response inviteAll(@RestPath UUID id) {
        permissions.require(Permission.SCHEDULE, meetings.head(id).panelId());
        return refusedOr(id, () -> {
            var invited = invitations.send(meetings.forWriting(id));
            flash.done(invited == 0 ? "Everyone on the panel is invited already." : Words.count(invited, "invitation") + " sent, each with an entry for the calendar.");
        });
    }

    @POST
    @Path("{id}/reply")
    @Transactional
    public Response reply(@RestPath UUID id, @RestForm String reply, @RestForm String sent) {
        meetings.byId(id);
        var check = new Field.Check();
        var answer = check.choice("reply", "Say whether you are coming", reply, Attendance.Reply.class, true).filter(r -> r != Attendance.Reply.INVITED);
        if (answer.isEmpty()) {
            return Response.status(UNPROCESSABLE).entity(page(desk.meeting(id), "", Errors.one("reply", "Say whether you are coming"))).build();
        }
        return refusedOr(id, () -> {
            invitations.reply(id, answer.get(), "true".equals(sent));
            flash.done(answer.get() == Attendance.Reply.COMING ? "You are coming." : "Your apologies are noted.");
        });
    }

    @POST
    @Path("{id}/replies")
    @Transactional
    public Response noteReply(@RestPath UUID id, @RestForm String member, @RestForm String noted, @RestForm("noted-sent") String sent) {
        var head = meetings.head(id);
        permissions.require(Permission.SCHEDULE, head.panelId());
        var check = new Field.Check();
        check.that(member != null && member.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"), "member", "Choose the person");
        var answer = check.choice("noted", "Choose the reply", noted, Attendance.Reply.class, true);
        if (check.errors().any()) {
            return Response.status(UNPROCESSABLE).entity(page(desk.meeting(id), "", check.errors())).build();
        }
        return refusedOr(id, () -> {
            invitations.note(id, UUID.fromString(member), answer.get(), "true".equals(sent));
            flash.done("The reply is noted.");
        });
    }

    @POST
    @Path("{id}/observers")
    @Transactional
    public Response invite(@RestPath UUID id, @RestForm String observer) {
        var head = meetings.head(id);
        permissions.require(Permission.SCHEDULE, head.panelId());
        var check = new Field.Check();
        var email = check.email("observer", "Work e-mail address", observer, true);
        if (!check.errors().any()) {
            try {
                invitations.observe(id, email);
                flash.done("The observer is invited, and sees the room while it is open.");
                return to(id);
            } catch (MeetingRefusal refusal) {
                check.that(false, "observer", refusal.getMessage());
            }
        }
        return Response.status(UNPROCESSABLE).entity(page(desk.meeting(id), observer, check.errors())).build();
    }

    private TemplateInstance page(MeetingView view, String observer, Errors errors) {
        var invited = view.members().stream().map(m -> Choice.of(m.memberId(), m.who())).toList();
        return Templates.meeting(view, invited, observer, errors);
    }

    private TemplateInstance form(UUID panelId, MeetingForm form, List<String> warnings, Differences differences, MeetingHead head, Errors errors) {
        return Templates.schedule(form, scheduling.panel(panelId), scheduling.panels().size() > 1, scheduling.rhythm(panelId), warnings, differences, head, errors);
    }

    private Differences differences(UUID id, MeetingForm theirs, MeetingForm yours) {
        var names = List.of("Date", "Start time", "Expected end", "Venue", "Online link", "Order of business", "Kind of meeting");
        var differences = new Differences(writers.last("meeting", id));
        for (int i = 0; i < names.size(); i++) {
            differences.compare(names.get(i), theirs.texts().get(i), yours.texts().get(i));
        }
        return differences;
    }

    /** Back to the meeting, saying what was done or why it was not. */
    private Response refusedOr(UUID id, Runnable work) {
        try {
            work.run();
        } catch (MeetingRefusal refusal) {
            flash.note(refusal.getMessage());
        }
        return to(id);
    }

    private static Response to(UUID id) {
        return Response.seeOther(URI.create("/meetings/" + id)).build();
    }
}
