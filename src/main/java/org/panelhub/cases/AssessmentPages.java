package org.panelhub.cases;

import java.net.URI;

import org.panelhub.access.NotFound;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Errors;
import org.panelhub.page.Flash;
import org.panelhub.risk.AssessmentForm;
import org.panelhub.risk.Assessments;
import org.panelhub.risk.Instrument;
import org.panelhub.risk.Instruments;
import org.panelhub.risk.Occasion;
import org.panelhub.risk.Purpose;

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

/** A new assessment on an open case, of the person or of the case itself: it is offered again at each point of [Lambeth 3.3.2]. */
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
        static native TemplateInstance assess(CaseHead head, String title, AssessmentForm form, Errors errors);
    }

    @GET
    @Path("{reference}/risk/{what}")
    @Transactional
    public TemplateInstance open(@PathParam("reference") String reference, @PathParam("what") String what) {
        var head = permitted(reference);
        return page(head, AssessmentForm.of(instrument(head, what), Occasion.OF_CASE, null, null, viewers.current().today()), Errors.none());
    }

    private static TemplateInstance page(CaseHead head, AssessmentForm form, Errors errors) {
        return Templates.assess(head, form.purpose().ofPerson() ? "New assessment" : "Rate the case", form, errors);
    }

    @POST
    @Path("{reference}/risk/{what}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    public Object save(@PathParam("reference") String reference, @PathParam("what") String what, MultivaluedMap<String, String> typed) {
        var head = permitted(reference);
        var instrument = instrument(head, what);
        var today = viewers.current().today();
        var form = AssessmentForm.of(instrument, Occasion.OF_CASE, null, typed, today);
        var checked = form.check(instrument.definition(), today);
        if (checked.judged() == null) {
            return Response.status(422).entity(page(head, form, checked.errors())).build();
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

    private Instrument instrument(CaseHead head, String what) {
        return Purpose.of(what).flatMap(p -> p.ofPerson() ? instruments.ofPerson(head.panelId()) : instruments.inUse(p)).orElseThrow(() -> new NotFound("instrument", what));
    }
}
