package org.panelhub.room;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.panelhub.access.NotFound;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.cases.sight.Shutting;
import org.panelhub.meetings.MeetingRefusal;
import org.panelhub.meetings.Meetings;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;
import org.panelhub.page.Flash;
import org.panelhub.page.Idempotency;
import org.panelhub.page.Words;
import org.panelhub.sharing.Consent;
import org.panelhub.sharing.Items;
import org.panelhub.sharing.NotReleasable;
import org.panelhub.sharing.research.CannotAsk;
import org.panelhub.sharing.research.ResearchRequests;
import org.panelhub.sharing.research.Spoken;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** What each member does in the room for its own agency: release what it prepared, mend a line that it is said to have spoken, step out of a case. */
@Path("/meetings/{id}/room/items/{item}")
@Authenticated
public class RoomMemberPages {

    private static final int UNPROCESSABLE = 422;
    private static final int LONGEST = 2000;

    private final Doorway doorway;
    private final RoomDesk desk;
    private final RoomCards cards;
    private final RoomChoices choices;
    private final Meetings meetings;
    private final Running running;
    private final Items items;
    private final Shutting shutting;
    private final ResearchRequests requests;
    private final Permissions permissions;
    private final Flash flash;
    private final Idempotency idempotency;

    RoomMemberPages(Doorway doorway, RoomDesk desk, RoomCards cards, RoomChoices choices, Meetings meetings, Running running, Items items, Shutting shutting, ResearchRequests requests, Permissions permissions, Flash flash, Idempotency idempotency) {
        this.doorway = doorway;
        this.desk = desk;
        this.cards = cards;
        this.choices = choices;
        this.meetings = meetings;
        this.running = running;
        this.items = items;
        this.shutting = shutting;
        this.requests = requests;
        this.permissions = permissions;
        this.flash = flash;
        this.idempotency = idempotency;
    }

    /** @param one the item whose button was pressed; without it, all that may go to the panel */
    @POST
    @Path("release")
    @Transactional
    public Response release(@RestPath UUID id, @RestPath UUID item, @RestForm String one, @RestForm String consent, @RestForm("consent-reason") String reason, @RestForm String once) {
        var head = meetings.head(id);
        permissions.require(Permission.RELEASE_INFORMATION, head.panelId());
        var elsewhere = doorway.elsewhere(head);
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        var typed = new RoomForms.ReleaseForm(consent, reason);
        var check = new Field.Check();
        var agreed = check.choice("consent", "Say whether the person consents to the sharing", consent, Consent.class, true);
        var why = check.text("consent-reason", "Reason", reason, LONGEST, agreed.filter(c -> c != Consent.GIVEN).isPresent());
        try {
            var heard = running.current(id, item);
            if (check.errors().any()) {
                return page(id, item, typed, check.errors());
            }
            idempotency.once(once, head.path() + "/room/items/" + item + "/release", List.of(Objects.requireNonNullElse(one, ""), agreed.get(), why), () -> {
                var ids = one != null ? List.of(Objects.requireNonNullElse(Ids.of(one), item)) : items.prepared(heard.caseId()).stream().filter(i -> !RoomDesk.named(i)).map(i -> i.id()).toList();
                items.releasePrepared(heard.caseId(), ids, agreed.get(), why);
                flash.done(Words.count(ids.size(), "item") + " released to the panel.");
                return true;
            });
        } catch (NotReleasable refused) {
            return page(id, item, typed, Errors.one("consent", refused.getMessage()));
        } catch (MeetingRefusal refusal) {
            flash.note(refusal.getMessage());
        }
        return Response.seeOther(URI.create(head.path() + "/room")).build();
    }

    /** Where an agency's research is only spoken: whether it was shared by word of mouth, never what. */
    @POST
    @Path("research/{request}")
    @Transactional
    public Response speak(@RestPath UUID id, @RestPath UUID item, @RestPath UUID request, @RestForm String spoken) {
        var head = meetings.head(id);
        var elsewhere = doorway.elsewhere(head);
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        var became = new Field.Check().choice("spoken", "", spoken, Spoken.class, true).orElseThrow(() -> new NotFound("answer", spoken));
        try {
            var heard = running.current(id, item);
            if (requests.of(heard.caseId()).stream().noneMatch(r -> r.id().equals(request))) {
                throw new NotFound("request", request);
            }
            requests.speak(request, became);
            flash.done("Recorded: " + Words.lower(became.label()) + ".");
        } catch (CannotAsk | MeetingRefusal refused) {
            flash.note(refused.getMessage());
        }
        return Response.seeOther(URI.create(head.path() + "/room")).build();
    }

    /** The agency mends a line that was typed for it, until the minutes are agreed. */
    @POST
    @Path("lines/{line}")
    @Transactional
    public Response mend(@RestPath UUID id, @RestPath UUID item, @RestPath UUID line, @RestForm String words) {
        var head = meetings.head(id);
        var elsewhere = doorway.elsewhere(head);
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        var said = items.view(line);
        if (!said.saidAloud() || !id.equals(said.meetingId()) || !items.isOwn(said)) {
            throw new NotFound("item", line);
        }
        var check = new Field.Check();
        var text = check.text("words", "What was said", words, LONGEST, true);
        if (choices.minutesAgreed(id)) {
            flash.note("The minutes are agreed, so the line stays as it is.");
        } else if (check.errors().any()) {
            flash.note("The line was left as it was: enter what was said.");
        } else {
            items.correct(line, said.saying(text));
            flash.done("The line is mended.");
        }
        return Response.seeOther(URI.create(head.path() + "/room")).build();
    }

    /** A conflict of interest: the case is shut to the member at once, and its screen leaves it. */
    @POST
    @Path("conflict")
    @Transactional
    public Response leave(@RestPath UUID id, @RestPath UUID item, @RestForm String conflict) {
        var head = meetings.head(id);
        var elsewhere = doorway.elsewhere(head);
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        var view = desk.room(id, item);
        if (view.item() == null || view.item().file() == null) {
            throw new NotFound("agenda item", item);
        }
        var check = new Field.Check();
        var reason = check.text("conflict", "Reason", conflict, LONGEST, true);
        if (check.errors().any()) {
            return Response.status(UNPROCESSABLE).entity(RoomPages.Templates.room(view, cards.forms(view).withConflict(conflict), check.errors(), false)).build();
        }
        shutting.declare(view.item().file(), reason);
        flash.done("The case is shut to you. Your screen comes back with the next item.");
        return Response.seeOther(URI.create(head.path() + "/room")).build();
    }

    private Response page(UUID id, UUID item, RoomForms.ReleaseForm typed, Errors errors) {
        var view = desk.room(id, item);
        return Response.status(UNPROCESSABLE).entity(RoomPages.Templates.room(view, cards.forms(view).with(typed), errors, false)).build();
    }
}
