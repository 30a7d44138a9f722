package org.panelhub.cases.conflicts;

import java.net.URI;

import org.panelhub.access.NotFound;
import org.panelhub.identity.Viewer;
import org.panelhub.identity.Viewers;
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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/**
 * One's own account: what a member tells of itself so that a conflict of interest can be found. Each answer reads the same whatever was
 * found, since a member does not learn of a case that is shut to it.
 */
@Path("/my-account")
@Authenticated
public class AccountPages {

    private static final int UNPROCESSABLE = 422;

    private final OwnFacts facts;
    private final Viewers viewers;
    private final Flash flash;

    AccountPages(OwnFacts facts, Viewers viewers, Flash flash) {
        this.facts = facts;
        this.viewers = viewers;
        this.flash = flash;
    }

    @CheckedTemplate(basePath = "cases")
    static class Templates {
        static native TemplateInstance account(Viewer me, OwnFactsView own, String statement, IdentityForm identity, RelationForm relation, Errors errors);
    }

    @GET
    @Transactional
    public TemplateInstance open() {
        return page(IdentityForm.EMPTY, RelationForm.EMPTY, Errors.none());
    }

    private TemplateInstance page(IdentityForm identity, RelationForm relation, Errors errors) {
        return Templates.account(viewers.current(), facts.view(), OwnFacts.STATEMENT, identity, relation, errors);
    }

    @POST
    @Path("identity")
    @Transactional
    public Object give(@BeanParam IdentityForm form) {
        var typed = form.check(viewers.current().today());
        if (typed.errors().any()) {
            return Response.status(UNPROCESSABLE).entity(page(form, RelationForm.EMPTY, typed.errors())).build();
        }
        facts.give(typed.given(), typed.family(), typed.former(), typed.born());
        return done("Your name and date of birth are kept. Only you can read them.");
    }

    @POST
    @Path("identity/take-back")
    @Transactional
    public Response takeBack() {
        facts.takeBack();
        return done("Your name and date of birth are deleted.");
    }

    @POST
    @Path("relations")
    @Transactional
    public Object declare(@BeanParam RelationForm form) {
        var typed = form.check(viewers.current().today(), facts.relations());
        if (typed.errors().any()) {
            return Response.status(UNPROCESSABLE).entity(page(IdentityForm.EMPTY, form, typed.errors())).build();
        }
        facts.declare(typed.name(), typed.born(), typed.relation());
        return done("The person is on your list. Only you can read it.");
    }

    @POST
    @Path("relations/{id}/remove")
    @Transactional
    public Response remove(@PathParam("id") String id) {
        facts.remove(NotFound.id("relation", id));
        return done("The person is no longer on your list.");
    }

    private Response done(String sentence) {
        flash.done(sentence);
        return Response.seeOther(URI.create("/my-account")).build();
    }
}
