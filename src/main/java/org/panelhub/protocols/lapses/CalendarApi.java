package org.panelhub.protocols.lapses;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.page.Given;
import org.panelhub.page.IfMatch;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

/** What lapses next, as far as the caller may see it. */
@Path("/api/protocols/calendar")
@Authenticated
@Transactional
public class CalendarApi {

    private final Permissions permissions;
    private final Lapses lapses;
    private final ReminderRules rules;

    CalendarApi(Permissions permissions, Lapses lapses, ReminderRules rules) {
        this.permissions = permissions;
        this.lapses = lapses;
        this.rules = rules;
    }

    /**
     * @param on the last day on which it holds; of an edition that begins, its first
     * @param whose the signatory or the member; null where it is nobody's
     * @param subject the protocol or the panel, and its id
     */
    public record LapseJson(LocalDate on, Lapse.Kind kind, String whose, String subject, UUID subjectId, boolean overdue) {
    }

    /** @param days so many days before the last day; 0 is the last day itself */
    public record DaysInput(List<Integer> days) {
    }

    @GET
    public List<LapseJson> coming() {
        return lapses.coming().stream().map(l -> new LapseJson(l.on(), l.kind(), l.whose(), l.subject(), l.subjectId(), l.overdue())).toList();
    }

    @GET
    @Path("reminders")
    public List<ReminderView> reminders() {
        return rules.all();
    }

    @GET
    @Path("reminders/{about}")
    public ReminderView reminder(@RestPath String about) {
        return rules.of(CalendarPages.kind(about));
    }

    @PUT
    @Path("reminders/{about}")
    public ReminderView change(@RestPath String about, @RestHeader(IfMatch.HEADER) String ifMatch, DaysInput input) {
        var kind = CalendarPages.kind(about);
        permissions.require(Permission.SET_UP);
        int seen = IfMatch.required(ifMatch, () -> rules.of(kind)).version();
        var days = Given.the(input).days();
        rules.change(kind, new ReminderForm(days == null ? "" : String.join(",", days.stream().map(String::valueOf).toList()), seen));
        rules.flush();
        return rules.of(kind);
    }
}
