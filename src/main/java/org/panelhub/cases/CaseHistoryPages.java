package org.panelhub.cases;

import java.util.List;

import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.risk.Assessments;
import org.panelhub.risk.Found;
import org.panelhub.risk.Instruments;
import org.panelhub.risk.Purpose;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

/** Risk with its history, and the timeline. */
@Path("/cases")
@Authenticated
public class CaseHistoryPages {

    private final CaseHeads heads;
    private final CaseHistory history;
    private final Permissions permissions;
    private final Instruments instruments;
    private final Assessments assessments;

    CaseHistoryPages(CaseHeads heads, CaseHistory history, Permissions permissions, Instruments instruments, Assessments assessments) {
        this.heads = heads;
        this.history = history;
        this.permissions = permissions;
        this.instruments = instruments;
        this.assessments = assessments;
    }

    @CheckedTemplate(basePath = "cases")
    static class Templates {
        static native TemplateInstance risk(CaseHead head, List<Found> assessments, boolean mayAssess, boolean rates);

        static native TemplateInstance timeline(CaseHead head, CaseHistory.Timeline page, boolean first);
    }

    @GET
    @Path("{reference}/risk")
    @Transactional
    public TemplateInstance risk(@PathParam("reference") String reference) {
        var head = heads.of(reference);
        return Templates.risk(head, Found.of(assessments.seenInCase(head.caseId())), permissions.may(Permission.ASSESS_RISK, head.panelId(), head.caseId()), instruments.inUse(Purpose.CASE_RATING).isPresent());
    }

    @GET
    @Path("{reference}/timeline")
    @Transactional
    public TemplateInstance timeline(@PathParam("reference") String reference, @QueryParam("after") @DefaultValue("") String after) {
        var head = heads.of(reference);
        int from = after.matches("\\d{1,6}") ? Integer.parseInt(after) : 0;
        return Templates.timeline(head, history.timeline(head, from), from == 0);
    }
}
