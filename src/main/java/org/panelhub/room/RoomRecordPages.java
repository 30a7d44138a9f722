package org.panelhub.room;

import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.jboss.resteasy.reactive.RestPath;
import org.panelhub.access.NotFound;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.actions.Actions;
import org.panelhub.actions.DueTooEarly;
import org.panelhub.actions.NotOfThatAgency;
import org.panelhub.audit.Writers;
import org.panelhub.cases.CaseTeams;
import org.panelhub.identity.Role;
import org.panelhub.identity.Viewers;
import org.panelhub.meetings.AgendaItem;
import org.panelhub.meetings.MeetingRefusal;
import org.panelhub.meetings.Meetings;
import org.panelhub.page.Dates;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;
import org.panelhub.page.Flash;
import org.panelhub.plans.Editions;
import org.panelhub.plans.PlanChanged;
import org.panelhub.plans.PlanForm;
import org.panelhub.plans.Plans;
import org.panelhub.sharing.Items;
import org.panelhub.sharing.Nature;
import org.panelhub.sharing.NotReleasable;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** What the coordinator captures as it is spoken: facts said aloud, risk and decision, actions, the plan with its case manager. */
@Path("/meetings/{id}/room/items/{item}")
@Authenticated
public class RoomRecordPages {

    private static final int UNPROCESSABLE = 422;

    private final Doorway doorway;
    private final RoomDesk desk;
    private final RoomCards cards;
    private final Meetings meetings;
    private final Running running;
    private final Items items;
    private final Decisions decisions;
    private final Actions actions;
    private final Plans plans;
    private final CaseTeams teams;
    private final Editions editions;
    private final Viewers viewers;
    private final Permissions permissions;
    private final Flash flash;
    private final Writers writers;

    RoomRecordPages(Doorway doorway, RoomDesk desk, RoomCards cards, Meetings meetings, Running running, Items items, Decisions decisions, Actions actions, Plans plans, CaseTeams teams, Editions editions, Viewers viewers,
            Permissions permissions, Flash flash, Writers writers) {
        this.doorway = doorway;
        this.desk = desk;
        this.cards = cards;
        this.meetings = meetings;
        this.running = running;
        this.items = items;
        this.decisions = decisions;
        this.actions = actions;
        this.plans = plans;
        this.teams = teams;
        this.editions = editions;
        this.viewers = viewers;
        this.permissions = permissions;
        this.flash = flash;
        this.writers = writers;
    }

    @POST
    @Path("say")
    @Transactional
    public Response say(@RestPath UUID id, @RestPath UUID item, @BeanParam SayForm form) {
        return recorded(id, item, form.validate(), f -> f.with(form), heard -> {
            try {
                items.saidAloud(id, heard.caseId(), Ids.of(form.who()), Nature.valueOf(form.nature()), Field.clean(form.said()));
                return Errors.none();
            } catch (NotReleasable refused) {
                return Errors.one("who", refused.getMessage());
            }
        });
    }

    @POST
    @Path("decision")
    @Transactional
    public Response decide(@RestPath UUID id, @RestPath UUID item, @BeanParam DecisionForm form) {
        try {
            return recorded(id, item, form.validate(), f -> f.with(form, null, null), heard -> {
                decisions.record(heard, form);
                flash.done("The decision is recorded.");
                return Errors.none();
            });
        } catch (Decisions.DecisionChanged changed) {
            var saved = changed.saved();
            return page(Response.Status.CONFLICT.getStatusCode(), id, item, Errors.none(), f -> saved == null ? f.with(form, null, null) : f.with(form, form.differences(saved, writers.last("decision", saved.id())), saved.version()));
        }
    }

    @POST
    @Path("actions")
    @Transactional
    public Response agree(@RestPath UUID id, @RestPath UUID item, @BeanParam AgreeForm form) {
        var due = new LocalDate[1];
        return recorded(id, item, form.validate(due), f -> f.with(form), heard -> {
            try {
                actions.agree(heard.panelId(), heard.caseId(), id, Ids.of(form.agency()), Ids.of(form.person()), Field.clean(form.task()), due[0]);
                flash.done("The action is agreed, due " + Dates.full(due[0]) + ".");
                return Errors.none();
            } catch (DueTooEarly early) {
                return Errors.one("due", "The due date must be " + Dates.day(early.earliest()) + " or later: it cannot be before the meeting");
            } catch (NotOfThatAgency stranger) {
                return Errors.one("person", "This person does not work for the agency that you chose");
            }
        });
    }

    @POST
    @Path("plan")
    @Transactional
    public Response plan(@RestPath UUID id, @RestPath UUID item, @BeanParam PlanForm form) {
        return recorded(id, item, Errors.none(), f -> f.with(form), heard -> {
            var day = meetings.byId(id).day();
            var errors = form.validate(editions.standing(heard.caseId()).filter(p -> p.reviewedByMeetingOf(day)).isPresent(), viewers.current().today())
                    .addIf(form.managerId().isEmpty(), "manager", "Choose the case manager: one named person is the person’s single contact");
            if (errors.any()) {
                return errors;
            }
            try {
                plans.write(heard.caseId(), id, form.seen(), form.text());
            } catch (PlanChanged changed) {
                return Errors.one("aims", "Someone else wrote a plan while you were typing. Read it on the page of the case, then save yours again");
            }
            teams.name(heard.caseId(), form.managerId().get(), Role.CASE_MANAGER);
            flash.done("The protection plan is recorded, with its case manager.");
            return Errors.none();
        });
    }

    private interface Recording {
        /** What is wrong after all; none when it was recorded. */
        Errors with(AgendaItem item);
    }

    private Response recorded(UUID id, UUID itemId, Errors errors, UnaryOperator<RoomForms> typed, Recording recording) {
        var head = meetings.head(id);
        permissions.require(Permission.RECORD_MEETING, head.panelId());
        var elsewhere = doorway.elsewhere(head);
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        try {
            var item = running.current(id, itemId);
            var wrong = errors.any() ? errors : recording.with(item);
            return wrong.any() ? page(UNPROCESSABLE, id, itemId, wrong, typed) : Response.seeOther(URI.create(head.path() + "/room")).build();
        } catch (MeetingRefusal refusal) {
            flash.note(refusal.getMessage());
            return Response.seeOther(URI.create(head.path())).build();
        }
    }

    private Response page(int status, UUID id, UUID itemId, Errors errors, UnaryOperator<RoomForms> typed) {
        var view = desk.room(id, itemId);
        if (view.item() == null) {
            throw new NotFound("agenda item", itemId);
        }
        return Response.status(status).entity(RoomPages.Templates.room(view, typed.apply(cards.forms(view)), errors)).build();
    }
}
