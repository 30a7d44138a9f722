package org.panelhub.letters;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.cases.CaseFile;
import org.panelhub.cases.CaseState;
import org.panelhub.cases.CaseTeams;
import org.panelhub.cases.Cases;
import org.panelhub.identity.Viewers;
import org.panelhub.notify.Outbox;
import org.panelhub.page.Choice;
import org.panelhub.page.Dates;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;

/** Proposing that a case ends, signing it off, calling it off, and closing it when the notice has run. */
@ApplicationScoped
class Exits implements PanacheRepositoryBase<CaseExit, UUID> {

    private final Cases cases;
    private final CaseTeams teams;
    private final Viewers viewers;
    private final Permissions permissions;
    private final Outbox outbox;
    private final URI hub;

    Exits(Cases cases, CaseTeams teams, Viewers viewers, Permissions permissions, Outbox outbox, @ConfigProperty(name = "hub.url") URI hub) {
        this.cases = cases;
        this.teams = teams;
        this.viewers = viewers;
        this.permissions = permissions;
        this.outbox = outbox;
        this.hub = hub;
    }

    /** The exit that is under way, or that ended the case. */
    Optional<CaseExit> standing(UUID caseId) {
        return find("caseId = ?1 and cancelledAt is null", Sort.descending("proposedAt"), caseId).firstResultOptional();
    }

    /**
     * @param seniorOfficerId who is asked to sign it off and is named on the case for that; null to leave it to the chair
     * @return the id of the exit
     * @throws ExitRefused when the case is closed or its end has been proposed already
     */
    UUID propose(String reference, ExitReason reason, String note, UUID seniorOfficerId) {
        var file = cases.byReference(reference);
        permissions.require(Permission.PROPOSE_EXIT, file.panelId(), file.id());
        cases.lock(file.id());
        if (file.state() != CaseState.OPEN || standing(file.id()).isPresent()) {
            throw new ExitRefused("reason", "The end of this case has been proposed already");
        }
        if (seniorOfficerId != null && seniorOfficers().stream().noneMatch(c -> c.value().equals(seniorOfficerId.toString()))) {
            throw new ExitRefused("senior", "Choose one of the senior officers");
        }
        var viewer = viewers.current();
        var exit = new CaseExit(viewer.partnershipId(), file.id(), file.panelId(), reason, note, viewer.memberId(), viewer.now());
        persist(exit);
        if (seniorOfficerId != null) {
            teams.askSeniorOfficer(file.id(), seniorOfficerId);
            outbox.put(seniorOfficerId, "sign-off", "A case waits for your sign-off", ExitPages.Templates.signOffMail(hub.toString()).render(), null);
        }
        return exit.id();
    }

    /**
     * [Lambeth 3.4]: a senior officer agrees and signs off.
     *
     * @throws ExitRefused by the one who proposed it, or when it was changed since it was shown
     */
    void signOff(String reference, int version) {
        var file = cases.byReference(reference);
        permissions.require(Permission.SIGN_OFF_EXIT, file.panelId(), file.id());
        var exit = underWay(file, version);
        var viewer = viewers.current();
        if (exit.signedOffAt() != null) {
            throw new ExitRefused("sign-off", "It has been signed off already");
        }
        if (exit.proposedBy().equals(viewer.memberId())) {
            throw new ExitRefused("sign-off", "Whoever proposed to close a case cannot sign it off. Ask another senior officer or the chair.");
        }
        exit.signOff(viewer.memberId(), viewer.name(), viewer.now());
        outbox.put(exit.proposedBy(), "signed-off", "The closing of a case was signed off", ExitPages.Templates.signedOffMail(hub.toString()).render(), "signed off " + exit.id());
    }

    /** The case stays open after all. */
    void callOff(String reference, int version, String why) {
        var file = cases.byReference(reference);
        permissions.require(Permission.PROPOSE_EXIT, file.panelId(), file.id());
        underWay(file, version).callOff(why, viewers.current().now());
        if (file.state() == CaseState.CLOSING) {
            file.stayOpen();
        }
    }

    /** @throws ExitRefused before the notice has run */
    void close(String reference) {
        var file = cases.byReference(reference);
        permissions.require(Permission.PROPOSE_EXIT, file.panelId(), file.id());
        var exit = standing(file.id()).filter(e -> file.state() == CaseState.CLOSING).orElseThrow(() -> new ExitRefused("close", "No notice of closing has been sent"));
        var today = viewers.current().today();
        if (today.isBefore(exit.closesOn())) {
            throw new ExitRefused("close", "The notice runs until " + Dates.day(exit.closesOn()) + ". The case can be closed from that day.");
        }
        file.close(today);
    }

    /** The senior officers whom the viewer can ask: those of its own agency. */
    List<Choice> seniorOfficers() {
        return getSession().createNativeQuery("""
                select m.id, m.name from hub.office o join hub.member m on m.id = o.member_id
                 where o.role = 'SENIOR_OFFICER' and o.during @> hub.today() and m.active and m.agency_id = hub.agency() and m.id <> hub.viewer() order by m.name""", Officer.class)
                .getResultStream().map(o -> Choice.of(o.id, o.name)).toList();
    }

    record Officer(UUID id, String name) {
    }

    /** The one that can still be changed. */
    CaseExit underWay(CaseFile file, int version) {
        if (file.state() == CaseState.CLOSED) {
            throw new ExitRefused("version", "The case is closed");
        }
        var exit = standing(file.id()).orElseThrow(() -> new ExitRefused("version", "The end of this case has not been proposed, or was called off"));
        if (exit.version() != version) {
            throw new ExitRefused("version", "Someone else has changed this in the meantime. Read what stands now, and try again.");
        }
        return exit;
    }
}
