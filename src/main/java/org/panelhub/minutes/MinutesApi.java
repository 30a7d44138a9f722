package org.panelhub.minutes;

import java.net.URI;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestHeader;
import org.panelhub.access.NotFound;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.page.Idempotency;
import org.panelhub.page.IfMatch;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The minutes of a meeting as JSON: the same use cases and the same copy for each reader as on the pages. */
@Path("/api/meetings/{id}/minutes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
public class MinutesApi {

    private final MinutesBook book;
    private final MinutesReading reading;
    private final Circulation circulation;
    private final MinutesPaper paper;
    private final Permissions permissions;
    private final Idempotency idempotency;

    MinutesApi(MinutesBook book, MinutesReading reading, Circulation circulation, MinutesPaper paper, Permissions permissions, Idempotency idempotency) {
        this.book = book;
        this.reading = reading;
        this.circulation = circulation;
        this.paper = paper;
        this.permissions = permissions;
        this.idempotency = idempotency;
    }

    /** A new text for a paragraph. */
    public record Text(String body) {
    }

    /** A note; {@code caseReference} is absent when it is about the meeting as a whole. */
    public record Note(String caseReference, String body) {
    }

    @GET
    @Transactional
    public MinutesView minutes(@PathParam("id") UUID id) {
        var meeting = reading.meeting(id);
        var minutes = shown(id);
        if (!minutes.sections().isEmpty()) {
            circulation.opened(meeting);
        }
        return minutes;
    }

    @GET
    @Path("/pdf")
    @Produces("application/pdf")
    @Transactional
    public Response pdf(@PathParam("id") UUID id) {
        var meeting = reading.meeting(id);
        var minutes = book.copy(meeting);
        circulation.opened(meeting);
        return paper.response(minutes);
    }

    /** Writes the draft from the record, or brings it up to date. */
    @POST
    @Transactional
    public Response write(@PathParam("id") UUID id) {
        book.write(id);
        return Response.ok(minutes(id)).location(URI.create("/api/meetings/" + id + "/minutes")).build();
    }

    /** Puts a new text in place of the paragraph whose revision the header names. The coordinator leaves one out by an empty text; an agency corrects its own. */
    @PUT
    @Path("/paragraphs/{paragraph}")
    @Transactional
    public MinutesView edit(@PathParam("id") UUID id, @PathParam("paragraph") UUID paragraph, @RestHeader(IfMatch.HEADER) String ifMatch, Text text) {
        book.requireEdit(id);
        var stands = IfMatch.required(ifMatch, () -> paragraph(id, paragraph));
        MinutesText.check(text == null ? null : text.body, book.mayCorrect(reading.meeting(id).panelId()));
        book.edit(id, paragraph, stands.revision(), text.body);
        return minutes(id);
    }

    @GET
    @Path("/paragraphs/{paragraph}")
    @Transactional
    public MinutesView.Line one(@PathParam("id") UUID id, @PathParam("paragraph") UUID paragraph) {
        return paragraph(id, paragraph);
    }

    /** Adds a paragraph: to agreed minutes dated and signed with the writer's name. */
    @POST
    @Path("/notes")
    @Transactional
    public Response note(@PathParam("id") UUID id, @RestHeader(Idempotency.HEADER) String key, Note note) {
        requireOn(id, Permission.WRITE_MINUTES);
        return idempotency.created(key, "/api/meetings/" + id + "/minutes/paragraphs", note, () -> {
            MinutesText.check(note == null ? null : note.body, true);
            return book.note(id, note.caseReference, note.body);
        }, paragraph -> paragraph(id, paragraph));
    }

    /** Agrees the text that was read. */
    @POST
    @Path("/agreement")
    @Transactional
    public MinutesView agree(@PathParam("id") UUID id, @RestHeader(IfMatch.HEADER) String ifMatch) {
        requireOn(id, Permission.AGREE_MINUTES);
        book.agree(id, IfMatch.required(ifMatch, () -> shown(id)).revision());
        return minutes(id);
    }

    @POST
    @Path("/circulation")
    @Transactional
    public MinutesView circulate(@PathParam("id") UUID id) {
        circulation.circulate(id);
        return minutes(id);
    }

    /** Signs to receive them. They can be read from the next request on. */
    @POST
    @Path("/declaration")
    @Transactional
    public Response sign(@PathParam("id") UUID id) {
        circulation.sign(id);
        return Response.noContent().build();
    }

    private void requireOn(UUID id, Permission permission) {
        permissions.require(permission, reading.meeting(id).panelId());
    }

    private MinutesView shown(UUID id) {
        var meeting = reading.meeting(id);
        return reading.shown(meeting, permissions.may(Permission.WRITE_MINUTES, meeting.panelId())).orElseThrow(() -> new NotFound("minutes", id));
    }

    private MinutesView.Line paragraph(UUID id, UUID paragraph) {
        return shown(id).sections().stream().flatMap(s -> s.blocks().stream()).flatMap(b -> b.paragraphs().stream()).filter(p -> p.id().equals(paragraph)).findFirst()
                .orElseThrow(() -> new NotFound("minutes paragraph", paragraph));
    }
}
