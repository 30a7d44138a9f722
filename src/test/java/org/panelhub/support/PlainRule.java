package org.panelhub.support;

/** The rule of who may read what, told once more in plain joins that share nothing with the policies of the database. Whoever asks by it connects as a superuser. */
public final class PlainRule {

    /** Facts of the rule, each once: standing, seats, places on a case, bars, seals, presence. */
    public static final String FACTS = """
            with today as (select (now() at time zone 'Europe/London')::date as d),
            member as (select * from hub.member where active),
            signed as (
              select a.id as agency, l.panel_id as panel from hub.agency a, hub.signature g, hub.protocol p, hub.protocol_panel l, today
               where g.signatory_id = a.signatory_id and p.id = g.protocol_id and l.protocol_id = p.id and d <@ g.during and d <@ p.in_force and (g.withdrawn_on is null or g.withdrawn_on > d)),
            seat as (select s.member_id as member, s.panel_id as panel, s.role from hub.seat s join member m on m.id = s.member_id, today where d <@ s.during),
            standing as (
              select s.* from seat s join member m on m.id = s.member, today
               where exists (select 1 from hub.undertaking u where u.member_id = s.member and u.panel_id = s.panel and d <@ u.during)
                 and (s.role = 'INDEPENDENT_CHAIR' or (m.agency_id, s.panel) in (select agency, panel from signed))),
            team as (select t.member_id as member, t.case_id as file, t.role from hub.case_team t join member m on m.id = t.member_id, today where d <@ t.during and (m.agency_id, t.panel_id) in (select agency, panel from signed)),
            shut as (
              select member_id as member, case_id as file from hub.case_bar where lifted_at is null
              union select m.id, c.id from member m, hub.case_file c where c.sealed and not exists (select 1 from hub.admission a where a.case_id = c.id and a.member_id = m.id)),
            sees as (
              select member, file from (
                select s.member, c.id as file from standing s join hub.case_file c on c.panel_id = s.panel union select member, file from team) x
              except select member, file from shut),
            observer as (select member_id as member, meeting_id as meeting from hub.attendance where capacity = 'OBSERVER'),
            present as (
              select d.member_id as member, d.meeting_id as meeting from hub.declaration d join hub.meeting m on m.id = d.meeting_id
                 join hub.attendance a on a.meeting_id = d.meeting_id and a.member_id = d.member_id and (a.present or a.arrived_at is not null)
               where d.purpose = 'MEETING' and ((d.member_id, d.panel_id) in (select member, panel from standing) and (d.member_id, d.meeting_id) not in (select member, meeting from observer)
                 or (d.member_id, d.meeting_id) in (select member, meeting from observer) and m.state = 'OPEN')),
            declared as (
              select d.member_id as member, d.meeting_id as meeting from hub.declaration d
               where (d.member_id, d.panel_id) in (select member, panel from standing) and (d.member_id, d.meeting_id) not in (select member, meeting from observer)),
            recipient as (
              select i.id as item, m.id as member
                from hub.item i join hub.disclosure d on d.item_id = i.id, member m, today
               where i.state = 'RELEASED' and d.withdrawn_at is null and today.d <@ d.during and m.partnership_id = i.partnership_id
                 and (d.to_agency = m.agency_id or d.to_member = m.id
                   or coalesce(i.handling_code, '') <> 'C' and (
                     (m.id, d.to_panel) in (select member, panel from standing) or (m.id, d.to_meeting) in (select member, meeting from present)
                     or d.to_panel is not null and (m.id, i.case_id) in (select member, file from team)))),
            item_reader as (
              select i.id as item, m.id as member from hub.item i join member m on m.agency_id = i.agency_id
               where (m.id = i.author_id or (m.id, i.panel_id) in (select member, panel from seat) or (m.id, i.case_id) in (select member, file from team))
                 and (m.id, i.case_id) not in (select member, file from shut)
              union
              select r.item, r.member from recipient r join hub.item i on i.id = r.item where (r.member, i.case_id) in (select member, file from sees)),
            lead_reader as (
              select i.id as item, o.member_id as member from hub.item i join hub.agency a on a.id = i.agency_id join hub.agency b on b.signatory_id = a.signatory_id
                join member m on m.agency_id = b.id join hub.office o on o.member_id = m.id, today
               where o.role = 'INFORMATION_LEAD' and today.d <@ o.during and not exists (select 1 from hub.case_bar x where x.case_id = i.case_id and x.member_id = m.id and x.lifted_at is null)),
            referral_reader as (
              select r.id as referral, m.id as member from hub.referral r join member m on m.partnership_id = r.partnership_id
               where (r.case_id is null or (m.id, r.case_id) not in (select member, file from shut)) and (
                  m.id = r.author_id
                  or r.agency_id = m.agency_id and r.state <> 'DRAFT' and ((m.id, r.panel_id) in (select member, panel from seat)
                    or exists (select 1 from hub.office o, today where o.member_id = m.id and o.role = 'SENIOR_OFFICER' and today.d <@ o.during))
                  or r.state in ('SENT', 'MORE_ASKED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN')
                    and (m.id, r.panel_id) in (select member, panel from standing where role in ('COORDINATOR', 'ANALYST', 'SPOC')))),
            prepares as (select member, panel from standing where role in ('CHAIR', 'VICE_CHAIR', 'INDEPENDENT_CHAIR', 'COORDINATOR')),
            case_or_referral as (
              select p.id as person, s.member from hub.person p join sees s on s.file = p.case_id
              union select p.id, r.member from hub.person p join referral_reader r on r.referral = p.referral_id where (r.member, coalesce(p.case_id, r.referral)) not in (select member, file from shut))
            """;

    /** To follow {@link #FACTS}: each paragraph of minutes with each member who may read it, {@code (paragraph, member)}. */
    public static final String PARAGRAPH_READERS = """
            select t.id, m.id from hub.minutes_paragraph t join hub.minutes n on n.id = t.minutes_id join member m on m.partnership_id = t.partnership_id
             where ((m.id, t.panel_id) in (select member, panel from prepares)
                 or t.agency_id = m.agency_id and (m.id, t.meeting_id) in (select member, meeting from present) and (m.id, t.meeting_id) not in (select member, meeting from observer)
                 or n.state = 'CIRCULATED' and (m.id, t.meeting_id) in (select member, meeting from declared))
               and (t.case_id is null or (m.id, t.case_id) in (select member, file from sees))
               and (select count(*) from hub.minutes_source s where s.paragraph_id = t.id) = (select count(*) from hub.minutes_source s join item_reader r on r.item = s.item_id and r.member = m.id where s.paragraph_id = t.id)""";

    private PlainRule() {
    }
}
