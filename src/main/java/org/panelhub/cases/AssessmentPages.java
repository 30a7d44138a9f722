package org.panelhub.cases;

import java.net.URI;
import java.util.List;

import org.panelhub.access.NotFound;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Choice;
import org.panelhub.page.Errors;
import org.panelhub.page.Flash;
import org.panelhub.risk.Assessments;
import org.panelhub.risk.Band;
import org.panelhub.risk.Instrument;
import org.panelhub.risk.Instruments;
import org.panelhub.risk.Occasion;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** A new assessment on an open case: it is offered again at each point of [Lambeth 3.3.2]. */
@Path("/cases")
@Authenticated
public class AssessmentPages {

    private final CaseHeads heads;
    private final Instruments instruments;
    private final Assessments assessments;
    private final Permissions permissions;
    private final Viewers viewers;
    private final Flash flash;

    AssessmentPages(CaseHeads heads, Instruments instruments, Assessments assessments, Permissions permissions, Viewers viewers, Flash flash) {
        this.heads = heads;
        this.instruments = instruments;
        this.assessments = assessments;
        this.permissions = permissions;
        this.viewers = viewers;
        this.flash = flash;
    }

    @CheckedTemplate(basePath = "cases")
    static class Templates {
        static native TemplateInstance assess(CaseHead head, String instrument, boolean example, AssessmentForm form, List<Choice> occasions, List<Choice> bands, Errors errors);
    }

    @GET
    @Path("{reference}/risk/new")
    @Transactional
    public TemplateInstance open(@PathParam("reference") String reference) {
        var head = permitted(reference);
        var instrument = instrument();
        return page(head, instrument, AssessmentForm.of(instrument.definition(), null, viewers.current().today()), Errors.none());
    }

    private static TemplateInstance page(CaseHead head, Instrument instrument, AssessmentForm form, Errors errors) {
        return Templates.assess(head, instrument.title(), instrument.example(), form, Choice.of(Occasion.class, Occasion::label), Choice.of(Band.class, Band::label), errors);
    }

    @POST
    @Path("{reference}/risk/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    public Object save(@PathParam("reference") String reference, MultivaluedMap<String, String> typed) {
        var head = permitted(reference);
        var instrument = instrument();
        var today = viewers.current().today();
        var form = AssessmentForm.of(instrument.definition(), typed, today);
        var checked = form.check(instrument.definition(), today);
        if (checked.judged() == null) {
            return Response.status(422).entity(page(head, instrument, form, checked.errors())).build();
        }
        assessments.ofCase(head.panelId(), head.caseId(), checked.occasion(), instrument, checked.judged());
        flash.done("The assessment is recorded. The panel agrees the risk of the case at its meeting.");
        return Response.seeOther(URI.create(head.path() + "/risk")).build();
    }

    private CaseHead permitted(String reference) {
        var head = heads.of(reference);
        permissions.require(Permission.ASSESS_RISK, head.panelId(), head.caseId());
        return head;
    }

    private Instrument instrument() {
        return instruments.inUse(viewers.current().today()).orElseThrow(() -> new NotFound("instrument", "in use"));
    }
}
