package org.panelhub.page;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.panelhub.access.Forbidden;
import org.panelhub.access.NotFound;
import org.panelhub.access.Permission;
import org.panelhub.audit.Writer;
import org.panelhub.identity.Viewers;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** A page with every tag, and one failure of each kind. Exists in tests only. */
@Path("/sample")
@PermitAll
@Blocking
public class SamplePages {

    private final Flash flash;
    private final Viewers viewers;

    SamplePages(Flash flash, Viewers viewers) {
        this.flash = flash;
        this.viewers = viewers;
    }

    @CheckedTemplate(basePath = "sample")
    static class Templates {
        static native TemplateInstance everything(SampleForm form, Errors errors, List<Choice> choices, LocalDate day, OffsetDateTime at, Differences differences);
    }

    public record SampleForm(@RestForm String given, @RestForm String circumstances, @RestForm String panel, @RestForm String consent,
            @RestForm List<String> agencies, @RestForm String agree,
            @RestForm("due-day") String dueDay, @RestForm("due-month") String dueMonth, @RestForm("due-year") String dueYear) {

        public DateBoxes due() {
            return new DateBoxes(dueDay, dueMonth, dueYear);
        }

        Errors validate() {
            var check = new Field.Check();
            check.text("given", "Given name", given, 200, true);
            check.text("circumstances", "Circumstances", circumstances, 4000, true);
            check.that(consent != null, "consent", "Say whether the person consents");
            check.date("due", "Due date", due(), true);
            return check.errors();
        }
    }

    private static final List<Choice> CHOICES = List.of(Choice.of("police", "Police"), Choice.of("housing", "Council housing", "The landlord’s own officers"), Choice.of("health", "Mental health trust"));

    @GET
    public TemplateInstance open() {
        return page(new SampleForm("", "", "", null, List.of("police"), null, "", "", ""), Errors.none());
    }

    @POST
    @Consumes({ MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA })
    public Object send(@BeanParam SampleForm form) {
        Errors errors = form.validate();
        if (errors.any()) {
            return Response.status(422).entity(page(form, errors)).build();
        }
        flash.done("The sample was saved.");
        return Response.seeOther(java.net.URI.create("/sample")).build();
    }

    @POST
    @Path("press")
    public Response press() {
        viewers.find();
        flash.note("The button was pressed.");
        return Response.seeOther(java.net.URI.create("/sample")).build();
    }

    @POST
    @Path("away")
    public Response away(@RestForm String account) {
        throw new IllegalStateException(new java.sql.SQLException("secret", "08006"));
    }

    @POST
    @Path("file")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response file(@RestForm FileUpload paper) {
        flash.done("The paper has " + paper.size() + " bytes.");
        return Response.seeOther(java.net.URI.create("/sample")).build();
    }

    @GET
    @Path("failing/{how}")
    public TemplateInstance fail(@PathParam("how") String how) {
        switch (how) {
            case "absent" -> throw new NotFound("case", "RV-7K4Q");
            case "forbidden" -> throw new Forbidden(Permission.TRIAGE);
            case "stale" -> throw new jakarta.persistence.OptimisticLockException("secret detail");
            default -> throw new IllegalStateException("secret detail");
        }
    }

    private static TemplateInstance page(SampleForm form, Errors errors) {
        var at = Dates.at(LocalDate.of(2026, 12, 10), java.time.LocalTime.of(10, 0));
        return Templates.everything(form, errors, CHOICES, LocalDate.of(2026, 12, 10), at,
                new Differences(Optional.of(new Writer("Lena Fischer", "Riverside Council community safety", at.toInstant(), false)))
                        .compare("Circumstances", "Door kicked in on Monday.", "Door kicked in on Tuesday.").compare("Given name", "Martha", "Martha"));
    }
}
