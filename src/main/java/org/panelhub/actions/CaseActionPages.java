package org.panelhub.actions;

import java.net.URI;
import java.util.List;

import org.jboss.resteasy.reactive.RestPath;
import org.panelhub.access.Forbidden;
import org.panelhub.access.Permission;
import org.panelhub.cases.CaseHead;
import org.panelhub.cases.CaseHeads;
import org.panelhub.page.Choice;
import org.panelhub.page.Errors;
import org.panelhub.page.Flash;
import org.panelhub.page.Invalid;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The actions of a case, and adding one between meetings. */
@Path("/cases/{reference}/actions")
@Authenticated
public class CaseActionPages {

    private static final int INVALID = 422;

    private final CaseHeads heads;
    private final Actions actions;
    private final Tracker tracker;
    private final Owners owners;
    private final Clarity clarity;
    private final Flash flash;

    CaseActionPages(CaseHeads heads, Actions actions, Tracker tracker, Owners owners, Clarity clarity, Flash flash) {
        this.heads = heads;
        this.actions = actions;
        this.tracker = tracker;
        this.owners = owners;
        this.clarity = clarity;
        this.flash = flash;
    }

    @CheckedTemplate(basePath = "actions")
    static class Templates {
        static native TemplateInstance ofCase(CaseHead head, List<ActionView> actions, boolean mayAdd);

        static native TemplateInstance add(CaseHead head, ActionForm form, Errors errors, List<Choice> agencies, List<Choice> people, List<String> advice);
    }

    @GET
    @Transactional
    public TemplateInstance list(@RestPath String reference) {
        var head = heads.of(reference);
        return Templates.ofCase(head, tracker.ofCase(head.caseId()), actions.mayAgree(head.panelId(), head.caseId()));
    }

    @GET
    @Path("/new")
    @Transactional
    public TemplateInstance add(@RestPath String reference) {
        return adding(permitted(reference), ActionForm.empty(), Errors.none(), List.of());
    }

    @POST
    @Path("/new")
    @Transactional
    public Response agree(@RestPath String reference, @BeanParam ActionForm form) {
        var head = permitted(reference);
        var errors = form.validate();
        var advice = errors.any() ? List.<String>of() : clarity.of(head.panelId(), head.caseId(), form.agencyId().orElseThrow(), form.task(), form.known(), form.personId().isPresent(), form.dueOn());
        if (!errors.any() && form.looksFirst()) {
            if (advice.isEmpty()) {
                flash.note("Nothing comes to mind that would make it clearer.");
            }
            return Response.ok(adding(head, form, errors, advice)).build();
        }
        if (!errors.any()) {
            try {
                actions.agree(head.panelId(), head.caseId(), null, form.agencyId().orElseThrow(), form.personId().orElse(null), form.task(), form.known(), form.dueOn());
                flash.done("The action was added." + (advice.isEmpty() ? "" : " How it could be clearer is on its page."));
                return Response.seeOther(URI.create(head.path() + "/actions")).build();
            } catch (Invalid e) {
                errors = e.errors();
            }
        }
        return Response.status(INVALID).entity(adding(head, form, errors, List.of())).build();
    }

    private CaseHead permitted(String reference) {
        var head = heads.of(reference);
        if (!actions.mayAgree(head.panelId(), head.caseId())) {
            throw new Forbidden(Permission.AGREE_ACTION);
        }
        return head;
    }

    private TemplateInstance adding(CaseHead head, ActionForm form, Errors errors, List<String> advice) {
        return Templates.add(head, form, errors, owners.agencies(), owners.people(head.caseId()), advice);
    }
}
