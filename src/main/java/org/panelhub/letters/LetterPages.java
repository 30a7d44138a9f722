package org.panelhub.letters;

import java.net.URI;
import java.util.Arrays;
import java.util.UUID;

import org.hibernate.Session;
import org.jboss.resteasy.reactive.RestPath;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.audit.Reads;
import org.panelhub.audit.Writers;
import org.panelhub.cases.CaseHeads;
import org.panelhub.cases.CaseState;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Choice;
import org.panelhub.page.Differences;
import org.panelhub.page.Drafts;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;
import org.panelhub.page.Flash;
import org.panelhub.page.Pdf;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

/** A letter: read, edited, taken out as a PDF, recorded as sent. */
@Path("/letters/{id}")
@Authenticated
public class LetterPages {

    private static final int INVALID = 422;
    private static final int CONFLICT = 409;

    private final Letters letters;
    private final CaseHeads heads;
    private final Viewers viewers;
    private final Permissions permissions;
    private final Reads reads;
    private final Session database;
    private final Pdf pdf;
    private final Flash flash;
    private final Drafts drafts;
    private final Writers writers;

    LetterPages(Letters letters, CaseHeads heads, Viewers viewers, Permissions permissions, Reads reads, Session database, Pdf pdf, Flash flash, Drafts drafts, Writers writers) {
        this.letters = letters;
        this.heads = heads;
        this.viewers = viewers;
        this.permissions = permissions;
        this.reads = reads;
        this.database = database;
        this.pdf = pdf;
        this.flash = flash;
        this.drafts = drafts;
        this.writers = writers;
    }

    @CheckedTemplate(basePath = "letters")
    static class Templates {
        static native TemplateInstance letter(LetterView letter, LetterForm form, Errors errors, Differences differences);

        static native TemplateInstance letterPdf(LetterView letter);
    }

    @GET
    @Transactional
    public TemplateInstance open(@RestPath UUID id) {
        var letter = read(id);
        var view = view(letter);
        var form = LetterForm.of(letter, viewers.current().today());
        return Templates.letter(view, view.mayWrite() ? drafts.load(draft(id)).map(form::with).orElse(form) : form, Errors.none(), null);
    }

    @GET
    @Path("/pdf")
    @Produces("application/pdf")
    @Transactional
    public Response pdf(@RestPath UUID id) {
        var letter = letters.byId(id);
        reads.exported("letter", id, letter.caseId(), letter.panelId(), null);
        var view = view(letter);
        return Response.ok(pdf.of(Templates.letterPdf(view)))
                .header("Content-Disposition", "attachment; filename=\"" + view.head().marking() + " letter " + view.head().reference() + ".pdf\"").build();
    }

    @POST
    @Transactional
    public Response save(@RestPath UUID id, @BeanParam LetterForm form) {
        var letter = permitted(id);
        var errors = form.validateBody();
        if (!errors.any()) {
            try {
                letters.write(id, form.seen(), Field.clean(form.body()));
                drafts.discard(draft(id));
                flash.done("The letter is kept.");
                return Response.seeOther(URI.create("/letters/" + id)).build();
            } catch (ExitRefused e) {
                if (e.field().equals("version")) {
                    return Response.status(CONFLICT).entity(Templates.letter(view(letter), form.over(letter.version()), Errors.none(), new Differences(writers.last("letter", id)).compare("The letter", letter.body(), form.body()))).build();
                }
                errors = Errors.one(e.field(), e.getMessage());
            }
        }
        return Response.status(INVALID).entity(Templates.letter(view(letter), form, errors, null)).build();
    }

    @POST
    @Path("/sent")
    @Transactional
    public Response sent(@RestPath UUID id, @BeanParam LetterForm form) {
        var letter = permitted(id);
        var errors = form.validateSent();
        if (!errors.any()) {
            try {
                letters.send(id, form.seen(), form.sentOn(), form.way(), "true".equals(form.safe()));
                flash.done("The letter is recorded as sent, and the notice runs.");
                return Response.seeOther(URI.create(view(letter).head().path() + "/exit")).build();
            } catch (ExitRefused e) {
                errors = Errors.one(e.field().equals("version") ? "sent" : e.field(), e.getMessage());
            }
        }
        var kept = new LetterForm(letter.body(), form.sentDay(), form.sentMonth(), form.sentYear(), form.how(), form.safe(), letter.version());
        return Response.status(INVALID).entity(Templates.letter(view(letter), kept, errors, null)).build();
    }

    private Letter read(UUID id) {
        var letter = letters.byId(id);
        reads.seen("letter", id, letter.caseId(), letter.panelId(), null);
        return letter;
    }

    private Letter permitted(UUID id) {
        var letter = read(id);
        permissions.require(Permission.WRITE_LETTER, letter.panelId(), letter.caseId());
        return letter;
    }

    private LetterView view(Letter letter) {
        var reference = database.createNativeQuery("select reference from hub.case_file where id = ?1", String.class).setParameter(1, letter.caseId()).getSingleResult();
        var head = heads.of(reference);
        var viewer = viewers.current();
        return new LetterView(letter.id(), head, viewer.partnership(), letter.addressee(), letter.sentOn() == null ? viewer.today() : letter.sentOn(), letter.body(), letter.sentOn(),
                letter.sentHow() == null ? null : letter.sentHow().label(), letters.safeToWrite(letter.caseId()),
                letter.sentOn() == null && head.state() != CaseState.CLOSED && permissions.may(Permission.WRITE_LETTER, letter.panelId(), letter.caseId()),
                Arrays.stream(Way.values()).map(w -> Choice.of(w, w.label())).toList(), letter.version());
    }

    private static String draft(UUID id) {
        return "letter/" + id;
    }
}
