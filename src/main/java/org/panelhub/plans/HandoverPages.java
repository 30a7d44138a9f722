package org.panelhub.plans;

import java.net.URI;
import java.util.List;

import org.jboss.resteasy.reactive.RestPath;
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

/** Handing a case over to another case manager, and taking it over. */
@Path("/cases/{reference}/plan/handover")
@Authenticated
public class HandoverPages {

    private static final int INVALID = 422;

    private final CaseHeads heads;
    private final Handovers handovers;
    private final Flash flash;

    HandoverPages(CaseHeads heads, Handovers handovers, Flash flash) {
        this.heads = heads;
        this.handovers = handovers;
        this.flash = flash;
    }

    @CheckedTemplate(basePath = "plans")
    static class Templates {
        static native TemplateInstance handover(CaseHead head, List<Choice> people, List<Handovers.Past> past, HandoverForm form, Errors errors);

        static native TemplateInstance takeOver(CaseHead head, Handovers.Standing standing, HandoverForm form, Errors errors);
    }

    @GET
    @Transactional
    public TemplateInstance open(@RestPath String reference) {
        var head = heads.of(reference);
        handovers.requireHandOver(head);
        return offering(head, HandoverForm.EMPTY, Errors.none());
    }

    @POST
    @Transactional
    public Response offer(@RestPath String reference, @BeanParam HandoverForm form) {
        var head = heads.of(reference);
        handovers.requireHandOver(head);
        var errors = form.validateOffer();
        if (!errors.any()) {
            try {
                handovers.offer(head, form.memberId().orElseThrow(), form.notes());
                flash.done("It is handed over. Until it is accepted the case manager stays.");
                return back(head);
            } catch (Invalid e) {
                errors = e.errors();
            }
        }
        return Response.status(INVALID).entity(offering(head, form, errors)).build();
    }

    @POST
    @Path("/withdraw")
    @Transactional
    public Response withdraw(@RestPath String reference) {
        var head = heads.of(reference);
        handovers.withdraw(head);
        flash.done("The hand-over was taken back.");
        return back(head);
    }

    @GET
    @Path("/answer")
    @Transactional
    public TemplateInstance answer(@RestPath String reference) {
        var head = heads.of(reference);
        return Templates.takeOver(head, handovers.toTakeOver(head.caseId()), HandoverForm.EMPTY, Errors.none());
    }

    @POST
    @Path("/answer")
    @Transactional
    public Response answer(@RestPath String reference, @BeanParam HandoverForm form) {
        var head = heads.of(reference);
        var standing = handovers.toTakeOver(head.caseId());
        var errors = form.validateAnswer();
        if (errors.any()) {
            return Response.status(INVALID).entity(Templates.takeOver(head, standing, form, errors)).build();
        }
        handovers.answer(head.caseId(), form.yes(), form.said());
        flash.done(form.yes() ? "You are the case manager." : "The hand-over was declined.");
        return back(head);
    }

    private TemplateInstance offering(CaseHead head, HandoverForm form, Errors errors) {
        return Templates.handover(head, handovers.candidates(head.caseId()), handovers.past(head.caseId()), form, errors);
    }

    private static Response back(CaseHead head) {
        return Response.seeOther(URI.create(head.path() + "/plan")).build();
    }
}
