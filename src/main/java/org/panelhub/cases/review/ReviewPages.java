package org.panelhub.cases.review;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.cases.CaseHead;
import org.panelhub.cases.CaseHeads;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Choice;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;
import org.panelhub.page.Flash;
import org.panelhub.page.Invalid;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Who reviews a called-in case, and what came of it. */
@Path("/cases/{reference}/review")
@Authenticated
public class ReviewPages {

    private static final int UNPROCESSABLE = 422;
    private static final int LONGEST = 4000;

    private final Reviews reviews;
    private final CaseHeads heads;
    private final Permissions permissions;
    private final Viewers viewers;
    private final Flash flash;

    ReviewPages(Reviews reviews, CaseHeads heads, Permissions permissions, Viewers viewers, Flash flash) {
        this.reviews = reviews;
        this.heads = heads;
        this.permissions = permissions;
        this.viewers = viewers;
        this.flash = flash;
    }

    @CheckedTemplate(basePath = "cases")
    static class Templates {
        static native TemplateInstance review(CaseHead head, List<Reviews.View> reviews, boolean mayName, String reviewer, String question, String outcome, String note, List<Choice> outcomes,
                Errors errors);
    }

    @GET
    @Transactional
    public TemplateInstance ofCase(@RestPath String reference) {
        return page(heads.of(reference), "", "", "", "", Errors.none());
    }

    @POST
    @Transactional
    public Response name(@RestPath String reference, @RestForm String reviewer, @RestForm String question) {
        var head = heads.of(reference);
        permissions.require(Permission.NAME_REVIEWER, head.panelId());
        var check = new Field.Check();
        var email = check.email("reviewer", "Work e-mail address", reviewer, true);
        var asked = check.text("question", "What is to be looked at again", question, LONGEST, true);
        try {
            Invalid.unless(check.errors());
            reviews.name(head, email, asked, viewers.current().today());
        } catch (Invalid invalid) {
            return Response.status(UNPROCESSABLE).entity(page(head, reviewer, question, "", "", invalid.errors())).build();
        }
        flash.done("The reviewer has been asked, and reads the case until you record the outcome.");
        return to(head);
    }

    @POST
    @Path("{id}")
    @Transactional
    public Response conclude(@RestPath String reference, @RestPath UUID id, @RestForm String outcome, @RestForm String note) {
        var head = heads.of(reference);
        permissions.require(Permission.NAME_REVIEWER, head.panelId());
        var check = new Field.Check();
        var found = check.choice("outcome", "Choose the outcome", outcome, AppealReview.Outcome.class, true);
        var why = check.text("note", "What was found", note, LONGEST, true);
        if (check.errors().any()) {
            return Response.status(UNPROCESSABLE).entity(page(head, "", "", outcome, note, check.errors())).build();
        }
        reviews.conclude(head, id, found.get(), why);
        flash.done("The outcome is on record. The reviewer no longer sees the case.");
        return to(head);
    }

    private TemplateInstance page(CaseHead head, String reviewer, String question, String outcome, String note, Errors errors) {
        return Templates.review(head, reviews.of(head.caseId()), permissions.may(Permission.NAME_REVIEWER, head.panelId()), reviewer, question, outcome, note,
                Choice.of(AppealReview.Outcome.class, AppealReview.Outcome::label), errors);
    }

    private static Response to(CaseHead head) {
        return Response.seeOther(URI.create(head.path() + "/review")).build();
    }
}
