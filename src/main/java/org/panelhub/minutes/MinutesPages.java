package org.panelhub.minutes;

import java.net.URI;
import java.util.UUID;

import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.audit.Writers;
import org.panelhub.page.Differences;
import org.panelhub.page.Drafts;
import org.panelhub.page.Errors;
import org.panelhub.page.Flash;
import org.panelhub.page.Words;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** The minutes of a meeting: one page for who writes, agrees, signs for and reads them. */
@Path("/meetings/{id}/minutes")
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class MinutesPages {

    private static final int INVALID = 422;
    private static final int CONFLICT = 409;

    private final MinutesBook book;
    private final MinutesReading reading;
    private final Circulation circulation;
    private final MinutesPaper paper;
    private final Permissions permissions;
    private final Flash flash;
    private final Drafts drafts;
    private final Writers writers;

    MinutesPages(MinutesBook book, MinutesReading reading, Circulation circulation, MinutesPaper paper, Permissions permissions, Flash flash, Drafts drafts, Writers writers) {
        this.book = book;
        this.reading = reading;
        this.circulation = circulation;
        this.paper = paper;
        this.permissions = permissions;
        this.flash = flash;
        this.drafts = drafts;
        this.writers = writers;
    }

    @CheckedTemplate(basePath = "minutes")
    static class Templates {
        static native TemplateInstance minutes(MinutesPage page, Editing editing, Errors errors);
    }

    /** A paragraph, or a new note, that is being typed. {@code differences} are shown when somebody else saved first. */
    @io.quarkus.qute.TemplateData
    public record Editing(String paragraph, String body, String revision, String caseReference, Differences differences) {
        static final Editing NOTHING = new Editing("", null, null, "", null);

        public boolean isOf(MinutesView.Line line) {
            return line.id().toString().equals(paragraph);
        }

        public String textOf(MinutesView.Line line) {
            return body == null ? line.body() : body;
        }

        public String versionOf(MinutesView.Line line) {
            return revision == null ? line.revision() : revision;
        }

        /** Enough rows to see the whole text at once. */
        public int rowsOf(MinutesView.Line line) {
            var text = textOf(line);
            return (int) Math.clamp(text.lines().count() + text.length() / 80, 3, 20);
        }

        public String noteText() {
            return paragraph.equals("note") ? body : null;
        }
    }

    @GET
    @Transactional
    public TemplateInstance minutes(@PathParam("id") UUID id, @RestQuery String edit) {
        return show(id, edit == null ? noted(id) : typed(edit), Errors.none());
    }

    /** The paragraph as it was being typed when the session ended, else as it stands. */
    private Editing typed(String paragraph) {
        return drafts.load("minutes-" + paragraph).map(d -> new Editing(paragraph, d.text("body"), d.text("version"), "", null)).orElse(new Editing(paragraph, null, null, "", null));
    }

    /** A note that was typed and not sent is still there. */
    private Editing noted(UUID id) {
        return drafts.load("minutes-note-" + id).map(d -> new Editing("note", d.text("note"), null, d.text("about"), null)).orElse(Editing.NOTHING);
    }

    private TemplateInstance show(UUID id, Editing editing, Errors errors) {
        var meeting = reading.meeting(id);
        boolean mayWrite = permissions.may(Permission.WRITE_MINUTES, meeting.panelId());
        boolean mayAgree = !mayWrite && permissions.may(Permission.AGREE_MINUTES, meeting.panelId());
        var minutes = reading.shown(meeting, mayWrite);
        boolean readable = minutes.isPresent() && !minutes.get().sections().isEmpty();
        boolean toSign = minutes.isPresent() && !readable && minutes.get().isCirculated() && !circulation.declared(id);
        if (readable) {
            circulation.opened(meeting);
        }
        var receipts = mayWrite && minutes.isPresent() && minutes.get().isCirculated() ? circulation.receipts(id) : java.util.List.<Circulation.Receipt>of();
        return Templates.minutes(new MinutesPage(meeting, reading.minutesDueOn(meeting), minutes.orElse(null), readable, toSign, mayWrite, book.mayCorrect(meeting.panelId()), mayAgree, receipts), editing, errors);
    }

    @POST
    @Path("/write")
    @Transactional
    public Response write(@PathParam("id") UUID id) {
        return done(id, "", () -> {
            int added = book.write(id);
            return added == 0 ? "Nothing new was recorded. Paragraphs that nobody edited are as the record has them now."
                    : "Added from the record: " + Words.count(added, "paragraph") + ". What was edited stays as it was edited.";
        });
    }

    @POST
    @Path("/paragraphs/{paragraph}")
    @Transactional
    public Response edit(@PathParam("id") UUID id, @PathParam("paragraph") UUID paragraph, @RestForm String body, @RestForm String version) {
        boolean corrects = book.mayCorrect(reading.meeting(id).panelId());
        var errors = MinutesText.errors("body", "The paragraph", body, corrects);
        if (errors.any()) {
            book.requireEdit(id);
            return Response.status(INVALID).entity(show(id, new Editing(paragraph.toString(), body, version, "", null), errors)).build();
        }
        try {
            return done(id, "#p-" + paragraph, () -> {
                book.edit(id, paragraph, version, body);
                drafts.discard("minutes-" + paragraph);
                return corrects ? "Your correction is in the draft." : "The paragraph is saved.";
            });
        } catch (ParagraphChanged changed) {
            var editing = new Editing(paragraph.toString(), body, changed.revision(), "", new Differences(writers.last("minutes_paragraph", paragraph)).compare("Paragraph", changed.saved(), body));
            return Response.status(CONFLICT).entity(show(id, editing, Errors.none())).build();
        }
    }

    @POST
    @Path("/notes")
    @Transactional
    public Response note(@PathParam("id") UUID id, @RestForm String note, @RestForm String about) {
        var errors = MinutesText.errors("note", "Note", note, true);
        if (errors.any()) {
            permissions.require(Permission.WRITE_MINUTES, reading.meeting(id).panelId());
            return Response.status(INVALID).entity(show(id, new Editing("note", note, null, about, null), errors)).build();
        }
        return done(id, "", () -> {
            book.note(id, about == null || about.isBlank() ? null : about, note);
            drafts.discard("minutes-note-" + id);
            return "The note is in the minutes.";
        });
    }

    @POST
    @Path("/agreement")
    @Transactional
    public Response agree(@PathParam("id") UUID id, @RestForm String revision) {
        return done(id, "", () -> {
            book.agree(id, revision);
            return "The minutes are agreed and no longer change. The coordinator circulates them.";
        });
    }

    @POST
    @Path("/circulation")
    @Transactional
    public Response circulate(@PathParam("id") UUID id) {
        return done(id, "", () -> "The minutes are circulated to " + Words.count(circulation.circulate(id), "member") + ".");
    }

    @POST
    @Path("/declaration")
    @Transactional
    public Response sign(@PathParam("id") UUID id, @RestForm String agrees) {
        if (!"true".equals(agrees)) {
            return Response.status(INVALID).entity(show(id, Editing.NOTHING, Errors.one("agrees", "Tick the box to sign the declaration"))).build();
        }
        return done(id, "", () -> {
            circulation.sign(id);
            return "You signed the declaration. These are your minutes.";
        });
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

    /** Back to the page, with what was done or what stands in its way. */
    private Response done(UUID id, String anchor, java.util.function.Supplier<String> step) {
        try {
            flash.done(step.get());
        } catch (NotReady | MinutesFrozen refusal) {
            flash.note(refusal.getMessage());
        }
        return Response.seeOther(URI.create("/meetings/" + id + "/minutes" + anchor)).build();
    }
}
