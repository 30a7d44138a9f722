package org.panelhub.minutes;

import java.net.URI;
import java.util.UUID;

import org.panelhub.access.NotFound;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;

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

    MinutesApi(MinutesBook book, MinutesReading reading, Circulation circulation, MinutesPaper paper, Permissions permissions) {
        this.book = book;
        this.reading = reading;
        this.circulation = circulation;
        this.paper = paper;
        this.permissions = permissions;
    }

    /** A new text for a paragraph, with the revision of the text it replaces. */
    public record Text(String body, String revision) {
    }

    /** A note; {@code caseReference} is absent when it is about the meeting as a whole. */
    public record Note(String caseReference, String body) {
    }

    /** The revision of the whole text that was read. */
    public record Agreement(String revision) {
    }

    @GET
    @Transactional
    public MinutesView minutes(@PathParam("id") UUID id) {
        var meeting = reading.meeting(id);
        var minutes = reading.shown(meeting, permissions.may(Permission.WRITE_MINUTES, meeting.panelId())).orElseThrow(() -> new NotFound("minutes", id));
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
        var minutes = reading.exported(meeting).filter(m -> !m.sections().isEmpty()).orElseThrow(() -> new NotFound("minutes", id));
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

    @PUT
    @Path("/paragraphs/{paragraph}")
    @Transactional
    public MinutesView edit(@PathParam("id") UUID id, @PathParam("paragraph") UUID paragraph, Text text) {
        MinutesText.check(text == null ? null : text.body, false);
        book.edit(id, paragraph, text.revision, text.body);
        return minutes(id);
    }

    @POST
    @Path("/notes")
    @Transactional
    public MinutesView note(@PathParam("id") UUID id, Note note) {
        MinutesText.check(note == null ? null : note.body, true);
        book.note(id, note.caseReference, note.body);
        return minutes(id);
    }

    @POST
    @Path("/agreement")
    @Transactional
    public MinutesView agree(@PathParam("id") UUID id, Agreement agreement) {
        book.agree(id, agreement == null ? "" : agreement.revision);
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
}
