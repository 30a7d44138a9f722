package org.panelhub.trigger.files;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.panelhub.access.NotFound;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.documents.DocumentView;
import org.panelhub.documents.Documents;
import org.panelhub.documents.FileRefused;
import org.panelhub.documents.Incoming;
import org.panelhub.documents.Intake;
import org.panelhub.page.Choice;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;
import org.panelhub.page.Flash;
import org.panelhub.page.Ids;
import org.panelhub.trigger.Application;
import org.panelhub.trigger.ApplicationView;
import org.panelhub.trigger.Applications;
import org.panelhub.trigger.Received;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The files of an application, for those who read what the applicant writes: taken out as files, added, deleted with a reason. */
@Path("/triggers/{reference}/files")
@Authenticated
@Blocking
public class TriggerFilePages {

    private static final int UNPROCESSABLE = 422;
    private static final int LONGEST = 500;

    private final Applications applications;
    private final Documents documents;
    private final Intake intake;
    private final Permissions permissions;
    private final Flash flash;

    TriggerFilePages(Applications applications, Documents documents, Intake intake, Permissions permissions, Flash flash) {
        this.applications = applications;
        this.documents = documents;
        this.intake = intake;
        this.permissions = permissions;
        this.flash = flash;
    }

    @CheckedTemplate(basePath = "trigger/files")
    static class Templates {
        static native TemplateInstance files(ApplicationView view, List<Line> files, boolean handles, List<Choice> ways, long megabytes, String came, String note, UUID once, Errors errors);

        static native TemplateInstance delete(ApplicationView view, Line file, String why, Errors errors);
    }

    /** A file in the list, and how it came in the words of an application. */
    @TemplateData
    public record Line(DocumentView file, String path, String cameSaid) {

        static Line of(Application application, DocumentView file) {
            return new Line(file, "/triggers/" + application.reference() + "/files/" + file.id(), file.fromApplicant() ? "The applicant" : Received.valueOf(file.came()).label());
        }
    }

    @GET
    @Transactional
    public TemplateInstance list(@RestPath String reference) {
        return page(applications.byReference(reference), "", "", Errors.none());
    }

    @GET
    @Path("{id}")
    @Transactional
    public Response takeOut(@RestPath String reference, @RestPath UUID id) {
        var application = applications.byReference(reference);
        return documents.takeOut(application.id(), id, applications.view(application).marking(), application.reference());
    }

    /** Looked through between two transactions, as that may take a minute: who may is asked before, and again. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response add(@RestPath String reference, @RestForm FileUpload file, @RestForm String came, @RestForm String note, @RestForm String once) {
        QuarkusTransaction.requiringNew().run(() -> applications.toHandle(reference));
        var check = new Field.Check();
        int status = UNPROCESSABLE;
        Incoming taken = null;
        try {
            taken = intake.take(file);
        } catch (FileRefused e) {
            check.errors().add("file", e.getMessage());
            status = e.status();
        }
        var words = check.text("note", "What it is", note, LONGEST, true);
        var how = check.choice("came", "Choose how it came", came, Received.class, true);
        check.that(how.isEmpty() || how.get() != Received.ONLINE, "came", "Choose how it came");
        if (check.errors().any()) {
            return Response.status(status).entity(QuarkusTransaction.requiringNew().call(() -> page(applications.byReference(reference), came, note, check.errors()))).build();
        }
        var incoming = taken;
        QuarkusTransaction.requiringNew().run(() -> {
            var application = applications.toHandle(reference);
            documents.add(application.id(), application.panelId(), Ids.parse(once).orElseGet(UUID::randomUUID), how.orElseThrow().name(), words, incoming);
        });
        flash.done("The file is kept: " + taken.name() + " (" + taken.sizeText() + "). Looked through by: " + taken.scannedBy() + ".");
        return Response.seeOther(URI.create("/triggers/" + reference + "/files")).build();
    }

    @GET
    @Path("{id}/delete")
    @Transactional
    public TemplateInstance askDelete(@RestPath String reference, @RestPath UUID id) {
        var application = applications.toHandle(reference);
        return Templates.delete(applications.view(application), Line.of(application, documents.byId(application.id(), id)), "", Errors.none());
    }

    @POST
    @Path("{id}/delete")
    @Transactional
    public Response delete(@RestPath String reference, @RestPath UUID id, @RestForm String why) {
        var application = applications.toHandle(reference);
        var document = documents.byId(application.id(), id);
        var check = new Field.Check();
        var reason = check.text("why", "Why it is deleted", why, LONGEST, true);
        if (check.errors().any()) {
            return Response.status(UNPROCESSABLE).entity(Templates.delete(applications.view(application), Line.of(application, document), why, check.errors())).build();
        }
        documents.delete(document, reason);
        flash.done("The file is deleted. That it was there, and why it went, stays on record.");
        return Response.seeOther(URI.create("/triggers/" + application.reference() + "/files")).build();
    }

    /** Of nothing that one may see, nothing is told: to the rest of the board there is no such page. */
    private TemplateInstance page(Application application, String came, String note, Errors errors) {
        var handles = permissions.may(Permission.HANDLE_APPLICATION, application.panelId());
        var files = documents.of(application.id()).stream().map(f -> Line.of(application, f)).toList();
        if (!handles && files.isEmpty()) {
            throw new NotFound("application", application.reference());
        }
        return Templates.files(applications.view(application), files, handles, Arrays.stream(Received.values()).filter(r -> r != Received.ONLINE).map(r -> Choice.of(r, r.label())).toList(), intake.mostMegabytes(), came, note,
                UUID.randomUUID(), errors);
    }
}
