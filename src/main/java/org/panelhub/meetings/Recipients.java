package org.panelhub.meetings;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import org.panelhub.identity.Role;

import io.quarkus.qute.TemplateData;
import jakarta.enterprise.context.ApplicationScoped;

/** Who may receive the papers of a panel: the members with standing on it. Read from the same facts as the rule itself, for those who prepare. */
@ApplicationScoped
public class Recipients {

    private final Attendances attendances;

    Recipients(Attendances attendances) {
        this.attendances = attendances;
    }

    /** A member with a current seat, and each condition of its standing. */
    @TemplateData
    public record Recipient(UUID memberId, String name, String agency, String roles, Boolean active, Boolean signed, Boolean undertaken) {

        public boolean receives() {
            return active && signed && undertaken;
        }

        public String who() {
            return agency == null ? name : name + ", " + agency;
        }

        public String seats() {
            return Arrays.stream(roles.split(",")).map(r -> Role.valueOf(r).label()).collect(Collectors.joining(", "));
        }

        /** What is missing, in words that one can act on. */
        public String why() {
            if (!active) {
                return "The account is closed.";
            }
            if (!signed && !undertaken) {
                return "The organisation has not signed the protocol, and the member has not signed the undertaking.";
            }
            return signed ? "The member has no undertaking in force." : "The organisation has no signature in force on the protocol.";
        }
    }

    /** Everyone with a current seat. Empty for who does not prepare the panel's meetings. */
    public List<Recipient> of(UUID panelId) {
        return attendances.getSession().createNativeQuery("""
                select f.member_id, m.name, a.short_name, string_agg(distinct f.role, ','), bool_and(f.member_active), bool_or(f.signed), bool_or(f.undertaken)
                  from access.panel_standing f join hub.member m on m.id = f.member_id left join hub.agency a on a.id = m.agency_id
                 where f.panel_id = ?1 group by f.member_id, m.name, a.short_name order by a.short_name nulls first, m.name""", Recipient.class)
                .setParameter(1, panelId).getResultList();
    }

    /**
     * Puts those on the list of the meeting who are not on it yet.
     *
     * @return these
     */
    List<UUID> invite(Meeting meeting, List<UUID> members) {
        var invited = attendances.list("meetingId", meeting.id()).stream().map(Attendance::memberId).toList();
        var missing = members.stream().filter(m -> !invited.contains(m)).toList();
        missing.forEach(m -> attendances.persist(new Attendance(meeting, m, Attendance.Capacity.MEMBER)));
        return missing;
    }
}
