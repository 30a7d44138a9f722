package org.panelhub.room;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.jboss.resteasy.reactive.RestForm;
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
import org.panelhub.page.Idempotency;
import org.panelhub.page.Words;
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
    private final RoomChoices choices;
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
    private final Idempotency idempotency;

    RoomRecordPages(Doorway doorway, RoomDesk desk, RoomCards cards, RoomChoices choices, Meetings meetings, Running running, Items items, Decisions decisions, Actions actions, Plans plans, CaseTeams teams, Editions editions, Viewers viewers,
            Permissions permissions, Flash flash, Writers writers, Idempotency idempotency) {
        this.doorway = doorway;
        this.desk = desk;
        this.cards = cards;
        this.choices = choices;
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
        this.idempotency = idempotency;
    }

    @POST
    @Path("say")
    @Transactional
    public Response say(@RestPath UUID id, @RestPath UUID item, @BeanParam SayForm form, @RestForm String once) {
        return recorded(id, item, once, form, form.validate(), f -> f.with(form), heard -> {
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
    public Response decide(@RestPath UUID id, @RestPath UUID item, @BeanParam DecisionForm form, @RestForm String spoken, @RestForm String go, @RestForm String once) {
        var line = Field.clean(spoken);
        try {
            return recorded(id, item, once, List.of(form, line), form.validate(), f -> f.with(form, null, null).withSpoken(line), heard -> {
                List<SpokenActions.Understood> agreed;
                try {
                    agreed = line.isEmpty() ? List.of() : spoken(id, heard).read(line);
                } catch (SpokenActions.NotUnderstood e) {
                    return Errors.one("spoken", e.getMessage());
                }
                decisions.record(heard, form);
                agree(heard, agreed);
                if (go == null) {
                    flash.done(agreed.isEmpty() ? "The decision is recorded." : "The decision is recorded. " + said(agreed));
                } else {
                    goOn(id, item);
                }
                return Errors.none();
            });
        } catch (Decisions.DecisionChanged changed) {
            var saved = changed.saved();
            return page(Response.Status.CONFLICT.getStatusCode(), id, item, Errors.none(), f -> saved == null ? f.with(form, null, null) : f.with(form, form.differences(saved, writers.last("decision", saved.id())), saved.version()));
        }
    }

    /** Actions as they are spoken, one a line. The page comes back with the field ready for the next. */
    @POST
    @Path("spoken")
    @Transactional
    public Response spoken(@RestPath UUID id, @RestPath UUID item, @RestForm String spoken, @RestForm String once) {
        var line = Field.clean(spoken);
        return recorded(id, item, once, line, "?ready=spoken", Errors.none(), f -> f.withSpoken(line), heard -> {
            try {
                var agreed = spoken(id, heard).read(line);
                agree(heard, agreed);
                flash.done(said(agreed));
                return Errors.none();
            } catch (SpokenActions.NotUnderstood e) {
                return Errors.one("spoken", e.getMessage());
            }
        });
    }

    /** What was recorded stays recorded where the room may not go on yet. */
    private void goOn(UUID id, UUID item) {
        try {
            if (running.next(id, item) == null) {
                flash.note("All items have been heard. Close the meeting when you are done.");
            }
        } catch (MeetingRefusal refusal) {
            flash.note("The decision is recorded. " + refusal.getMessage());
        }
    }

    private SpokenActions spoken(UUID id, AgendaItem heard) {
        return choices.spoken(meetings.head(id), heard.caseId(), actions.earliestDue(id));
    }

    private void agree(AgendaItem heard, List<SpokenActions.Understood> agreed) {
        agreed.forEach(a -> actions.agree(heard.panelId(), heard.caseId(), heard.meetingId(), a.agencyId(), a.personId(), a.task(), a.due()));
    }

    /** How it was understood, without what is to be done: a flash is no place for a case. */
    private static String said(List<SpokenActions.Understood> agreed) {
        return agreed.size() == 1 ? "The action is agreed: " + agreed.getFirst().agency() + (agreed.getFirst().person() == null ? "" : ", " + agreed.getFirst().person()) + ", due " + Dates.full(agreed.getFirst().due()) + "."
                : Words.count(agreed.size(), "action") + " are agreed.";
    }

    @POST
    @Path("actions")
    @Transactional
    public Response agree(@RestPath UUID id, @RestPath UUID item, @BeanParam AgreeForm form, @RestForm String once) {
        var due = new LocalDate[1];
        return recorded(id, item, once, form, form.validate(due), f -> f.with(form), heard -> {
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
    public Response plan(@RestPath UUID id, @RestPath UUID item, @BeanParam PlanForm form, @RestForm String once) {
        return recorded(id, item, once, form, Errors.none(), f -> f.with(form), heard -> {
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

    private Response recorded(UUID id, UUID itemId, String once, Object form, Errors errors, UnaryOperator<RoomForms> typed, Recording recording) {
        return recorded(id, itemId, once, form, "", errors, typed, recording);
    }

    private Response recorded(UUID id, UUID itemId, String once, Object form, String back, Errors errors, UnaryOperator<RoomForms> typed, Recording recording) {
        var head = meetings.head(id);
        permissions.require(Permission.RECORD_MEETING, head.panelId());
        var elsewhere = doorway.elsewhere(head);
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        try {
            var item = running.current(id, itemId);
            var wrong = new Errors[] { errors };
            if (!errors.any()) {
                idempotency.once(once, head.path() + "/room/items/" + itemId, form, () -> !(wrong[0] = recording.with(item)).any());
            }
            return wrong[0].any() ? page(UNPROCESSABLE, id, itemId, wrong[0], typed) : Response.seeOther(URI.create(head.path() + "/room" + back)).build();
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
        return Response.status(status).entity(RoomPages.Templates.room(view, typed.apply(cards.forms(view)), errors, errors.of("spoken") != null)).build();
    }
}
