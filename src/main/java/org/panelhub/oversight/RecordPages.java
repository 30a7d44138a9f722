package org.panelhub.oversight;

import java.net.URI;
import java.time.format.DateTimeFormatter;
import java.util.List;

import org.jboss.resteasy.reactive.RestQuery;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Choice;
import org.panelhub.page.Csv;
import org.panelhub.page.Dates;
import org.panelhub.page.Errors;
import org.panelhub.page.Flash;

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

/** The record for an information lead: searching it, one entry, a file of what was found, and what is worth a look. */
@Path("/audit")
@Authenticated
public class RecordPages {

    private static final int INVALID = 422;
    private static final String MARKING = "OFFICIAL-SENSITIVE";
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final RecordSearch search;
    private final WorthALook worth;
    private final Permissions permissions;
    private final Viewers viewers;
    private final Flash flash;

    RecordPages(RecordSearch search, WorthALook worth, Permissions permissions, Viewers viewers, Flash flash) {
        this.search = search;
        this.worth = worth;
        this.permissions = permissions;
        this.viewers = viewers;
        this.flash = flash;
    }

    @CheckedTemplate(basePath = "oversight")
    static class Templates {
        static native TemplateInstance record(RecordFilter filter, RecordSearch.Found found, String query, boolean first, List<WorthALook.Sight> worth, List<Choice> members, List<Choice> agencies,
                List<Choice> acts, Errors errors);

        static native TemplateInstance entry(RecordSearch.Opened opened);

        static native TemplateInstance figures(FiguresForm form, WorthALook.Figures figures, Errors errors);
    }

    @GET
    @Transactional
    public Object search(@BeanParam RecordFilter filter) {
        permissions.require(Permission.SEE_RECORD);
        var errors = filter.validate();
        boolean first = filter.query().isEmpty() && filter.after() == null;
        var found = errors.any() ? new RecordSearch.Found(List.of(), null) : search.page(filter);
        var page = Templates.record(filter, found, filter.query(), first, first ? worth.now() : List.of(), search.members(), search.agencies(), Choice.of(Act.class, Act::label), errors);
        return errors.any() ? Response.status(INVALID).entity(page).build() : page;
    }

    @GET
    @Path("/entry")
    @Transactional
    public TemplateInstance entry(@RestQuery String key) {
        return Templates.entry(search.one(key == null ? "" : key));
    }

    @GET
    @Path("/csv")
    @Produces("text/csv;charset=UTF-8")
    @Transactional
    public Response csv(@BeanParam RecordFilter filter) {
        permissions.require(Permission.SEE_RECORD);
        if (filter.validate().any()) {
            return Response.seeOther(URI.create("/audit?" + filter.query())).build();
        }
        var csv = new Csv(MARKING).row(List.of("When", "Who", "Agency", "From which place", "What", "Case", "Whose information", "Why refused", "Decision"));
        search.all(filter).forEach(line -> csv.row(List.of(MOMENT.format(line.at().atZone(Dates.LONDON)), line.who(), text(line.agency()), line.capacity(), line.what(), text(line.caseReference()),
                text(line.about()), line.why(), text(line.decision()))));
        return Response.ok(csv.bytes()).header("Content-Disposition", "attachment; filename=\"" + MARKING + " record " + viewers.current().today() + ".csv\"").build();
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    @GET
    @Path("/figures")
    @Transactional
    public TemplateInstance figures() {
        var figures = worth.figures();
        return Templates.figures(FiguresForm.of(figures), figures, Errors.none());
    }

    @POST
    @Path("/figures")
    @Transactional
    public Object set(@BeanParam FiguresForm form) {
        permissions.require(Permission.SEE_RECORD);
        var errors = Errors.none();
        var figures = form.read(errors);
        if (errors.any()) {
            return Response.status(INVALID).entity(Templates.figures(form, worth.figures(), errors)).build();
        }
        worth.set(figures);
        flash.done("The figures hold from today.");
        return Response.seeOther(URI.create("/audit")).build();
    }
}
