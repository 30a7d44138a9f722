package org.panelhub.trigger.bodies;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.panelhub.access.NotFound;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.audit.Writers;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Choice;
import org.panelhub.page.DateBoxes;
import org.panelhub.page.Dates;
import org.panelhub.page.Differences;
import org.panelhub.page.Errors;
import org.panelhub.page.Flash;
import org.panelhub.page.Idempotency;
import org.panelhub.page.Invalid;
import org.panelhub.trigger.Application;
import org.panelhub.trigger.ApplicationView;
import org.panelhub.trigger.Applications;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Whom to tell of an application and whom to ask about it: read with the application, written by whoever answers for it. */
@Path("/triggers/{reference}/people")
@Authenticated
@Blocking
public class AskingPages {

    private final Applications applications;
    private final Askings askings;
    private final Permissions permissions;
    private final Viewers viewers;
    private final Writers writers;
    private final Idempotency repeated;
    private final Flash flash;

    AskingPages(Applications applications, Askings askings, Permissions permissions, Viewers viewers, Writers writers, Idempotency repeated, Flash flash) {
        this.applications = applications;
        this.askings = askings;
        this.permissions = permissions;
        this.viewers = viewers;
        this.writers = writers;
        this.repeated = repeated;
        this.flash = flash;
    }

    @CheckedTemplate(basePath = "trigger")
    static class Templates {
        static native TemplateInstance people(ApplicationView view, List<AskingView> told, List<AskingView> asked, boolean handles);

        static native TemplateInstance asking(ApplicationView view, String key, Reason reason, String recipient, List<Choice> agencies, AskingForm form, List<String> chased, Integer version, String once, Errors errors, Differences theirs);
    }

    @GET
    @Transactional
    public TemplateInstance list(@RestPath String reference) {
        var application = applications.byReference(reference);
        var all = askings.of(application);
        return Templates.people(applications.view(application), all.stream().filter(a -> !a.information()).toList(), all.stream().filter(AskingView::information).toList(),
                permissions.may(Permission.HANDLE_APPLICATION, application.panelId()));
    }

    @GET
    @Path("{key}")
    @Transactional
    public TemplateInstance ask(@RestPath String reference, @RestPath String key) {
        var application = applications.toHandle(reference);
        var kept = askings.kept(application, key);
        if (kept.isPresent()) {
            return page(application, key, AskingForm.of(kept.get()), Errors.none(), null);
        }
        var today = viewers.current().today();
        var wanted = askings.wanted(application, key);
        var reason = wanted.map(Wanted::reason).or(() -> Askings.byHand(key)).orElseThrow(() -> new NotFound("asking", key));
        return page(application, key, AskingForm.of(reason.what(), wanted.map(Wanted::due).orElseGet(() -> askings.answerBy(application)), today), Errors.none(), null);
    }

    @POST
    @Path("{key}")
    @Transactional
    public Response keep(@RestPath String reference, @RestPath String key, @BeanParam AskingForm form, @RestForm String once) {
        var application = applications.toHandle(reference);
        try {
            repeated.once(once, "/triggers/" + application.reference() + "/people/" + key, form, () -> {
                askings.keep(application, key, form);
                return true;
            });
        } catch (Invalid invalid) {
            return Response.status(422).entity(page(application, key, form, invalid.errors(), null)).build();
        } catch (OptimisticLockException stale) {
            return Response.status(Response.Status.CONFLICT).entity(page(application, key, form, Errors.none(), differences(application, key, form))).build();
        }
        flash.done("Recorded.");
        return Response.seeOther(URI.create("/triggers/" + application.reference() + "/people")).build();
    }

    private Differences differences(Application application, String key, AskingForm typed) {
        var standing = askings.standing(application, key).orElseThrow(() -> new NotFound("asking", key));
        var theirs = AskingForm.of(standing);
        return new Differences(writers.last("trigger_asking", standing.id())).compare("What is said or asked", theirs.what(), typed.what()).compare("By", said(theirs.due()), said(typed.due()))
                .compare("Told or asked on", said(theirs.told()), said(typed.told())).compare("How", theirs.how(), typed.how()).compare("Answered on", said(theirs.answered()), said(typed.answered()))
                .compare("Answer", theirs.answer(), typed.answer()).compare("Not needed", theirs.notNeeded(), typed.notNeeded());
    }

    private static String said(DateBoxes boxes) {
        return boxes.isBlank() ? "" : boxes.day() + "/" + boxes.month() + "/" + boxes.year();
    }

    private TemplateInstance page(Application application, String key, AskingForm form, Errors errors, Differences theirs) {
        var kept = askings.standing(application, key);
        var wanted = askings.wanted(application, key);
        var reason = kept.map(Asking::reason).or(() -> wanted.map(Wanted::reason)).or(() -> Askings.byHand(key)).orElseThrow(() -> new NotFound("asking", key));
        var recipient = kept.map(Asking::recipient).or(() -> wanted.map(Wanted::recipient)).orElse(reason.usually());
        return Templates.asking(applications.view(application), key, reason, recipient, recipient.isEmpty() ? askings.agencies() : List.of(), form, kept.map(k -> k.chasedOn().stream().map(Dates::day).toList()).orElse(List.of()),
                kept.map(Asking::version).orElse(null), UUID.randomUUID().toString(), errors, theirs);
    }
}
