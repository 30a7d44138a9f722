package org.panelhub.referrals;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.panelhub.identity.Viewers;
import org.panelhub.notify.Outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** Mails about referrals. They say that something waits and where; never about whom. */
@ApplicationScoped
class Notices {

    private final EntityManager rows;
    private final Viewers viewers;
    private final Outbox outbox;
    private final String hub;

    Notices(EntityManager rows, Viewers viewers, Outbox outbox, @ConfigProperty(name = "hub.url") URI hub) {
        this.rows = rows;
        this.viewers = viewers;
        this.outbox = outbox;
        this.hub = hub.toString().replaceFirst("/+$", "");
    }

    void waitsForDecision(Referral referral, List<UUID> seniorOfficers) {
        put(referral, seniorOfficers, "referral-decision", "A referral waits for your decision",
                "A colleague has prepared a referral and asks you to decide whether it goes to the panel.");
    }

    void notReferred(Referral referral) {
        put(referral, List.of(referral.authorId()), "referral-not-referred", "A referral you prepared was not sent on", "Your senior officer has decided and given a reason.");
    }

    /** To those who triage on the panel, as far as the sender may know who they are; for all others it waits in their list. */
    void sentToPanel(Referral referral) {
        put(referral, seats(referral.panelId(), "COORDINATOR", null), "referral-received", "A referral has come in", "A referral waits for triage.");
    }

    /** To the author, or to those who represent the agency on the panel when somebody else keyed it in. */
    void answered(Referral referral) {
        var to = new LinkedHashSet<UUID>();
        if (!referral.keyedIn()) {
            to.add(referral.authorId());
        }
        if (referral.agencyId() != null) {
            to.addAll(seats(referral.panelId(), "REPRESENTATIVE", referral.agencyId()));
        }
        put(referral, List.copyOf(to), "referral-answered", "A referral you made has an answer", "The panel’s coordinator has answered a referral of your agency.");
    }

    private void put(Referral referral, List<UUID> to, String template, String subject, String sentence) {
        // What was just written may have barred one of them.
        rows.flush();
        var may = rows.createNativeQuery("select access.told_of_referral(?1, ?2)", UUID.class).setParameter(1, referral.id()).setParameter(2, to.toArray(UUID[]::new)).getResultList();
        for (var member : to.stream().filter(may::contains).toList()) {
            if (!member.equals(viewers.current().memberId())) {
                outbox.put(member, template, subject, sentence + "\n\nSign in to read it:\n" + hub + "/referrals/" + referral.id() + "\n",
                        template + " " + referral.id() + " " + referral.version() + " " + member);
            }
        }
    }

    private List<UUID> seats(UUID panelId, String role, UUID agencyId) {
        return rows.createNativeQuery("""
                select distinct s.member_id from hub.seat s join hub.member m on m.id = s.member_id
                 where s.panel_id = ?1 and s.role = ?2 and s.during @> hub.today() and m.active and (cast(?3 as uuid) is null or m.agency_id = cast(?3 as uuid))""", UUID.class)
                .setParameter(1, panelId).setParameter(2, role).setParameter(3, agencyId).getResultList().stream().map(UUID.class::cast).toList();
    }
}
