package org.panelhub.plans;

import java.util.UUID;

import org.jboss.resteasy.reactive.RestPath;
import org.panelhub.cases.CaseHead;
import org.panelhub.cases.CaseHeads;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** One edition of a plan, also one that no longer stands. */
@Path("/plans/{id}")
@Authenticated
public class PlanPages {

    private final Editions editions;
    private final CaseHeads heads;

    PlanPages(Editions editions, CaseHeads heads) {
        this.editions = editions;
        this.heads = heads;
    }

    @CheckedTemplate(basePath = "plans")
    static class Templates {
        static native TemplateInstance plan(CaseHead head, PlanView plan);
    }

    @GET
    @Transactional
    public TemplateInstance open(@RestPath UUID id) {
        var plan = editions.byId(id);
        return Templates.plan(heads.of(plan.caseReference()), plan);
    }
}
