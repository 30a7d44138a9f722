package org.panelhub.panels;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.identity.Role;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Choice;
import org.panelhub.page.Flash;
import org.panelhub.page.Words;
import org.panelhub.partnership.AgencyView;
import org.panelhub.partnership.Members;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Who represents each of the agencies that a panel expects, said in one go when a panel begins. For the administrator. */
@Path("/panels/{id}/representatives")
@Authenticated
public class RepresentativePages {

    private final Permissions permissions;
    private final Viewers viewers;
    private final Panels panels;
    private final PanelAgencies panelAgencies;
    private final Seats seats;
    private final Members members;
    private final Flash flash;

    RepresentativePages(Permissions permissions, Viewers viewers, Panels panels, PanelAgencies panelAgencies, Seats seats, Members members, Flash flash) {
        this.permissions = permissions;
        this.viewers = viewers;
        this.panels = panels;
        this.panelAgencies = panelAgencies;
        this.seats = seats;
        this.members = members;
        this.flash = flash;
    }

    /**
     * An agency without a representative.
     *
     * @param members those of it but the administrator who gives the seats: nobody seats itself
     * @param likely the id of its only member, where nobody of it has a seat; otherwise empty
     */
    @TemplateData
    public record Unseated(int index, AgencyView agency, List<Choice> members, String likely) {
    }

    @CheckedTemplate(basePath = "panels")
    static class Templates {
        static native TemplateInstance representatives(PanelView panel, List<Unseated> agencies);
    }

    @GET
    @Transactional
    public TemplateInstance open(@RestPath UUID id) {
        var panel = panels.byId(id);
        permissions.require(Permission.SET_UP);
        return Templates.representatives(panel, unseated(id));
    }

    /** Each {@code member} that was chosen has a seat from today on. An agency for which somebody else has named one meanwhile is left alone. */
    @POST
    @Transactional
    public Response seat(@RestPath UUID id, @RestForm List<String> member) {
        panels.byId(id);
        permissions.require(Permission.SET_UP);
        var open = unseated(id).stream().flatMap(u -> u.members.stream()).map(Choice::value).toList();
        var chosen = (member == null ? List.<String>of() : member).stream().filter(open::contains).distinct().toList();
        chosen.forEach(m -> seats.give(id, SeatForm.of(m, Role.REPRESENTATIVE.name(), viewers.current().today(), null)));
        flash.done(chosen.isEmpty() ? "Nobody was chosen, so nothing was changed."
                : Words.count(chosen.size(), "seat was given", "seats were given") + ". Their holders are asked on the start page to sign the undertaking.");
        return Response.seeOther(URI.create("/panels/" + id)).build();
    }

    private List<Unseated> unseated(UUID panelId) {
        var today = viewers.current().today();
        var sitting = seats.of(panelId).stream().filter(s -> !s.endedBy(today)).toList();
        var self = viewers.current().memberId();
        var people = members.list().stream().filter(m -> m.active() && !m.id().equals(self)).toList();
        List<Unseated> unseated = new ArrayList<>();
        for (var agency : panelAgencies.expected(panelId)) {
            var seated = sitting.stream().filter(s -> agency.id().equals(s.agencyId())).toList();
            if (seated.stream().noneMatch(s -> s.role() == Role.REPRESENTATIVE)) {
                var choices = people.stream().filter(m -> agency.id().equals(m.agencyId())).map(m -> Choice.of(m.id(), m.name())).toList();
                unseated.add(new Unseated(unseated.size(), agency, choices, seated.isEmpty() && choices.size() == 1 ? choices.getFirst().value() : ""));
            }
        }
        return unseated;
    }
}
