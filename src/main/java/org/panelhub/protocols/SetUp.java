package org.panelhub.protocols;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.panelhub.identity.Role;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Words;
import org.panelhub.panels.PanelAgencies;
import org.panelhub.panels.PanelView;
import org.panelhub.panels.Panels;
import org.panelhub.panels.SeatView;
import org.panelhub.panels.Seats;
import org.panelhub.partnership.Agencies;
import org.panelhub.partnership.AgencyView;
import org.panelhub.partnership.MemberSheet;
import org.panelhub.partnership.MemberSheets;
import org.panelhub.partnership.Signatories;

import io.quarkus.qute.TemplateData;
import jakarta.enterprise.context.ApplicationScoped;

/** What a partnership still lacks before a panel can meet, as a list of tasks. */
@ApplicationScoped
public class SetUp {

    /** @param missing what is not there yet, in a few words; null when the task is done */
    @TemplateData
    public record Task(String name, String path, String said, String missing) {
        public boolean done() {
            return missing == null;
        }
    }

    /** Tasks under one heading. */
    @TemplateData
    public record Section(String title, List<Task> tasks) {
        public boolean done() {
            return tasks.stream().allMatch(Task::done);
        }
    }

    private final Signatories signatories;
    private final Agencies agencies;
    private final MemberSheets members;
    private final Panels panels;
    private final PanelAgencies panelAgencies;
    private final Seats seats;
    private final Protocols protocols;
    private final Signatures signatures;
    private final LegalBases bases;
    private final Viewers viewers;

    SetUp(Signatories signatories, Agencies agencies, MemberSheets members, Panels panels, PanelAgencies panelAgencies, Seats seats, Protocols protocols, Signatures signatures,
            LegalBases bases, Viewers viewers) {
        this.signatories = signatories;
        this.agencies = agencies;
        this.members = members;
        this.panels = panels;
        this.panelAgencies = panelAgencies;
        this.seats = seats;
        this.protocols = protocols;
        this.signatures = signatures;
        this.bases = bases;
        this.viewers = viewers;
    }

    public List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        sections.add(partnership());
        panels.list().forEach(p -> sections.add(new Section(p.name(), panel(p, viewers.current().today()))));
        return sections;
    }

    private Section partnership() {
        var bodies = signatories.list().size();
        var services = agencies.list().size();
        var accounts = members.list().stream().filter(MemberSheet::active).toList();
        var unlinked = accounts.stream().filter(m -> !m.linked()).count();
        var leads = accounts.stream().anyMatch(m -> m.offices().stream().anyMatch(o -> o.role() == Role.INFORMATION_LEAD));
        var boards = panels.list().size();
        // Counted here only: the room that keeps them stands a floor above.
        var instruments = (Long) panels.getEntityManager().createNativeQuery("select count(*) from hub.instrument where purpose = 'VULNERABILITY' and during @> hub.today()", Long.class).getSingleResult();
        return new Section("The partnership", List.of(
                new Task("Name the signatories and their agencies", "/agencies", Words.count(bodies, "signatory", "signatories") + ", " + Words.count(services, "agency", "agencies"),
                        services < 2 ? "A panel needs at least two agencies" : null),
                new Task("Create the panels", "/panels", boards == 0 ? "A preset brings the agencies that usually sit there" : Words.count(boards, "panel"), boards == 0 ? "None yet" : null),
                new Task("Add the members", "/members", Words.count(accounts.size(), "account"),
                        accounts.size() < 2 ? "Nobody but you yet" : unlinked > 0 ? unlinked + " of " + accounts.size() + " not linked to a sign-in yet" : null),
                new Task("Name an information governance lead", "/members", "Sees who looked at what, for a controller", leads ? null : "Nobody yet"),
                new Task("Add the vulnerability assessment", "/set-up/instruments", "An example to begin with, or your area’s own", instruments == 0 ? "None yet" : null),
                new Task("Make the protocol", "/protocols", Words.count(protocols.list().size(), "edition"), protocols.list().isEmpty() ? "None yet" : null)));
    }

    private List<Task> panel(PanelView panel, LocalDate today) {
        var path = "/panels/" + panel.id();
        var expected = panelAgencies.expected(panel.id());
        var sitting = seats.of(panel.id()).stream().filter(s -> !s.endedBy(today)).toList();
        List<Task> tasks = new ArrayList<>();
        tasks.add(new Task("Say how it works", path, "When it meets, and by which figures", panels.arrangementOn(panel.id(), today).isPresent() ? null : "Nothing is in force today"));
        tasks.add(new Task("Say which agencies it expects", path + "/agencies", Words.count(expected.size(), "agency", "agencies"), expected.isEmpty() ? "None yet" : null));
        tasks.add(new Task("Give the seats", path, Words.count(sitting.size(), "seat"), seatsMissing(expected, sitting)));
        tasks.addAll(protocol(panel, expected, today));
        var people = distinct(sitting);
        var unsigned = people.stream().filter(m -> sitting.stream().anyMatch(s -> s.memberId().equals(m) && s.undertakenUntil() == null)).count();
        tasks.add(new Task("Have the undertakings signed", path, "Each member signs their own, from their start page",
                people.isEmpty() ? "Nobody has a seat yet" : unsigned > 0 ? unsigned + " of " + Words.count(people.size(), "member") + " not yet" : null));
        return tasks;
    }

    private List<Task> protocol(PanelView panel, List<AgencyView> expected, LocalDate today) {
        var covering = protocols.covering(panel.id(), today);
        if (covering.isEmpty()) {
            return List.of(new Task("Cover it by a protocol", "/protocols", "Without one nobody sees a case", "No protocol covers it"));
        }
        var protocol = covering.get();
        var path = "/protocols/" + protocol.id();
        var relied = bases.of(protocol.id());
        var stands = signatures.of(protocol.id()).stream().filter(g -> g.standsFrom(today)).toList();
        var groundless = expected.stream().filter(a -> relied.stream().noneMatch(b -> b.agencyId().equals(a.id()))).count();
        var unsigned = expected.stream().filter(a -> stands.stream().noneMatch(g -> g.signatoryId().equals(a.signatoryId()))).count();
        return List.of(
                new Task("Cover it by a protocol", path, protocol.title(), protocol.inForce().contains(today) ? null : "In force from " + org.panelhub.page.Dates.day(protocol.inForce().from())),
                new Task("Review the protocol", path, "By " + org.panelhub.page.Dates.day(protocol.reviewBy()), protocol.reviewOverdue(today) ? "Review overdue" : null),
                new Task("Say what each agency relies on", path, "Gateway and conditions, which every release inherits", missing(groundless, expected.size())),
                new Task("Sign the protocol", path, protocol.title(), missing(unsigned, expected.size())));
    }

    private static String missing(long count, int of) {
        return of == 0 ? "No agency is expected yet" : count > 0 ? count + " of " + Words.count(of, "agency", "agencies") + " not yet" : null;
    }

    private static String seatsMissing(List<AgencyView> expected, List<SeatView> sitting) {
        List<String> missing = new ArrayList<>();
        if (sitting.stream().noneMatch(s -> s.role() == Role.CHAIR || s.role() == Role.INDEPENDENT_CHAIR)) {
            missing.add("no chair");
        }
        if (sitting.stream().noneMatch(s -> s.role() == Role.COORDINATOR)) {
            missing.add("no coordinator");
        }
        var empty = expected.stream().filter(a -> sitting.stream().noneMatch(s -> a.id().equals(s.agencyId()))).count();
        if (empty > 0) {
            missing.add(empty + " of " + Words.count(expected.size(), "agency", "agencies") + " without a seat");
        }
        return missing.isEmpty() ? null : Words.upper(Words.join(missing));
    }

    private static Set<UUID> distinct(List<SeatView> sitting) {
        Set<UUID> members = new HashSet<>();
        sitting.forEach(s -> members.add(s.memberId()));
        return members;
    }
}
