package org.panelhub.sharing.research;

import java.net.URI;
import java.util.List;

import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.cases.CaseHead;
import org.panelhub.cases.CaseHeads;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Choice;
import org.panelhub.page.Errors;
import org.panelhub.page.Flash;
import org.panelhub.page.Words;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** What is asked of all agencies on a case, and who has answered. */
@Path("/cases/{reference}/requests")
@Authenticated
public class CaseRequestPages {

    private final CaseHeads heads;
    private final ResearchRequests requests;
    private final Permissions permissions;
    private final Viewers viewers;
    private final Flash flash;

    CaseRequestPages(CaseHeads heads, ResearchRequests requests, Permissions permissions, Viewers viewers, Flash flash) {
        this.heads = heads;
        this.requests = requests;
        this.permissions = permissions;
        this.viewers = viewers;
        this.flash = flash;
    }

    @CheckedTemplate(basePath = "sharing")
    static class Templates {
        static native TemplateInstance caseRequests(CaseHead head, List<RequestView> asked, boolean mayAsk, RequestForm form, List<Choice> agencies, Errors errors);
    }

    @GET
    @Transactional
    public TemplateInstance of(@PathParam("reference") String reference) {
        var head = heads.of(reference);
        return of(head, RequestForm.offered(requests.dueByArrangement(head.panelId())), Errors.none());
    }

    private TemplateInstance of(CaseHead head, RequestForm form, Errors errors) {
        var mayAsk = permissions.may(Permission.ASK_FOR_INFORMATION, head.panelId(), head.caseId());
        return Templates.caseRequests(head, requests.of(head.caseId()), mayAsk, form, mayAsk ? requests.agencyChoices(head.panelId()) : List.of(), errors);
    }

    @POST
    @Transactional
    public Object ask(@PathParam("reference") String reference, @BeanParam RequestForm form) {
        var head = heads.of(reference);
        permissions.require(Permission.ASK_FOR_INFORMATION, head.panelId(), head.caseId());
        var checked = form.check(viewers.current().today());
        if (checked.due() == null) {
            return Response.status(422).entity(of(head, form, checked.errors())).build();
        }
        List<String> unreached;
        try {
            unreached = requests.ask(head, form.agencyIds(), checked.question(), checked.due());
        } catch (CannotAsk e) {
            return Response.status(422).entity(of(head, form, Errors.one(e.field(), e.getMessage()))).build();
        }
        if (unreached.isEmpty()) {
            flash.done("Asked. Each agency’s seat holders are told by mail that something waits.");
        } else {
            flash.note("Asked. Nobody who sits on the panel for " + Words.join(unreached) + " may open this case: it needs a deputy.");
        }
        return Response.seeOther(URI.create(head.path() + "/requests")).build();
    }
}
