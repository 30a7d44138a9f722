package org.panelhub.identity;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The member on whose behalf a request runs, as PostgreSQL worked it out when the transaction began. It greets the member and decides
 * what it may do; it never decides what it may see.
 *
 * @param now the hub's clock when the transaction began
 * @param today the hub's date, in London
 */
public record Viewer(UUID memberId, String name, UUID partnershipId, String partnership, UUID agencyId, String agency, UUID signatoryId,
        OffsetDateTime now, LocalDate today, Set<Role> offices, List<Place> seats, List<TeamPlace> team) {

    /** A current seat on a panel. Standing needs the protocol signed by the member's signatory and the member's own undertaking. */
    public record Place(UUID panelId, String panel, Role role, boolean signed, boolean undertaken) {
        public boolean standing() {
            return signed && undertaken;
        }
    }

    /** A current, named place on a case. */
    public record TeamPlace(UUID caseId, UUID panelId, Role role) {
    }

    /** Holds this office, or this seat with standing on any panel. */
    public boolean holds(Role role) {
        return role == Role.MEMBER || offices.contains(role) || seats.stream().anyMatch(s -> s.role() == role && s.standing());
    }

    /** Holds this seat with standing on the panel, or this office. */
    public boolean holds(Role role, UUID panelId) {
        return role == Role.MEMBER || offices.contains(role) || seats.stream().anyMatch(s -> s.role() == role && s.standing() && s.panelId().equals(panelId));
    }

    /** Is named in this role on the team of the case. */
    public boolean holdsOnCase(Role role, UUID caseId) {
        return team.stream().anyMatch(t -> t.role() == role && t.caseId().equals(caseId));
    }

    /** The agency as it is shown beside the name; an independent chair has none. */
    public String agencyOrNone() {
        return agency == null ? "no agency" : agency;
    }
}
