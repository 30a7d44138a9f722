package org.panelhub.risk;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.panelhub.access.NotFound;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.page.Choice;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;
import org.panelhub.page.Flash;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Where an administrator adds the vulnerability assessment and the rating of cases: those that are shipped, or the area's own as JSON or as a table. */
@Path("/set-up/instruments")
@Authenticated
@Blocking
public class InstrumentPages {

    private static final int UNPROCESSABLE = 422;

    private final Instruments instruments;
    private final Permissions permissions;
    private final Flash flash;

    InstrumentPages(Instruments instruments, Permissions permissions, Flash flash) {
        this.instruments = instruments;
        this.permissions = permissions;
        this.flash = flash;
    }

    @CheckedTemplate(basePath = "risk")
    static class Templates {
        static native TemplateInstance instruments(List<Instrument> instruments, Set<UUID> inUse, List<Choice> shipped, boolean noVulnerability, List<Choice> purposes, InstrumentForm form, InstrumentForm.Read read, Errors errors);

        static native TemplateInstance instrument(Instrument instrument);
    }

    @GET
    @Transactional
    public TemplateInstance list() {
        permissions.require(Permission.SET_UP);
        return page(InstrumentForm.EMPTY, InstrumentForm.Read.NOTHING, Errors.none());
    }

    @GET
    @Path("/{id}")
    @Transactional
    public TemplateInstance one(@RestPath String id) {
        permissions.require(Permission.SET_UP);
        return Templates.instrument(instruments.byId(NotFound.id("instrument", id)));
    }

    @POST
    @Path("/example")
    @Transactional
    public Response example(@RestForm String shipped) {
        permissions.require(Permission.SET_UP);
        var check = new Field.Check();
        var chosen = check.choice("shipped", "Choose one of them", shipped, Shipped.class, true);
        if (chosen.isEmpty()) {
            return Response.status(UNPROCESSABLE).entity(page(InstrumentForm.EMPTY, InstrumentForm.Read.NOTHING, check.errors())).build();
        }
        var added = instruments.add(chosen.get());
        flash.done("Added: " + added.title() + ". It is in use from today, until you replace it by your own.");
        return Response.seeOther(URI.create("/set-up/instruments")).build();
    }

    /** Looked at first, as it would be asked, or added. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    public Response add(@BeanParam InstrumentForm form, @RestForm String then) {
        permissions.require(Permission.SET_UP);
        var read = form.read(instruments::purposeOf);
        if (read.errors().any()) {
            return Response.status(UNPROCESSABLE).entity(page(form, read, read.errors())).build();
        }
        if ("look".equals(then)) {
            return Response.ok(page(form, read, Errors.none())).build();
        }
        var added = instruments.add(form.is(), Field.clean(form.name()), false, read.json());
        flash.done("Added: " + added.title() + ". It is in use from today.");
        return Response.seeOther(URI.create("/set-up/instruments")).build();
    }

    private TemplateInstance page(InstrumentForm form, InstrumentForm.Read read, Errors errors) {
        var all = instruments.list();
        var inUse = Stream.of(Purpose.values()).flatMap(p -> instruments.inUse(p).stream()).map(Instrument::id).collect(Collectors.toSet());
        var shipped = Stream.of(Shipped.values()).filter(e -> all.stream().noneMatch(i -> i.name().equals(e.title()))).map(Shipped::choice).toList();
        boolean none = all.stream().noneMatch(i -> i.purpose() == Purpose.VULNERABILITY);
        return Templates.instruments(all, inUse, shipped, none, Choice.of(Purpose.class, Purpose::label), form, read, errors);
    }
}
