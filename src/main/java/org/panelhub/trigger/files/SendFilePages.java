package org.panelhub.trigger.files;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.panelhub.documents.FileRefused;
import org.panelhub.documents.FileSize;
import org.panelhub.documents.Incoming;
import org.panelhub.documents.Intake;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;
import org.panelhub.page.Flash;
import org.panelhub.page.Ids;
import org.panelhub.page.Limits;
import org.panelhub.trigger.apply.Area;
import org.panelhub.trigger.apply.Areas;
import org.panelhub.trigger.apply.Code;
import org.panelhub.trigger.apply.Following;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** An applicant who follows an application sends photographs, a diary, a letter; sees what it sent, and takes back what nobody has opened. */
@Path("/community-trigger/my-form/files")
@PermitAll
@Blocking
public class SendFilePages {

    private static final URI HERE = URI.create("/community-trigger/my-form/files");
    private static final int LONGEST = 500;
    private static final int UNPROCESSABLE = 422;
    private static final int TOO_MANY = 429;

    private final Following following;
    private final FileDoors doors;
    private final Intake intake;
    private final Areas areas;
    private final Limits limits;
    private final Flash flash;
    private final int anHour;

    SendFilePages(Following following, FileDoors doors, Intake intake, Areas areas, Limits limits, Flash flash, @ConfigProperty(name = "hub.files.an-hour") int anHour) {
        this.following = following;
        this.doors = doors;
        this.intake = intake;
        this.areas = areas;
        this.limits = limits;
        this.flash = flash;
        this.anHour = anHour;
    }

    @CheckedTemplate(basePath = "trigger/files")
    static class Templates {
        static native TemplateInstance send(Area area, String reference, boolean withdrawn, List<FileDoors.File> files, boolean full, long megabytes, String note, UUID once, Errors errors);
    }

    @GET
    public Object open() {
        return with((sent, code) -> page(sent, "", Errors.none()));
    }

    /** Asked for reference and code first: nobody else's file is looked through. What was typed beside it stays; no browser shows a chosen file again. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Object send(@RestForm FileUpload file, @RestForm String note, @RestForm String once) {
        return with((sent, code) -> {
            var words = Field.clean(note);
            if (words.length() > LONGEST) {
                return refused(UNPROCESSABLE, sent, words, "note", "This must be 500 letters or fewer. Choose your file again, too");
            }
            if (!limits.allow("form file", limits.address(), anHour, Duration.ofHours(1))) {
                return refused(TOO_MANY, sent, words, "file", "Many files were sent in the last hour from your internet connection. That may have been somebody else. Please wait an hour, or bring them to us in another way");
            }
            try {
                var taken = intake.take(file);
                var outcome = doors.keep(sent.reference(), code, Ids.parse(once).orElseGet(UUID::randomUUID), words, taken);
                return outcome.map(o -> answer(o, sent, words, taken)).orElseGet(SendFilePages::elsewhere);
            } catch (FileRefused e) {
                return refused(e.status(), sent, words, "file", e.getMessage());
            }
        });
    }

    @POST
    @Path("{id}/take-back")
    public Object takeBack(@RestPath UUID id) {
        return with((sent, code) -> {
            if (doors.takeBack(sent.reference(), code, id)) {
                flash.done("You have taken the file back. We have deleted it.");
            } else {
                flash.note("We have looked at this file already, so you cannot take it back here. Write to us if you want us to delete it.");
            }
            return Response.seeOther(HERE).build();
        });
    }

    private Response answer(FileDoors.Outcome outcome, FileDoors.Sent sent, String words, Incoming file) {
        return switch (outcome) {
            case KEPT -> {
                flash.done("We have your file: " + file.name() + " (" + file.sizeText() + "). " + FileDoors.checked(file.scannedBy()) + ".");
                yield Response.seeOther(HERE).build();
            }
            case BEFORE -> {
                flash.note("We have this file already: you sent it before.");
                yield Response.seeOther(HERE).build();
            }
            case ENDED -> Response.seeOther(HERE).build();
            case FULL -> refused(UNPROCESSABLE, sent, words, "file", "You have sent " + doors.most() + " files. That is as many as we can take here. Bring us any more in another way");
            case LARGE -> refused(UNPROCESSABLE, sent, words, "file", "With this one your files are larger than " + FileSize.text(doors.all()) + ". That is as much as we can take here. Bring us any more in another way");
        };
    }

    private Response refused(int status, FileDoors.Sent sent, String note, String field, String why) {
        return Response.status(status).entity(page(sent, note, Errors.one(field, why))).build();
    }

    private Object with(BiFunction<FileDoors.Sent, Code, Object> page) {
        var code = following.code();
        var sent = code.flatMap(c -> following.reference().flatMap(r -> doors.sent(r, c)));
        return sent.isEmpty() ? elsewhere() : page.apply(sent.get(), code.get());
    }

    private static Response elsewhere() {
        return Response.seeOther(URI.create("/community-trigger/follow")).build();
    }

    private TemplateInstance page(FileDoors.Sent sent, String note, Errors errors) {
        var area = areas.of(sent.area());
        var full = sent.files().stream().filter(f -> !f.deleted()).count() >= doors.most();
        return Templates.send(area, sent.reference(), sent.withdrawn(), sent.files(), full && !errors.any(), intake.mostMegabytes(), note, UUID.randomUUID(), errors);
    }
}
