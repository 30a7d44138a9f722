package org.panelhub.protocols.lapses;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.jboss.resteasy.reactive.RestPath;
import org.panelhub.access.NotFound;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.page.Differences;
import org.panelhub.page.Errors;
import org.panelhub.page.Flash;
import org.panelhub.page.Invalid;

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

/** What lapses next, for every member; and for the administrator how long before it somebody is told. */
@Path("/protocols/calendar")
@Authenticated
public class CalendarPages {

    private static final int UNPROCESSABLE = 422;

    private final Permissions permissions;
    private final Lapses lapses;
    private final ReminderRules rules;
    private final Flash flash;

    CalendarPages(Permissions permissions, Lapses lapses, ReminderRules rules, Flash flash) {
        this.permissions = permissions;
        this.lapses = lapses;
        this.rules = rules;
        this.flash = flash;
    }

    @CheckedTemplate(basePath = "protocols")
    static class Templates {
        static native TemplateInstance calendar(List<Lapse> lapses, List<ReminderView> rules, boolean maySetUp);

        static native TemplateInstance reminders(LapseKind about, ReminderForm form, Errors errors, Differences theirs, int version);
    }

    @GET
    @Transactional
    public TemplateInstance open() {
        return Templates.calendar(lapses.coming(), rules.all(), permissions.may(Permission.SET_UP));
    }

    @GET
    @Path("reminders/{about}")
    @Transactional
    public TemplateInstance edit(@RestPath String about) {
        var kind = kind(about);
        permissions.require(Permission.SET_UP);
        var rule = rules.of(kind);
        return Templates.reminders(kind, new ReminderForm(rule.text(), rule.version()), Errors.none(), null, rule.version());
    }

    @POST
    @Path("reminders/{about}")
    @Transactional
    public Response change(@RestPath String about, @BeanParam ReminderForm form) {
        var kind = kind(about);
        permissions.require(Permission.SET_UP);
        var rule = rules.of(kind);
        try {
            rules.change(kind, form);
        } catch (Invalid invalid) {
            return Response.status(UNPROCESSABLE).entity(Templates.reminders(kind, form, invalid.errors(), null, rule.version())).build();
        } catch (OptimisticLockException stale) {
            return Response.status(Response.Status.CONFLICT)
                    .entity(Templates.reminders(kind, form, Errors.none(), new Differences(Optional.empty()).compare("Days before", rule.text(), form.days()), rule.version())).build();
        }
        flash.done("The reminder days were changed.");
        return Response.seeOther(URI.create("/protocols/calendar")).build();
    }

    static LapseKind kind(String path) {
        return Arrays.stream(LapseKind.values()).filter(k -> k.path().equals(path)).findFirst().orElseThrow(() -> new NotFound("reminder days", path));
    }
}
