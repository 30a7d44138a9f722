package org.panelhub.partnership;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.panelhub.access.NotFound;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Errors;
import org.panelhub.page.Invalid;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** The accounts as an administrator keeps them. */
@ApplicationScoped
public class MemberSheets {

    private static final String ROWS = """
            select m.id, m.name, m.job_title, m.agency_id, a.name as agency, c.email, c.telephone, m.active, m.version, s.linked_at,
                   (select max(i.expires_at) from hub.invitation i where i.member_id = m.id) as invited_until
              from hub.member m
              left join hub.agency a on a.id = m.agency_id
              left join hub.member_contact c on c.member_id = m.id
              left join hub.sign_in s on s.member_id = m.id""";

    record Row(UUID id, String name, String jobTitle, UUID agencyId, String agency, String email, String telephone, Boolean active, Integer version,
            Instant linkedAt, Instant invitedUntil) {
    }

    private final EntityManager database;
    private final Viewers viewers;
    private final Offices offices;
    private final Members members;

    MemberSheets(EntityManager database, Viewers viewers, Offices offices, Members members) {
        this.database = database;
        this.viewers = viewers;
        this.offices = offices;
        this.members = members;
    }

    /** By name, closed accounts last. */
    public List<MemberSheet> list() {
        return sheets(database.createNativeQuery(ROWS + " order by m.active desc, lower(m.name)", Row.class).getResultList());
    }

    /** @throws NotFound when there is none in this partnership */
    public MemberSheet byId(UUID id) {
        return sheets(database.createNativeQuery(ROWS + " where m.id = :id", Row.class).setParameter("id", id).getResultList()).stream().findFirst()
                .orElseThrow(() -> new NotFound("member", id));
    }

    private List<MemberSheet> sheets(List<?> rows) {
        var held = offices.held();
        return rows.stream().map(row -> sheet((Row) row, held)).toList();
    }

    /**
     * Closes the account: access ends at the next request.
     *
     * @throws Invalid when it is the last administrator's, or one's own
     */
    public void close(UUID id) {
        var member = members.existing(id);
        Invalid.unless(new Errors().addIf(offices.isLastAdministrator(id), "close", "This is the only administrator. Give the office to somebody else first")
                .addIf(id.equals(viewers.current().memberId()), "close", "You cannot close your own account"));
        member.activate(false);
    }

    public void reopen(UUID id) {
        members.existing(id).activate(true);
    }

    private MemberSheet sheet(Row row, List<OfficeView> held) {
        return new MemberSheet(row.id, row.name, row.jobTitle, row.agencyId, row.agency, row.email, row.telephone, row.active, row.version, row.linkedAt,
                row.invitedUntil, row.invitedUntil != null && row.invitedUntil.isAfter(viewers.current().now().toInstant()),
                held.stream().filter(o -> o.memberId().equals(row.id)).toList());
    }
}
