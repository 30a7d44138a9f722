package org.panelhub.panels;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import org.panelhub.page.Errors;
import org.panelhub.page.Field;
import org.panelhub.page.Invalid;
import org.panelhub.partnership.Agencies;
import org.panelhub.partnership.AgencyView;
import org.panelhub.partnership.Sector;
import org.panelhub.partnership.Signatories;
import org.panelhub.partnership.SignatoryForm;
import org.panelhub.partnership.SignatoryView;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** The agencies that a panel expects around the table. */
@ApplicationScoped
public class PanelAgencies {

    /** Sent for an agency that is a legal body of its own. */
    static final String OWN_BODY = "own";

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_SHORT_NAME = 40;

    private final EntityManager database;
    private final Agencies agencies;
    private final Signatories signatories;
    private final Panels panels;

    PanelAgencies(EntityManager database, Agencies agencies, Signatories signatories, Panels panels) {
        this.database = database;
        this.agencies = agencies;
        this.signatories = signatories;
        this.panels = panels;
    }

    /** By name. */
    public List<AgencyView> expected(UUID panelId) {
        var ids = ids(panelId);
        return agencies.list().stream().filter(a -> ids.contains(a.id())).toList();
    }

    /**
     * Of a preset's agencies those for which the partnership has none of the kind yet, under the name that the preset gives them, each with
     * the signatory it probably belongs to.
     */
    public List<Joining> missing(Preset preset) {
        var free = new ArrayList<>(agencies.list());
        List<Joining> missing = new ArrayList<>();
        for (var wanted : preset.agencies()) {
            var match = free.stream().filter(a -> a.name().equalsIgnoreCase(wanted.name())).findFirst()
                    .or(() -> free.stream().filter(a -> a.kind().equals(wanted.kind().name())).findFirst());
            match.ifPresentOrElse(free::remove, () -> missing.add(new Joining(missing.size(), wanted, wanted.name(), likelyBody(wanted))));
        }
        return missing;
    }

    /** The partnership's agencies that fit a preset, to be ticked beforehand. */
    public List<UUID> fitting(Preset preset) {
        return agencies.list().stream().filter(a -> preset.agencies().stream().anyMatch(e -> e.kind().name().equals(a.kind()))).map(AgencyView::id).toList();
    }

    /** The signatory to which an agency of that sector would belong, where there is just one. */
    private String likelyBody(Preset.Expected wanted) {
        var fits = signatories.list().stream().filter(s -> s.sector() == wanted.sector()).toList();
        return fits.size() == 1 ? fits.getFirst().id().toString() : wanted.sector() == Sector.COUNCIL ? "" : OWN_BODY;
    }

    /**
     * Sets which agencies are expected.
     *
     * @throws Invalid when one of them is none of this partnership
     */
    public void expect(UUID panelId, List<String> chosen) {
        var panel = panels.existing(panelId);
        Set<UUID> wanted = new LinkedHashSet<>();
        var known = agencies.list();
        for (var id : chosen == null ? List.<String>of() : chosen) {
            var agency = known.stream().filter(a -> a.id().toString().equals(id)).findFirst();
            if (agency.isEmpty()) {
                throw new Invalid(Errors.one("agencies", "Choose agencies of this partnership"));
            }
            wanted.add(agency.get().id());
        }
        var before = ids(panelId);
        wanted.stream().filter(id -> !before.contains(id)).forEach(id -> link("insert into hub.panel_agency (partnership_id, panel_id, agency_id) values (:partnership, :panel, :agency)", panel, id));
        before.stream().filter(id -> !wanted.contains(id)).forEach(id -> link("delete from hub.panel_agency where partnership_id = :partnership and panel_id = :panel and agency_id = :agency", panel, id));
    }

    /**
     * Adds agencies that a preset names and the partnership has not, but for those left out.
     *
     * @return the ids of what was added
     * @throws Invalid naming the fields to mend, a name that is taken among them; then nothing was added
     */
    public List<String> create(List<Joining> joining) {
        var known = signatories.list();
        var wanted = joining.stream().filter(j -> !j.leftOut()).toList();
        Invalid.unless(wrong(wanted, known));
        return wanted.stream().map(j -> {
            var owner = OWN_BODY.equals(j.body()) ? ownBody(j, known) : UUID.fromString(j.body());
            return agencies.add(owner, j.name(), shortName(j.usual()), j.usual().kind()).toString();
        }).toList();
    }

    private Errors wrong(List<Joining> joining, List<SignatoryView> known) {
        var check = new Field.Check();
        Set<String> taken = new HashSet<>(agencies.list().stream().map(a -> a.name().toLowerCase(Locale.ROOT)).toList());
        for (var each : joining) {
            check.that(!each.name().isEmpty(), each.field(), "Enter a name for the agency, or leave it out");
            check.text(each.field(), "Name", each.name(), LONGEST_NAME, false);
            check.that(taken.add(each.name().toLowerCase(Locale.ROOT)), each.field(), "There is already an agency of this name");
            check.that(OWN_BODY.equals(each.body()) || known.stream().anyMatch(s -> s.id().toString().equals(each.body())), each.field(), "Choose a signatory of this partnership");
        }
        return check.errors();
    }

    /** What such an agency is usually called is how it is spoken of in a meeting, whatever its full name. */
    private static String shortName(Preset.Expected usual) {
        return usual.name().length() > LONGEST_SHORT_NAME ? usual.kind().label() : usual.name();
    }

    private UUID ownBody(Joining joining, List<SignatoryView> known) {
        return known.stream().filter(s -> s.name().equalsIgnoreCase(joining.name())).map(SignatoryView::id).findFirst().orElseGet(() -> {
            var sector = joining.usual().sector();
            var authority = !Set.of(Sector.CHARITY, Sector.HOUSING, Sector.OTHER).contains(sector);
            var id = signatories.add(new SignatoryForm(joining.name(), sector.name(), authority ? "yes" : "no", null));
            signatories.flush();
            return id;
        });
    }

    private Set<UUID> ids(UUID panelId) {
        return new HashSet<>(database.createNativeQuery("select agency_id from hub.panel_agency where panel_id = :panel", UUID.class).setParameter("panel", panelId).getResultStream()
                .map(UUID.class::cast).toList());
    }

    private void link(String sql, Panel panel, UUID agency) {
        database.createNativeQuery(sql).setParameter("partnership", panel.partnershipId()).setParameter("panel", panel.id()).setParameter("agency", agency).executeUpdate();
    }
}
