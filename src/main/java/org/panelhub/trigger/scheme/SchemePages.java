package org.panelhub.trigger.scheme;

import java.net.URI;
import java.util.List;

import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.audit.Writers;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Choice;
import org.panelhub.page.Differences;
import org.panelhub.page.Errors;
import org.panelhub.page.Flash;
import org.panelhub.page.Invalid;
import org.panelhub.page.PublicPaths;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** An administrator says how people apply: the board, the public page, whom to ask, and where to turn after an appeal. */
@Path("/set-up/community-trigger/applications")
@Authenticated
public class SchemePages {

    private final Schemes schemes;
    private final Permissions permissions;
    private final Viewers viewers;
    private final Writers writers;
    private final Flash flash;

    SchemePages(Schemes schemes, Permissions permissions, Viewers viewers, Writers writers, Flash flash) {
        this.schemes = schemes;
        this.permissions = permissions;
        this.viewers = viewers;
        this.writers = writers;
        this.flash = flash;
    }

    @CheckedTemplate(basePath = "trigger")
    static class Templates {
        static native TemplateInstance scheme(SchemeForm form, String address, Integer version, List<Choice> boards, boolean procedure, long officers, Errors errors, Differences theirs);
    }

    @GET
    @Transactional
    public TemplateInstance ask() {
        permissions.require(Permission.SET_UP);
        var boards = schemes.boards();
        return page(schemes.found().map(Scheme::form).orElseGet(() -> SchemeForm.empty(boards.stream().map(Choice::value).toList(), viewers.current().partnership())), Errors.none(), null);
    }

    @POST
    @Transactional
    public Response say(@BeanParam SchemeForm form) {
        permissions.require(Permission.SET_UP);
        try {
            schemes.keep(form);
        } catch (Invalid invalid) {
            return Response.status(422).entity(page(form, invalid.errors(), null)).build();
        } catch (OptimisticLockException stale) {
            return Response.status(Response.Status.CONFLICT).entity(page(form, Errors.none(), differences(form))).build();
        }
        flash.done(form.opens() ? "Saved. Anybody can apply on the public page from now on." : "Saved. The public page takes no applications; you can key in what comes otherwise.");
        return Response.seeOther(URI.create("/set-up/community-trigger/applications")).build();
    }

    private Differences differences(SchemeForm typed) {
        var standing = schemes.found().orElseThrow();
        var theirs = standing.form();
        var boards = schemes.boards();
        return new Differences(writers.last("trigger_scheme", standing.id())).compare("Board", name(boards, theirs.board()), name(boards, typed.board())).compare("Word in the address", theirs.area(), typed.area())
                .compare("Name of the area", theirs.areaName(), typed.areaName()).compare("Public page takes applications", theirs.opens() ? "Yes" : "No", typed.opens() ? "Yes" : "No").compare("Team", theirs.team(), typed.team())
                .compare("Telephone", theirs.telephone(), typed.telephone()).compare("When it is answered", theirs.hours(), typed.hours()).compare("Email", theirs.email(), typed.email())
                .compare("Address", theirs.address(), typed.address()).compare("Exit this page", theirs.exitTo(), typed.exitTo()).compare("Privacy notice", theirs.privacy(), typed.privacy())
                .compare("After the appeal", theirs.furtherBody(), typed.furtherBody()).compare("How to reach them", theirs.furtherContact(), typed.furtherContact());
    }

    private static String name(List<Choice> boards, String id) {
        return boards.stream().filter(b -> b.value().equals(id)).map(Choice::text).findFirst().orElse("");
    }

    private TemplateInstance page(SchemeForm form, Errors errors, Differences theirs) {
        var standing = schemes.found();
        return Templates.scheme(form, standing.map(s -> PublicPaths.ROOT + "/" + s.form().area()).orElse(null), standing.map(Scheme::version).orElse(null), schemes.boards(), schemes.procedure(), schemes.officers(), errors, theirs);
    }
}
