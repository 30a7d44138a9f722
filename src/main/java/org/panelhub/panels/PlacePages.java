package org.panelhub.panels;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Choice;
import org.panelhub.page.Errors;
import org.panelhub.page.Flash;
import org.panelhub.page.Invalid;
import org.panelhub.partnership.Agencies;
import org.panelhub.partnership.MemberView;
import org.panelhub.partnership.Members;
import org.panelhub.partnership.Signatories;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** How a panel works and who sits on it: arrangements, expected agencies, seats. For the administrator. */
@Path("/panels/{id}")
@Authenticated
public class PlacePages {

    private static final int UNPROCESSABLE = 422;

    private final Permissions permissions;
    private final Viewers viewers;
    private final Panels panels;
    private final Presets presets;
    private final PanelAgencies panelAgencies;
    private final Seats seats;
    private final Agencies agencies;
    private final Signatories signatories;
    private final Members members;
    private final Flash flash;

    PlacePages(Permissions permissions, Viewers viewers, Panels panels, Presets presets, PanelAgencies panelAgencies, Seats seats, Agencies agencies, Signatories signatories,
            Members members, Flash flash) {
        this.permissions = permissions;
        this.viewers = viewers;
        this.panels = panels;
        this.presets = presets;
        this.panelAgencies = panelAgencies;
        this.seats = seats;
        this.agencies = agencies;
        this.signatories = signatories;
        this.members = members;
        this.flash = flash;
    }

    @CheckedTemplate(basePath = "panels")
    static class Templates {
        static native TemplateInstance arrangement(PanelView panel, ArrangementForm form, Errors errors);

        static native TemplateInstance expected(PanelView panel, String preset, List<Choice> agencies, List<String> chosen, List<Joining> missing, List<Choice> bodies, Errors errors);

        static native TemplateInstance seat(PanelView panel, SeatForm form, List<Choice> members, List<Choice> roles, Errors errors);
    }

    @GET
    @Path("arrangements/new")
    @Transactional
    public TemplateInstance newArrangement(@RestPath UUID id) {
        var panel = panels.byId(id);
        permissions.require(Permission.SET_UP);
        var today = viewers.current().today();
        var form = panels.arrangementOn(id, today).map(a -> ArrangementForm.of(today, a.figures())).orElseGet(() -> ArrangementForm.empty(today));
        return Templates.arrangement(panel, form, Errors.none());
    }

    @POST
    @Path("arrangements/new")
    @Transactional
    public Response arrange(@RestPath UUID id, @BeanParam ArrangementForm form) {
        var panel = panels.byId(id);
        permissions.require(Permission.SET_UP);
        try {
            panels.arrange(id, form);
        } catch (Invalid invalid) {
            return again(Templates.arrangement(panel, form, invalid.errors()));
        }
        return done(id, "The arrangement was kept.");
    }

    @GET
    @Path("agencies")
    @Transactional
    public TemplateInstance expectedAgencies(@RestPath UUID id, @RestQuery String preset) {
        var panel = panels.byId(id);
        permissions.require(Permission.SET_UP);
        var chosen = new ArrayList<>(panelAgencies.expected(id).stream().map(a -> a.id().toString()).toList());
        presets.find(preset).ifPresent(p -> panelAgencies.fitting(p).forEach(a -> chosen.add(a.toString())));
        return expectedPage(panel, preset, chosen, missing(preset), Errors.none());
    }

    /** With a preset, the fields {@code called} and {@code body} say for each missing agency, in turn, how it is called here and which signatory it belongs to. */
    @POST
    @Path("agencies")
    @Transactional
    public Response expect(@RestPath UUID id, @RestForm List<String> agencies, @RestForm String preset, @RestForm List<String> called, @RestForm List<String> body) {
        var panel = panels.byId(id);
        permissions.require(Permission.SET_UP);
        var chosen = new ArrayList<>(agencies == null ? List.of() : agencies);
        var joining = missing(preset).stream().map(j -> j.typed(at(called, j.index()), at(body, j.index()))).toList();
        try {
            chosen.addAll(panelAgencies.create(joining));
            panelAgencies.expect(id, chosen);
        } catch (Invalid invalid) {
            return again(expectedPage(panel, preset, chosen, joining, invalid.errors()));
        }
        return done(id, "The panel expects " + org.panelhub.page.Words.count(chosen.size(), "agency", "agencies") + ".");
    }

    @GET
    @Path("seats/new")
    @Transactional
    public TemplateInstance newSeat(@RestPath UUID id) {
        var panel = panels.byId(id);
        permissions.require(Permission.SET_UP);
        return seatPage(panel, SeatForm.empty(viewers.current().today()), Errors.none());
    }

    @POST
    @Path("seats/new")
    @Transactional
    public Response give(@RestPath UUID id, @BeanParam SeatForm form, @RestForm String then) {
        var panel = panels.byId(id);
        permissions.require(Permission.SET_UP);
        try {
            seats.give(id, form);
        } catch (Invalid invalid) {
            return again(seatPage(panel, form, invalid.errors()));
        }
        var given = "The seat was given. Its holder is asked on the start page to sign the undertaking.";
        return "another".equals(then) ? doneAt("/panels/" + id + "/seats/new", given) : done(id, given);
    }

    @POST
    @Path("seats/{seat}/end")
    @Transactional
    public Response end(@RestPath UUID id, @RestPath UUID seat) {
        panels.byId(id);
        permissions.require(Permission.SET_UP);
        seats.end(id, seat);
        return done(id, "The seat was ended: it opens nothing from now on.");
    }

    private TemplateInstance expectedPage(PanelView panel, String preset, List<String> chosen, List<Joining> missing, Errors errors) {
        List<Choice> bodies = new ArrayList<>();
        bodies.add(Choice.of("", "Leave it out"));
        bodies.add(Choice.of(PanelAgencies.OWN_BODY, "Add it, as a legal body of its own"));
        signatories.list().forEach(s -> bodies.add(Choice.of(s.id(), "Add it, as a service of " + s.name())));
        return Templates.expected(panel, preset, agencies.list().stream().map(a -> Choice.of(a.id(), a.name())).toList(), chosen, missing, bodies, errors);
    }

    private List<Joining> missing(String preset) {
        return presets.find(preset).map(panelAgencies::missing).orElse(List.of());
    }

    /** The fields come in the order in which the missing agencies stood. */
    private static String at(List<String> sent, int index) {
        return sent != null && index < sent.size() ? sent.get(index) : null;
    }

    private TemplateInstance seatPage(PanelView panel, SeatForm form, Errors errors) {
        var self = viewers.current().memberId();
        var choices = members.list().stream().filter(m -> m.active() && !m.id().equals(self)).map(m -> Choice.of(m.id(), m.nameAndAgency())).toList();
        return Templates.seat(panel, form, choices, SeatForm.ROLES.stream().map(r -> Choice.of(r.name(), r.label())).toList(), errors);
    }

    private Response done(UUID id, String sentence) {
        return doneAt("/panels/" + id, sentence);
    }

    private Response doneAt(String path, String sentence) {
        flash.done(sentence);
        return Response.seeOther(URI.create(path)).build();
    }

    private static Response again(TemplateInstance page) {
        return Response.status(UNPROCESSABLE).entity(page).build();
    }
}
