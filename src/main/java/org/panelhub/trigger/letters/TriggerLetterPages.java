package org.panelhub.trigger.letters;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.audit.Reads;
import org.panelhub.audit.Writers;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Choice;
import org.panelhub.page.Differences;
import org.panelhub.page.Drafts;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;
import org.panelhub.page.Flash;
import org.panelhub.page.Pdf;
import org.panelhub.trigger.Application;
import org.panelhub.trigger.Applications;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

/** The letters of an application: chosen, read, edited, taken out as a PDF in ordinary and in large print, recorded as sent. */
@Path("/triggers/{reference}/letters")
@Authenticated
public class TriggerLetterPages {

    private static final int INVALID = 422;
    private static final int CONFLICT = 409;

    private final Applications applications;
    private final TriggerLetters letters;
    private final LetterTexts texts;
    private final Viewers viewers;
    private final Permissions permissions;
    private final Reads reads;
    private final Writers writers;
    private final Drafts drafts;
    private final Pdf pdf;
    private final Flash flash;

    TriggerLetterPages(Applications applications, TriggerLetters letters, LetterTexts texts, Viewers viewers, Permissions permissions, Reads reads, Writers writers, Drafts drafts, Pdf pdf, Flash flash) {
        this.applications = applications;
        this.letters = letters;
        this.texts = texts;
        this.viewers = viewers;
        this.permissions = permissions;
        this.reads = reads;
        this.writers = writers;
        this.drafts = drafts;
        this.pdf = pdf;
        this.flash = flash;
    }

    @CheckedTemplate(basePath = "trigger/letters")
    static class Templates {
        static native TemplateInstance letters(String reference, String marking, List<TriggerLetterView.Line> lines, boolean reaches, boolean handles, List<Choice> kinds, List<Choice> languages, String kind, String language, Errors errors);

        static native TemplateInstance letter(TriggerLetterView letter, TriggerLetterForm form, Errors errors, Differences differences);

        static native TemplateInstance letterPdf(TriggerLetterView letter, String marking, boolean large);
    }

    @GET
    @Transactional
    public TemplateInstance list(@RestPath String reference) {
        return list(applications.byReference(reference), "", LetterTexts.ENGLISH, Errors.none());
    }

    @POST
    @Transactional
    public Response begin(@RestPath String reference, @RestForm String kind, @RestForm String language) {
        var application = applications.toHandle(reference);
        var check = new Field.Check();
        var chosen = check.choice("kind", "Choose a letter", kind, LetterKind.class, true);
        check.that(language == null || texts.languages().contains(language), "language", "Choose a language");
        if (!check.errors().any()) {
            try {
                var letter = letters.draft(application, chosen.orElseThrow(), language == null ? LetterTexts.ENGLISH : language);
                return Response.seeOther(URI.create("/triggers/" + application.reference() + "/letters/" + letter.id())).build();
            } catch (LetterRefused e) {
                check.errors().add(e.field(), e.getMessage());
            }
        }
        return Response.status(INVALID).entity(list(application, kind, language, check.errors())).build();
    }

    @GET
    @Path("{id}")
    @Transactional
    public TemplateInstance open(@RestPath String reference, @RestPath UUID id) {
        var application = applications.byReference(reference);
        var letter = letters.byId(application, id);
        var view = letters.view(application, letter);
        var form = TriggerLetterForm.of(letter, viewers.current().today());
        return Templates.letter(view, view.mayWrite() ? drafts.load(draft(id)).map(form::with).orElse(form) : form, Errors.none(), null);
    }

    @GET
    @Path("{id}/pdf")
    @Produces("application/pdf")
    @Transactional
    public Response pdf(@RestPath String reference, @RestPath UUID id, @RestQuery String print) {
        var application = applications.byReference(reference);
        var letter = letters.byId(application, id);
        reads.exported("trigger_letter", id, letter.caseId(), letter.panelId(), null);
        var view = letters.view(application, letter);
        return Response.ok(pdf.of(Templates.letterPdf(view, view.marking(), "large".equals(print))))
                .header("Content-Disposition", "attachment; filename=\"" + view.marking() + " letter " + view.reference() + ("large".equals(print) ? " large print" : "") + ".pdf\"").build();
    }

    @POST
    @Path("{id}")
    @Transactional
    public Response save(@RestPath String reference, @RestPath UUID id, @BeanParam TriggerLetterForm form) {
        var application = applications.toHandle(reference);
        var letter = letters.byId(application, id);
        var errors = form.validateBody();
        if (!errors.any()) {
            try {
                letters.write(application, letter, form.seen(), Field.clean(form.body()));
                drafts.discard(draft(id));
                flash.done("The letter is kept.");
                return Response.seeOther(URI.create(letters.view(application, letter).path())).build();
            } catch (LetterRefused e) {
                errors = e.errors();
            } catch (OptimisticLockException e) {
                return Response.status(CONFLICT).entity(Templates.letter(letters.view(application, letter), form.over(form.body(), letter.version()), Errors.none(),
                        new Differences(writers.last("trigger_letter", id)).compare("The letter", letter.body(), form.body()))).build();
            }
        }
        return Response.status(INVALID).entity(Templates.letter(letters.view(application, letter), form, errors, null)).build();
    }

    @POST
    @Path("{id}/sent")
    @Transactional
    public Response sent(@RestPath String reference, @RestPath UUID id, @BeanParam TriggerLetterForm form) {
        var application = applications.toHandle(reference);
        var letter = letters.byId(application, id);
        var errors = form.validateSent(application.receivedOn(), viewers.current().today());
        if (!errors.any()) {
            try {
                letters.send(application, letter, form.seen(), form.sentOn(), form.way());
                flash.done("The letter is recorded as sent.");
                return Response.seeOther(URI.create("/triggers/" + application.reference() + "/letters")).build();
            } catch (LetterRefused e) {
                errors = e.field().equals("body") ? Errors.one("sent", e.getMessage()) : e.errors();
            } catch (OptimisticLockException e) {
                errors = Errors.one("sent", "Someone else changed the letter since you opened it. Read it again below, then say that it was sent");
            }
        }
        return Response.status(INVALID).entity(Templates.letter(letters.view(application, letter), form.over(letter.body(), letter.version()), errors, null)).build();
    }

    private TemplateInstance list(Application application, String kind, String language, Errors errors) {
        reads.seen("trigger", application.id(), application.caseId(), application.panelId(), null);
        return Templates.letters(application.reference(), letters.marking(application), letters.of(application), letters.reaches(application), permissions.may(Permission.HANDLE_APPLICATION, application.panelId()),
                letters.fitting(application).stream().map(k -> Choice.of(k, k.label())).toList(), texts.languages().stream().map(l -> Choice.of(l, Locale.of(l).getDisplayLanguage(Locale.UK))).toList(), kind, language, errors);
    }

    private static String draft(UUID id) {
        return "trigger-letter/" + id;
    }
}
