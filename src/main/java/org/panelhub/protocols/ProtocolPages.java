package org.panelhub.protocols;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestPath;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.audit.Writers;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Choice;
import org.panelhub.page.Dates;
import org.panelhub.page.Differences;
import org.panelhub.page.Errors;
import org.panelhub.page.Flash;
import org.panelhub.page.Invalid;
import org.panelhub.panels.PanelView;
import org.panelhub.panels.Panels;

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

/** Protocols: read by every member, written by the administrator. */
@Path("/protocols")
@Authenticated
public class ProtocolPages {

    private static final int UNPROCESSABLE = 422;

    private final Permissions permissions;
    private final Viewers viewers;
    private final Protocols protocols;
    private final ProtocolSheets sheets;
    private final Panels panels;
    private final Flash flash;
    private final Writers writers;

    ProtocolPages(Permissions permissions, Viewers viewers, Protocols protocols, ProtocolSheets sheets, Panels panels, Flash flash, Writers writers) {
        this.permissions = permissions;
        this.viewers = viewers;
        this.protocols = protocols;
        this.sheets = sheets;
        this.panels = panels;
        this.flash = flash;
        this.writers = writers;
    }

    @CheckedTemplate(basePath = "protocols")
    static class Templates {
        static native TemplateInstance protocols(List<ProtocolView> protocols, LocalDate today, boolean maySetUp);

        static native TemplateInstance protocol(ProtocolSheet sheet, boolean maySetUp);

        static native TemplateInstance protocolForm(String title, String action, String cancel, ProtocolForm form, List<Choice> panels, boolean named, Errors errors, Differences theirs, int version);
    }

    @GET
    @Transactional
    public TemplateInstance list() {
        return Templates.protocols(protocols.list(), viewers.current().today(), permissions.may(Permission.SET_UP));
    }

    @GET
    @Path("{id}")
    @Transactional
    public TemplateInstance open(@RestPath UUID id) {
        return Templates.protocol(sheets.of(id), permissions.may(Permission.SET_UP));
    }

    @GET
    @Path("new")
    @Transactional
    public TemplateInstance newProtocol() {
        permissions.require(Permission.SET_UP);
        var today = viewers.current().today();
        var all = panels.list();
        var form = ProtocolForm.of("Information sharing protocol", "", today, null, today.plusYears(1), all.size() == 1 ? ids(all) : List.of(), false, null);
        return form("Make a protocol", "/protocols/new", "/protocols", form, false, Errors.none(), null, 0);
    }

    @POST
    @Path("new")
    @Transactional
    public Response create(@BeanParam ProtocolForm form) {
        permissions.require(Permission.SET_UP);
        try {
            var id = protocols.create(form);
            return done(id, "The protocol was made. Now say what each agency relies on, and record who signs.");
        } catch (Invalid invalid) {
            return again(form("Make a protocol", "/protocols/new", "/protocols", form, false, invalid.errors(), null, 0));
        }
    }

    @GET
    @Path("{id}/edit")
    @Transactional
    public TemplateInstance edit(@RestPath UUID id) {
        var protocol = protocols.byId(id);
        permissions.require(Permission.SET_UP);
        return editForm(protocol, ProtocolForm.of(protocol), Errors.none(), null);
    }

    @POST
    @Path("{id}/edit")
    @Transactional
    public Response change(@RestPath UUID id, @BeanParam ProtocolForm form) {
        var protocol = protocols.byId(id);
        permissions.require(Permission.SET_UP);
        try {
            protocols.change(id, form);
            return done(id, "The protocol was changed.");
        } catch (Invalid invalid) {
            return again(editForm(protocol, form, invalid.errors(), null));
        } catch (OptimisticLockException stale) {
            return Response.status(Response.Status.CONFLICT).entity(editForm(protocol, form, Errors.none(), differences(protocol, form))).build();
        }
    }

    @GET
    @Path("{id}/new-edition")
    @Transactional
    public TemplateInstance newEdition(@RestPath UUID id) {
        var protocol = protocols.byId(id);
        permissions.require(Permission.SET_UP);
        var from = protocol.inForce().last() == null || protocol.endedBy(viewers.current().today()) ? viewers.current().today().plusDays(1) : protocol.inForce().end();
        return editionForm(protocol, ProtocolForm.of(protocol.name(), protocol.summary(), from, null, from.plusYears(1), ids(protocol.panels()), false, null), Errors.none());
    }

    @POST
    @Path("{id}/new-edition")
    @Transactional
    public Response createEdition(@RestPath UUID id, @BeanParam ProtocolForm typed) {
        var protocol = protocols.byId(id);
        permissions.require(Permission.SET_UP);
        var form = new ProtocolForm(protocol.name(), typed.summary(), typed.fromDay(), typed.fromMonth(), typed.fromYear(), typed.untilDay(), typed.untilMonth(), typed.untilYear(),
                typed.reviewDay(), typed.reviewMonth(), typed.reviewYear(), typed.panels(), typed.anyway(), null);
        try {
            var next = protocols.createEdition(id, form);
            return done(next, "The new edition was made. It needs new signatures before its first day; until then the one before it stands.");
        } catch (Invalid invalid) {
            return again(editionForm(protocol, form, invalid.errors()));
        }
    }

    private TemplateInstance editForm(ProtocolView protocol, ProtocolForm form, Errors errors, Differences theirs) {
        return form("Change the protocol", "/protocols/" + protocol.id() + "/edit", "/protocols/" + protocol.id(), form, false, errors, theirs, protocol.version());
    }

    private TemplateInstance editionForm(ProtocolView protocol, ProtocolForm form, Errors errors) {
        return form("Make edition " + (protocol.edition() + 1) + " of " + protocol.name(), "/protocols/" + protocol.id() + "/new-edition", "/protocols/" + protocol.id(), form, true, errors, null, 0);
    }

    private TemplateInstance form(String title, String action, String cancel, ProtocolForm form, boolean named, Errors errors, Differences theirs, int version) {
        return Templates.protocolForm(title, action, cancel, form, panels.list().stream().map(p -> Choice.of(p.id(), p.name())).toList(), named, errors, theirs, version);
    }

    private Differences differences(ProtocolView theirs, ProtocolForm yours) {
        var read = yours.read(Errors.none());
        return new Differences(writers.last("protocol", theirs.id())).compare("Name", theirs.name(), read.name()).compare("Summary", theirs.summary(), read.summary())
                .compare("First day", Dates.day(theirs.inForce().from()), Dates.day(read.from())).compare("Last day", Dates.day(theirs.inForce().last()), Dates.day(read.until()))
                .compare("Review date", Dates.day(theirs.reviewBy()), Dates.day(read.review()));
    }

    private static List<String> ids(List<PanelView> of) {
        return of.stream().map(p -> p.id().toString()).toList();
    }

    private Response done(UUID id, String sentence) {
        flash.done(sentence);
        return Response.seeOther(URI.create("/protocols/" + id)).build();
    }

    private static Response again(TemplateInstance page) {
        return Response.status(UNPROCESSABLE).entity(page).build();
    }
}
