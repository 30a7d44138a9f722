package org.panelhub.sharing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.hibernate.Session;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Choice;
import org.panelhub.partnership.Sector;
import org.panelhub.protocols.LegalBasisView;
import org.panelhub.protocols.LegalCheck;

import jakarta.enterprise.context.ApplicationScoped;

/** To whom an agency may release on a panel: to the panel, to agencies whose body has signed, to members who sit for them. */
@ApplicationScoped
public class Recipients {

    private final Session rows;
    private final Viewers viewers;

    Recipients(Session rows, Viewers viewers) {
        this.rows = rows;
        this.viewers = viewers;
    }

    record AgencyRow(UUID id, String name, String sector, Boolean relevantAuthority) {

        LegalCheck.Receiver receiver() {
            return new LegalCheck.Receiver(name, Sector.valueOf(sector), relevantAuthority);
        }
    }

    /** Agencies with a current seat on the panel and a signature in force, the viewer's own left out. */
    List<AgencyRow> agencies(UUID panelId) {
        return rows.createNativeQuery("""
                select distinct a.id, a.name, b.sector, b.relevant_authority from hub.seat s join hub.member m on m.id = s.member_id and m.active join hub.agency a on a.id = m.agency_id
                  join hub.signatory b on b.id = a.signatory_id join access.panel_signed g on g.agency_id = a.id and g.panel_id = s.panel_id
                 where s.panel_id = :p and s.during @> hub.today() and a.id is distinct from hub.agency() order by a.name""", AgencyRow.class).setParameter("p", panelId).getResultList();
    }

    /** Whether an agency sits on the panel with its signature in force, as whoever prepares the panel's meetings is told. */
    boolean signed(UUID agencyId, UUID panelId) {
        return rows.createNativeQuery("select exists (select from access.panel_standing s join hub.member m on m.id = s.member_id where s.panel_id = :p and m.agency_id = :a and s.signed)", Boolean.class)
                .setParameter("p", panelId).setParameter("a", agencyId).getSingleResult();
    }

    /** Whether a protocol in force covers the panel. */
    boolean isCovered(UUID panelId) {
        return rows.createNativeQuery("select exists (select from hub.protocol_panel l join hub.protocol p on p.id = l.protocol_id where l.panel_id = :p and p.in_force @> hub.today())", Boolean.class)
                .setParameter("p", panelId).getSingleResult();
    }

    /** Whether the signature of an agency's body is in force for the panel, as every member may know. */
    boolean isSigned(UUID agencyId, UUID panelId) {
        return rows.createNativeQuery("select exists (select from access.panel_signed g where g.panel_id = :p and g.agency_id = :a)", Boolean.class)
                .setParameter("p", panelId).setParameter("a", agencyId).getSingleResult();
    }

    public List<Choice> agencyChoices(UUID panelId) {
        return agencies(panelId).stream().map(a -> Choice.of(a.id, a.name)).toList();
    }

    record MemberRow(UUID id, UUID agencyId, String name, String agency) {

        String words() {
            return name + ", " + agency;
        }
    }

    /** The members among these, with their names. */
    List<MemberRow> named(UUID panelId, List<Recipient> to) {
        return to.stream().anyMatch(r -> r.kind() == Recipient.Kind.MEMBER) ? members(panelId).stream().filter(m -> to.contains(Recipient.member(m.id))).toList() : List.of();
    }

    private List<MemberRow> members(UUID panelId) {
        var signed = agencies(panelId).stream().map(AgencyRow::id).toList();
        return rows.createNativeQuery("""
                select distinct m.id, m.agency_id, m.name, a.short_name from hub.member m join hub.agency a on a.id = m.agency_id
                 where m.active and a.id is distinct from hub.agency()
                   and (m.id in (select s.member_id from hub.seat s where s.panel_id = :p and s.during @> hub.today()) or m.id in (select t.member_id from hub.case_team t where t.panel_id = :p and t.during @> hub.today()))
                 order by m.name, m.id""", MemberRow.class).setParameter("p", panelId).getResultStream().filter(m -> signed.contains(m.agencyId)).toList();
    }

    /**
     * Members by name who would see what is released to them: behind the door {@code access.reach}, so that a bar, an undertaking that ran out and a closed
     * account are missing alike. Of a sealed case nobody, except to those who keep its list.
     *
     * @param items of the viewer's own agency, on one case
     */
    public List<Choice> memberChoices(UUID panelId, Collection<UUID> items) {
        var able = able(items);
        return members(panelId).stream().filter(m -> able.contains(m.id)).map(m -> Choice.of(m.id, m.words())).toList();
    }

    private Set<UUID> able(Collection<UUID> items) {
        return items.isEmpty() ? Set.of() : Set.copyOf(rows.createNativeQuery(
                "select distinct r.member_id from access.reach(cast(:items as uuid[]), false, array(select a.id from hub.agency a), '{}') r", UUID.class)
                .setParameter("items", items.toArray(UUID[]::new)).getResultList());
    }

    /** Names the members among these who would not see the items, each in the same words, whatever stands against it. */
    List<Refusal.Reason> unable(UUID panelId, Collection<UUID> items, List<Recipient> to) {
        var named = named(panelId, to);
        if (named.isEmpty() || items.isEmpty()) {
            return List.of();
        }
        var able = able(items);
        return named.stream().filter(m -> !able.contains(m.id)).map(m -> Refusal.RECIPIENT_CANNOT_OPEN.because(m.words() + ", cannot be named for this case today. Choose an agency or the panel.")).toList();
    }

    /** Names the recipients to whom nothing may be released: a panel other than the case's, an agency that has not signed. */
    List<Refusal.Reason> refusals(UUID panelId, List<Recipient> to) {
        var refusals = new ArrayList<Refusal.Reason>();
        for (var recipient : to) {
            switch (recipient.kind()) {
                case PANEL -> {
                    if (!recipient.id().equals(panelId)) {
                        refusals.add(Refusal.OTHER_PANEL.because("A case is released to its own panel only."));
                    }
                }
                case AGENCY -> {
                    if (agencies(panelId).stream().noneMatch(a -> a.id.equals(recipient.id()))) {
                        refusals.add(Refusal.RECIPIENT_NOT_SIGNED.because("An agency that you chose has no seat here with the protocol signed."));
                    }
                }
                case MEMBER -> {
                    if (members(panelId).stream().noneMatch(m -> m.id.equals(recipient.id()))) {
                        refusals.add(Refusal.RECIPIENT_NOT_SIGNED.because("A member that you chose does not sit here for an agency that has signed the protocol."));
                    }
                }
                case MEETING -> {
                    // Those present have signed the declaration; PostgreSQL asks for their presence each time.
                }
            }
        }
        return refusals.stream().distinct().toList();
    }

    /** What whoever releases should know before it does. */
    public List<LegalCheck.Warning> warnings(UUID panelId, LegalBasisView basis, List<Recipient> to) {
        if (basis == null) {
            return List.of();
        }
        var members = members(panelId);
        var receivers = agencies(panelId).stream().filter(a -> to.stream().anyMatch(r -> switch (r.kind()) {
            case PANEL, MEETING -> true;
            case AGENCY -> r.id().equals(a.id);
            case MEMBER -> members.stream().anyMatch(m -> m.id.equals(r.id()) && m.agencyId.equals(a.id));
        })).map(AgencyRow::receiver).toList();
        return LegalCheck.warnings(basis.ground(), receivers);
    }

    /** The viewer's agency in words, for "Nobody outside ... can see that this exists". */
    public String ownAgency() {
        var viewer = viewers.current();
        return viewer.agency() == null ? "your agency" : viewer.agency();
    }
}
