package org.panelhub.notify;

import java.net.URI;
import java.util.List;

import org.hibernate.Session;
import org.jboss.resteasy.reactive.RestForm;
import org.panelhub.page.Choice;
import org.panelhub.page.Errors;
import org.panelhub.page.Flash;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** How often the member is reminded of what waits for it: its own choice. */
@Path("/reminders")
@Authenticated
public class ReminderPages {

    private static final int INVALID = 422;

    private final Session rows;
    private final Flash flash;

    ReminderPages(Session rows, Flash flash) {
        this.rows = rows;
        this.flash = flash;
    }

    @CheckedTemplate(basePath = "notify")
    static class Templates {
        static native TemplateInstance reminders(String how, List<Choice> choices, Errors errors);
    }

    private enum How {
        DAILY("Once on a working day", "In one mail, when something waits for you"),
        WEEKLY("Once a week", "In one mail, the first time in a week that something waits for you. What comes up later in the week is not told"),
        NEVER("Not at all", "What waits for you stands under My work");

        private final String label;
        private final String hint;

        How(String label, String hint) {
            this.label = label;
            this.hint = hint;
        }
    }

    private static final List<Choice> CHOICES = List.of(How.values()).stream().map(how -> new Choice(how.name(), how.label, how.hint)).toList();

    @GET
    @Transactional
    public TemplateInstance open() {
        return Templates.reminders(rows.createNativeQuery("select how from hub.reminder_choice where member_id = hub.viewer()", String.class).uniqueResultOptional().orElse(How.DAILY.name()), CHOICES, Errors.none());
    }

    @POST
    @Transactional
    public Response choose(@RestForm String how) {
        if (CHOICES.stream().noneMatch(c -> c.value().equals(how))) {
            return Response.status(INVALID).entity(Templates.reminders(how, CHOICES, Errors.one("how", "Choose how often you are reminded"))).build();
        }
        rows.createNativeQuery("""
                insert into hub.reminder_choice (partnership_id, member_id, how) values (hub.partnership(), hub.viewer(), ?1)
                on conflict (partnership_id, member_id) do update set how = excluded.how""").setParameter(1, how).executeUpdate();
        flash.done("Your choice is kept.");
        return Response.seeOther(URI.create("/reminders")).build();
    }
}
