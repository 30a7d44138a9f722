-- Facts, entering, and the pass (${flyway:timestamp}).

-- Signatures in force: by which an agency's signatory stands by a protocol for a panel, and until when (the last day; null for no end).
create view access.signature_in_force as
  select a.partnership_id, a.id as agency_id, pp.panel_id, p.id as protocol_id, least(upper(g.during), upper(p.in_force), g.withdrawn_on) - 1 as until
    from hub.agency a
    join hub.signature g on g.partnership_id = a.partnership_id and g.signatory_id = a.signatory_id
    join hub.protocol p on p.partnership_id = g.partnership_id and p.id = g.protocol_id
    join hub.protocol_panel pp on pp.partnership_id = p.partnership_id and pp.protocol_id = p.id
   where g.during @> hub.today() and (g.withdrawn_on is null or g.withdrawn_on > hub.today()) and p.in_force @> hub.today();

-- One boolean per condition of standing. The rule and "why" both read these and nothing else. A signature is asked for in a scalar query: an EXISTS would be
-- turned into a join with everything that every agency has signed.
create view access.standing_facts as
  select s.partnership_id, s.member_id, s.panel_id, s.id as seat_id, s.role,
         m.active as member_active,
         s.during @> hub.today() as seat_current,
         s.role = 'INDEPENDENT_CHAIR' or coalesce((select true from access.signature_in_force g where g.agency_id = m.agency_id and g.panel_id = s.panel_id limit 1), false) as signed,
         exists (select from hub.undertaking u where u.member_id = s.member_id and u.panel_id = s.panel_id and u.during @> hub.today()) as undertaken
    from hub.seat s join hub.member m on m.partnership_id = s.partnership_id and m.id = s.member_id;

-- Cases opened to a member by name, one boolean per condition: the case team; guests of an agenda item, from the invitation until the meeting is
-- over; an appeal reviewer until the outcome; whoever opened the case in an emergency, until that runs out. Whom no signature of its own body binds
-- is bound by its own undertaking; the case team works for its agency, so there the signature alone counts. In two views, as hardly anybody is asked in besides
-- and entering then has half as much to begin.
create view access.team_facts as
  select t.partnership_id, t.member_id, t.case_id, t.panel_id, 'case team' as ground, t.role, m.active as member_active, t.during @> hub.today() as place_current,
         coalesce(s.signed, false) as signed
    from hub.case_team t join hub.member m on m.partnership_id = t.partnership_id and m.id = t.member_id
    -- Beside the place, so that several places on one panel ask once.
    left join lateral (select true as signed from access.signature_in_force g where g.agency_id = m.agency_id and g.panel_id = t.panel_id limit 1) s on true;
create view access.asked_facts as
  select g.partnership_id, g.member_id, g.case_id, g.panel_id, 'guest' as ground, null::text as role, m.active as member_active, g.ended_at is null and t.state in ('PLANNED', 'PUBLISHED', 'OPEN') as place_current,
         coalesce((select true from access.signature_in_force s where s.agency_id = m.agency_id and s.panel_id = g.panel_id limit 1), false)
         or exists (select from hub.undertaking u where u.member_id = g.member_id and u.panel_id = g.panel_id and u.during @> hub.today()) as signed
    from hub.guest g
    join hub.member m on m.partnership_id = g.partnership_id and m.id = g.member_id
    join hub.meeting t on t.partnership_id = g.partnership_id and t.id = g.meeting_id
  union all
  select r.partnership_id, r.member_id, r.case_id, r.panel_id, 'review', null, m.active, r.from_on <= hub.today() and r.outcome is null,
         coalesce((select true from access.signature_in_force s where s.agency_id = m.agency_id and s.panel_id = r.panel_id limit 1), false)
         or exists (select from hub.undertaking u where u.member_id = r.member_id and u.panel_id = r.panel_id and u.during @> hub.today())
    from hub.appeal_review r
    join hub.member m on m.partnership_id = r.partnership_id and m.id = r.member_id
  union all
  -- Only while the office or the chair by which it was opened is still held.
  select e.partnership_id, e.member_id, e.case_id, e.panel_id, 'emergency', e.opened_as, m.active,
         e.ended_at is null and e.opened_at <= hub.now() and e.until > hub.now() and case e.opened_as
           when 'CHAIR' then exists (select from hub.seat s where s.member_id = e.member_id and s.panel_id = e.panel_id and s.role in ('CHAIR', 'INDEPENDENT_CHAIR') and s.during @> hub.today())
           else exists (select from hub.office o where o.member_id = e.member_id and o.role = 'DUTY_OFFICER' and o.during @> hub.today()) end,
         coalesce((select true from access.signature_in_force s where s.agency_id = m.agency_id and s.panel_id = e.panel_id limit 1), false)
         or exists (select from hub.undertaking u where u.member_id = e.member_id and u.panel_id = e.panel_id and u.during @> hub.today())
    from hub.emergency e
    join hub.member m on m.partnership_id = e.partnership_id and m.id = e.member_id;
create view access.named_facts as select * from access.team_facts union all select * from access.asked_facts;

-- In the room: who signed the declaration for a meeting itself, in which capacity it came, and whether its arrival was recorded.
create view access.presence_facts as
  select d.partnership_id, d.member_id, d.meeting_id, d.panel_id, a.capacity, a.present or a.arrived_at is not null as came, m.state = 'OPEN' as meeting_open
    from hub.declaration d
    join hub.attendance a on a.partnership_id = d.partnership_id and a.meeting_id = d.meeting_id and a.member_id = d.member_id
    join hub.meeting m on m.partnership_id = d.partnership_id and m.id = d.meeting_id
   where d.purpose = 'MEETING';

-- Entering: once per transaction, by the one interceptor. The pass is worked out from the facts and laid into settings that end with the
-- transaction. Nobody, or a sign-in that is linked to no active member, gets an empty pass: no rows. A second viewer in one transaction is refused.
create function access.enter(p_issuer text, p_subject text) returns uuid language plpgsql security definer set search_path = '' as $$
declare
  v_member hub.member;
  v_before text := coalesce(current_setting('hub.viewer', true), '');
  v_sign_in text := jsonb_build_array(p_issuer, p_subject)::text;
  v_named access.named_facts[];
  v_guest boolean;
begin
  select m.* into v_member from hub.sign_in s join hub.member m on m.partnership_id = s.partnership_id and m.id = s.member_id
   where s.issuer = p_issuer and s.subject = p_subject and m.active;
  -- The same sign-in may become a member in between, by an invitation; a sign-in never becomes another, nor does the hub's own work become a person.
  if coalesce(current_setting('hub.sign_in', true), '') not in ('', v_sign_in) or v_before <> '' and v_before is distinct from v_member.id::text
    or coalesce(current_setting('hub.service', true), '') <> '' then
    raise exception 'another viewer has already entered this transaction' using errcode = 'insufficient_privilege';
  end if;
  perform set_config('hub.sign_in', v_sign_in, true);
  if v_member.id is null then return null; end if;
  perform
    set_config('hub.viewer', v_member.id::text, true),
    set_config('hub.partnership', v_member.partnership_id::text, true),
    set_config('hub.agency', coalesce(v_member.agency_id::text, ''), true),
    set_config('hub.offices', coalesce((select array_agg(role)::text from hub.office o where o.member_id = v_member.id and o.during @> hub.today()), '{}'), true);
  perform
    set_config('hub.seats', coalesce(array_agg(distinct panel_id) filter (where seat_current)::text, '{}'), true),
    set_config('hub.panels', coalesce(array_agg(distinct panel_id) filter (where seat_current and signed and undertaken)::text, '{}'), true),
    set_config('hub.prepares', coalesce(array_agg(distinct panel_id) filter (where seat_current and signed and undertaken
      and role in ('CHAIR', 'VICE_CHAIR', 'INDEPENDENT_CHAIR', 'COORDINATOR'))::text, '{}'), true),
    set_config('hub.triages', coalesce(array_agg(distinct panel_id) filter (where seat_current and signed and undertaken
      and role in ('COORDINATOR', 'ANALYST', 'SPOC'))::text, '{}'), true),
    -- Who answers for applications for a case review, and contacts those who made them.
    set_config('hub.handles', coalesce(array_agg(distinct panel_id) filter (where seat_current and signed and undertaken
      and role in ('COORDINATOR', 'SPOC'))::text, '{}'), true),
    set_config('hub.contacts', coalesce(array_agg(distinct panel_id) filter (where seat_current and signed and undertaken
      and role in ('COORDINATOR', 'VICTIM_REPRESENTATIVE'))::text, '{}'), true),
    set_config('hub.chairs', coalesce(array_agg(distinct panel_id) filter (where seat_current and signed and undertaken
      and role in ('CHAIR', 'VICE_CHAIR', 'INDEPENDENT_CHAIR'))::text, '{}'), true),
    set_config('hub.seals', coalesce(array_agg(distinct panel_id) filter (where seat_current and signed and undertaken
      and role in ('CHAIR', 'INDEPENDENT_CHAIR'))::text, '{}'), true)
    -- Worked out once a seat: otherwise the planner puts each fact's query into each of these lists.
    from (select f.panel_id, f.role, f.seat_current, f.signed, f.undertaken from access.standing_facts f where f.member_id = v_member.id and f.member_active offset 0) f;
  perform
    set_config('hub.barred', coalesce((select array_agg(case_id)::text from hub.case_bar b where b.member_id = v_member.id and b.lifted_at is null), '{}'), true),
    set_config('hub.barred_referrals', coalesce((select array_agg(referral_id)::text from hub.referral_bar b where b.member_id = v_member.id and b.lifted_at is null), '{}'), true),
    set_config('hub.barred_applications', coalesce((select array_agg(trigger_id)::text from hub.trigger_bar b where b.member_id = v_member.id and b.lifted_at is null), '{}'), true),
    -- Applications whose appeal the viewer is to decide, until the outcome: under its body's signature, or its own undertaking, as every review.
    set_config('hub.appeals', coalesce((select array_agg(a.trigger_id)::text from hub.trigger_appeal a where a.reviewer_id = v_member.id and a.outcome is null
      and (coalesce((select true from access.signature_in_force s where s.agency_id = v_member.agency_id and s.panel_id = a.panel_id limit 1), false)
        or exists (select from hub.undertaking u where u.member_id = v_member.id and u.panel_id = a.panel_id and u.during @> hub.today()))), '{}'), true),
    -- Invited by name, without a seat of one's own: to watch, or (below) as a guest for a case that is not shut to one.
    set_config('hub.invited', coalesce((select array_agg(a.meeting_id)::text from hub.attendance a where a.member_id = v_member.id and a.capacity = 'OBSERVER'), '{}'), true),
    set_config('hub.kept_plans', '{}', true);
  v_named := array(select row(f.*)::access.named_facts from access.team_facts f where f.member_id = v_member.id and f.member_active and f.place_current);
  v_guest := exists (select from hub.guest g where g.member_id = v_member.id and g.ended_at is null);
  if v_guest or exists (select from hub.appeal_review r where r.member_id = v_member.id) or exists (select from hub.emergency e where e.member_id = v_member.id) then
    v_named := v_named || array(select row(f.*)::access.named_facts from access.asked_facts f where f.member_id = v_member.id and f.member_active and f.place_current);
  end if;
  perform
    set_config('hub.cases', coalesce((array_agg(distinct f.case_id) filter (where f.signed))::text, '{}'), true),
    set_config('hub.teams', coalesce((array_agg(distinct f.case_id) filter (where f.signed and f.ground = 'case team'))::text, '{}'), true),
    -- Of these, the cases that the viewer manages: who contacts the person, plans and writes letters.
    set_config('hub.manages', coalesce((array_agg(distinct f.case_id) filter (where f.signed and f.ground = 'case team' and f.role in ('CASE_MANAGER', 'CASE_OFFICER')))::text, '{}'), true),
    -- A place on a case team, signed or not: for what is one's own agency's, and for nothing else.
    set_config('hub.works', coalesce((array_agg(distinct f.case_id) filter (where f.ground = 'case team'))::text, '{}'), true),
    set_config('hub.guests', coalesce((array_agg(distinct f.case_id) filter (where f.signed and f.ground = 'guest'))::text, '{}'), true),
    set_config('hub.reviews', coalesce((array_agg(distinct f.case_id) filter (where f.signed and f.ground = 'review'))::text, '{}'), true),
    set_config('hub.emergencies', coalesce((array_agg(distinct f.case_id) filter (where f.signed and f.ground = 'emergency'))::text, '{}'), true),
    -- The list of a sealed case; and, while an emergency that its chair opened runs, that chair. Nothing passes a bar.
    set_config('hub.admitted', coalesce((array_agg(distinct f.case_id) filter (where f.signed and f.ground = 'emergency' and f.role = 'CHAIR' and f.panel_id = any (hub.pass('hub.seals')))
      || (select array_agg(a.case_id) from hub.admission a where a.member_id = v_member.id))::text, '{}'), true),
    -- The panels of those whom one works with: by a place on a case team, signed or not, by review and by emergency.
    set_config('hub.colleagues', coalesce((array_agg(distinct f.panel_id) filter (where f.ground = 'case team'
      or f.signed and f.ground in ('review', 'emergency') and f.case_id <> all (hub.pass('hub.barred'))))::text, '{}'), true),
    set_config('hub.reads_only', '{}', true)
    from unnest(v_named) f;
  -- Seen by a review or an emergency and by nothing else: read, and never written.
  if cardinality(hub.pass('hub.reviews') || hub.pass('hub.emergencies')) > 0 then
    perform set_config('hub.reads_only', coalesce(array_agg(distinct f.case_id)::text, '{}'), true)
      from unnest(v_named) f where f.signed and f.ground in ('review', 'emergency')
       and (f.panel_id <> all (hub.pass('hub.panels'))
         or f.role = 'CHAIR' and not exists (select from hub.admission a where a.case_id = f.case_id and a.member_id = v_member.id))
       and not exists (select from unnest(v_named) o where o.case_id = f.case_id and o.signed and o.ground in ('case team', 'guest'));
  end if;
  if v_guest then
    perform set_config('hub.invited', (hub.pass('hub.invited') || (select array_agg(g.meeting_id)
      from hub.guest g join hub.case_file c on c.partnership_id = g.partnership_id and c.id = g.case_id
      where g.member_id = v_member.id and g.ended_at is null and g.case_id <> all (hub.pass('hub.barred')) and (not c.sealed or g.case_id = any (hub.pass('hub.admitted')))))::text, true);
    -- A guest who was there keeps the plan of its case until the case closes, or the coordinator ends the invitation.
    perform set_config('hub.kept_plans', coalesce((select array_agg(distinct g.case_id)::text
      from hub.guest g
      join hub.meeting t on t.partnership_id = g.partnership_id and t.id = g.meeting_id and t.state = 'CLOSED'
      join hub.case_file c on c.partnership_id = g.partnership_id and c.id = g.case_id and c.state <> 'CLOSED'
      join hub.declaration d on d.partnership_id = g.partnership_id and d.meeting_id = g.meeting_id and d.member_id = g.member_id and d.purpose = 'MEETING'
      where g.member_id = v_member.id and g.ended_at is null
        and (coalesce((select true from access.signature_in_force s where s.agency_id = v_member.agency_id and s.panel_id = g.panel_id limit 1), false)
          or exists (select from hub.undertaking u where u.member_id = g.member_id and u.panel_id = g.panel_id and u.during @> hub.today()))), '{}'), true);
  end if;
  -- Of those whom one works with, also: by one's seats, and by a meeting to which one is invited.
  perform set_config('hub.colleagues', (hub.pass('hub.seats') || hub.pass('hub.colleagues'))::text, true);
  if cardinality(hub.pass('hub.appeals')) > 0 then
    perform set_config('hub.colleagues', (hub.pass('hub.colleagues') || (select array_agg(distinct a.panel_id) from hub.trigger_appeal a
      where a.reviewer_id = v_member.id and a.outcome is null and a.trigger_id = any (hub.pass('hub.appeals')) and a.trigger_id <> all (hub.pass('hub.barred_applications'))))::text, true);
  end if;
  if cardinality(hub.pass('hub.invited')) > 0 then
    perform set_config('hub.colleagues', (hub.pass('hub.colleagues') || (select array_agg(distinct g.panel_id) from hub.meeting g
      where g.partnership_id = v_member.partnership_id and g.id = any (hub.pass('hub.invited')) and g.state in ('PLANNED', 'PUBLISHED', 'OPEN')))::text, true);
  end if;
  -- Signed for a meeting or its minutes, and still in standing (a guest: still invited for a case).
  perform
    -- In the room: signed for the meeting itself, and recorded there.
    set_config('hub.present', coalesce((array_agg(s.meeting_id) filter (where s.stands and s.purpose = 'MEETING' and s.was_there))::text, '{}'), true),
    set_config('hub.declared', coalesce((array_agg(s.meeting_id) filter (where s.stands))::text, '{}'), true),
    -- An observer is in it only while it is open.
    set_config('hub.watches', coalesce((array_agg(s.meeting_id) filter (where s.capacity = 'OBSERVER' and s.purpose = 'MEETING'
      and exists (select from hub.meeting m where m.partnership_id = s.partnership_id and m.id = s.meeting_id and m.state = 'OPEN')))::text, '{}'), true)
    from (select d.partnership_id, d.meeting_id, d.purpose, a.capacity, coalesce(a.present or a.arrived_at is not null, false) as was_there,
                 coalesce(a.capacity, 'MEMBER') = 'MEMBER' and d.panel_id = any (hub.pass('hub.panels'))
                   or a.capacity = 'GUEST' and exists (select from hub.guest g where g.partnership_id = d.partnership_id and g.meeting_id = d.meeting_id and g.member_id = d.member_id
                     and g.ended_at is null and g.case_id = any (hub.pass('hub.guests'))) as stands
            from hub.declaration d left join hub.attendance a on a.partnership_id = d.partnership_id and a.meeting_id = d.meeting_id and a.member_id = d.member_id
           where d.member_id = v_member.id) s;
  return v_member.id;
end $$;

-- Reading the pass. An ended local setting is '', not NULL. Policies call these wrapped in a SELECT, so that they run once a statement; the bodies are
-- parsed here, not where they are used, so that a query takes in the expression and calls nothing.
create or replace function hub.pass(p_setting text) returns uuid[] language sql stable return coalesce(nullif(current_setting(p_setting, true), ''), '{}')::uuid[];
create or replace function hub.viewer() returns uuid language sql stable return nullif(current_setting('hub.viewer', true), '')::uuid;
create or replace function hub.partnership() returns uuid language sql stable return nullif(current_setting('hub.partnership', true), '')::uuid;
create or replace function hub.agency() returns uuid language sql stable return nullif(current_setting('hub.agency', true), '')::uuid;
create or replace function hub.office(p_role text) returns boolean language sql stable return p_role = any (coalesce(nullif(current_setting('hub.offices', true), ''), '{}')::text[]);

-- Who the viewer is and what places it holds, for greeting it and for deciding what it may do.
create function access.me() returns jsonb language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'memberId', m.id, 'name', m.name, 'partnershipId', p.id, 'partnership', p.name, 'agencyId', a.id, 'agency', a.name, 'signatoryId', a.signatory_id,
    'now', hub.now(), 'today', hub.today(),
    'offices', (select coalesce(jsonb_agg(o.role), '[]') from (
        select o.role from hub.office o where o.member_id = m.id and o.during @> hub.today()
        union all select 'DESIGNATED_OFFICER' where exists (select from hub.signature g where m.id in (g.designated_member_id, g.deputy_member_id))) o),
    'seats', (select coalesce(jsonb_agg(jsonb_build_object('panelId', f.panel_id, 'panel', n.short_name, 'role', f.role,
        'signed', f.signed, 'undertaken', f.undertaken) order by n.short_name, f.role), '[]')
      from access.standing_facts f join hub.panel n on n.partnership_id = f.partnership_id and n.id = f.panel_id
      where f.member_id = m.id and f.seat_current),
    'team', (select coalesce(jsonb_agg(jsonb_build_object('caseId', t.case_id, 'panelId', t.panel_id, 'role', t.role)), '[]')
      from hub.case_team t where t.member_id = m.id and t.during @> hub.today() and t.case_id = any (hub.pass('hub.teams'))
       and t.case_id <> all (hub.pass('hub.barred'))
       and (t.case_id = any (hub.pass('hub.admitted')) or not exists (select from access.sealed_case s where s.case_id = t.case_id))))
    from hub.member m join hub.partnership p on p.id = m.partnership_id left join hub.agency a on a.partnership_id = m.partnership_id and a.id = m.agency_id
   where m.id = hub.viewer() $$;

-- What policies may read beside the row itself: views with the owner's rights, outside row security. A NOT EXISTS over a table that is
-- itself hidden from the viewer would hold, and so fail open. Whoever is under a policy needs the right to read what it reads, so each view
-- shows no more of the viewer's own partnership than the policies need.
create view access.sealed_case as select id as case_id from hub.case_file where sealed and partnership_id = (select hub.partnership());
create view access.panel_member as
  select panel_id, member_id from hub.seat where member_id = (select hub.viewer()) or panel_id = any ((select hub.pass('hub.colleagues'))::uuid[])
  union all select panel_id, member_id from hub.case_team where member_id = (select hub.viewer()) or panel_id = any ((select hub.pass('hub.colleagues'))::uuid[])
  union all select panel_id, member_id from hub.attendance where member_id = (select hub.viewer()) or panel_id = any ((select hub.pass('hub.colleagues'))::uuid[])
  union all select panel_id, member_id from hub.deputy where member_id = (select hub.viewer()) or panel_id = any ((select hub.pass('hub.colleagues'))::uuid[])
  union all select panel_id, member_id from hub.appeal_review where member_id = (select hub.viewer()) or panel_id = any ((select hub.pass('hub.colleagues'))::uuid[])
  union all select panel_id, reviewer_id from hub.trigger_appeal where reviewer_id = (select hub.viewer()) or reviewer_id is not null and panel_id = any ((select hub.pass('hub.colleagues'))::uuid[])
  union all select panel_id, member_id from hub.emergency where member_id = (select hub.viewer()) or panel_id = any ((select hub.pass('hub.colleagues'))::uuid[]);
create view access.agency_member as select id as member_id from hub.member where agency_id = hub.agency();
create view access.published_meeting as select id as meeting_id from hub.meeting where state in ('PUBLISHED', 'OPEN', 'CLOSED') and partnership_id = (select hub.partnership());
create view access.circulated_meeting as select meeting_id from hub.minutes where state = 'CIRCULATED' and partnership_id = (select hub.partnership());
create view access.paragraph_source as select paragraph_id, item_id from hub.minutes_source where partnership_id = (select hub.partnership());
create view access.controller_agency as
  select a.id as agency_id from hub.agency a join hub.agency mine on mine.partnership_id = a.partnership_id and mine.signatory_id = a.signatory_id where mine.id = hub.agency();
-- A guest's name on the list of a meeting tells that there is a case: to those only to whom that case is not shut.
create view access.guest_place as
  select g.meeting_id, g.member_id from hub.guest g join hub.case_file c on c.partnership_id = g.partnership_id and c.id = g.case_id
   where g.partnership_id = (select hub.partnership()) and g.case_id <> all ((select hub.pass('hub.barred'))::uuid[]) and (not c.sealed or g.case_id = any ((select hub.pass('hub.admitted'))::uuid[]));
-- For which item of which meeting the viewer itself comes as a guest: to watch another meeting is no invitation to the item there.
create view access.guest_item as
  select g.meeting_id, g.case_id from hub.guest g
   where g.partnership_id = (select hub.partnership()) and g.member_id = (select hub.viewer()) and g.ended_at is null and g.case_id = any ((select hub.pass('hub.guests'))::uuid[]);
-- The newest edition of the plans that a guest keeps.
create view access.kept_plan as
  select distinct on (p.case_id) p.id as plan_id from hub.plan p where p.case_id = any ((select hub.pass('hub.kept_plans'))::uuid[]) order by p.case_id, p.edition desc;
-- One boolean per condition of a disclosure, beside whom it names. The rule and "why" both read these.
create view access.disclosure_facts as
  select d.partnership_id, d.id as disclosure_id, d.item_id, d.case_id, d.panel_id, d.agency_id, d.to_panel, d.to_agency, d.to_member, d.to_meeting, upper(d.during) - 1 as until, d.withdrawn_at,
         d.withdrawn_at is null as standing, d.during @> hub.today() as in_time, i.state = 'RELEASED' as item_released,
         -- Intelligence with handling code C goes only to the members and agencies named, never to a panel or to those present.
         i.handling_code is distinct from 'C' or d.to_agency is not null or d.to_member is not null as admitted_by_handling
    from hub.disclosure d join hub.item i on i.partnership_id = d.partnership_id and i.id = d.item_id;
-- Items with a disclosure in force that names the viewer, its agency, its panel, or a meeting it was at.
create view access.released as
  select d.item_id
    from access.disclosure_facts d
   where d.standing and d.in_time and d.item_released and d.admitted_by_handling and d.partnership_id = (select hub.partnership())
     and (d.to_agency = (select hub.agency()) or d.to_member = (select hub.viewer())
       or d.to_panel = any ((select hub.pass('hub.panels'))::uuid[])
       or d.to_meeting = any ((select hub.pass('hub.present'))::uuid[]) or d.to_meeting = any ((select hub.pass('hub.watches'))::uuid[])
       or (d.to_panel = d.panel_id and d.case_id = any ((select hub.pass('hub.cases'))::uuid[]))
       -- In an emergency also what those present were told: it was given to the panel, by word of mouth.
       or (d.to_meeting is not null and d.case_id = any ((select hub.pass('hub.emergencies'))::uuid[])));

-- The facts about one member and one case, for the record of refusals and for "why"; not granted. The case is open where 'not barred' and 'seal' both
-- hold, and one of the others. What each is made of stands in facts, condition by condition.
create function access.grounds(p_member uuid, p_case uuid) returns table (ground text, holds boolean, detail text, facts jsonb) language sql stable security definer set search_path = '' as $$
  select 'not barred', not exists (select from hub.case_bar b where b.case_id = p_case and b.member_id = p_member and b.lifted_at is null), null, '{}'::jsonb
  -- On its list, or its chair for as long as an emergency runs that this chair opened.
  union all select 'seal', not c.sealed or exists (select from hub.admission a where a.case_id = p_case and a.member_id = p_member)
        or exists (select from access.named_facts e join access.standing_facts f on f.member_id = e.member_id and f.panel_id = e.panel_id and f.role in ('CHAIR', 'INDEPENDENT_CHAIR')
            and f.member_active and f.seat_current and f.signed and f.undertaken
          where e.member_id = p_member and e.case_id = p_case and e.ground = 'emergency' and e.role = 'CHAIR' and e.member_active and e.place_current and e.signed),
      case when c.sealed then 'the case is sealed' end,
      jsonb_build_object('sealed', c.sealed)
    from hub.case_file c where c.id = p_case
  union all select 'standing', f.member_active and f.seat_current and f.signed and f.undertaken,
      concat_ws(', ', case when not f.member_active then 'account not active' end, case when not f.seat_current then 'seat not current' end,
        case when not f.signed then 'no signature in force' end, case when not f.undertaken then 'no undertaking' end),
      jsonb_build_object('role', f.role, 'active', f.member_active, 'current', f.seat_current, 'signed', f.signed, 'undertaken', f.undertaken)
    from access.standing_facts f join hub.case_file c on c.id = p_case and c.panel_id = f.panel_id where f.member_id = p_member
  union all select 'standing', false, 'no seat on the panel', '{}'
    from hub.case_file c where c.id = p_case and not exists (select from hub.seat s where s.member_id = p_member and s.panel_id = c.panel_id)
  union all select n.ground, n.member_active and n.place_current and n.signed,
      concat_ws(', ', case when not n.member_active then 'account not active' end, case when not n.place_current then 'not current' end, case when not n.signed then 'no signature in force' end),
      jsonb_build_object('active', n.member_active, 'current', n.place_current, 'signed', n.signed)
    from access.named_facts n where n.member_id = p_member and n.case_id = p_case $$;
-- The same for an item: after the grounds of its case, whether it is the member's own, and each disclosure that names the member. Seen where bar and seal
-- do not shut its case, and it is own, or released on a case that is open to the member (or in a room that it watches).
create function access.item_grounds(p_member uuid, p_item uuid) returns table (ground text, holds boolean, detail text, facts jsonb) language sql stable security definer set search_path = '' as $$
  with it as (select i.*, m.id as asked, m.active, m.agency_id as member_agency from hub.item i join hub.member m on m.partnership_id = i.partnership_id and m.id = p_member where i.id = p_item),
  opened as (select g.* from it, access.grounds(p_member, it.case_id) g),
  by_case as (select coalesce(bool_or(o.holds), false) as holds from opened o where o.ground not in ('not barred', 'seal')),
  room as (select f.meeting_id, f.capacity = 'OBSERVER' as watches from access.presence_facts f
            where f.member_id = p_member and (f.capacity = 'OBSERVER' and f.meeting_open
              or f.came and (f.capacity = 'MEMBER' and exists (select from access.standing_facts s where s.member_id = p_member and s.panel_id = f.panel_id and s.member_active and s.seat_current and s.signed and s.undertaken)
                or f.capacity = 'GUEST' and exists (select from hub.guest g join access.named_facts n on n.member_id = g.member_id and n.case_id = g.case_id and n.ground = 'guest' and n.member_active and n.place_current and n.signed
                where g.meeting_id = f.meeting_id and g.member_id = p_member and g.ended_at is null)))),
  own as (select it.author_id = p_member as author,
            exists (select from access.standing_facts s where s.member_id = p_member and s.panel_id = it.panel_id and s.member_active and s.seat_current) as seat,
            exists (select from hub.case_team t where t.member_id = p_member and t.case_id = it.case_id and t.during @> hub.today()) as team
            from it where it.active and it.member_agency = it.agency_id)
  select o.ground, o.holds, o.detail, o.facts from opened o
  union all select 'room', true, 'observing the meeting while it is open', '{}' from it where exists (select from room r where r.watches and r.meeting_id = it.meeting_id)
  union all select 'own', o.author or o.seat or o.team, concat_ws(', ', case when o.author then 'its author' end, case when o.seat then 'a seat for its agency' end, case when o.team then 'on the case team for its agency' end),
      jsonb_build_object('author', o.author, 'seat', o.seat, 'team', o.team) from own o
  union all select 'released', it.active and d.standing and d.in_time and d.item_released and d.admitted_by_handling and named.holds,
      concat_ws(', ', case when not d.standing then 'withdrawn' end, case when not d.in_time then 'not in force today' end, case when not d.item_released then 'the information is not released' end,
        case when not d.admitted_by_handling then 'handling code C goes to named recipients only' end, case when not named.holds then 'not in the room, or no standing on the panel' end),
      jsonb_build_object('disclosure', d.disclosure_id, 'by', d.agency_id, 'to', case when d.to_panel is not null then 'panel' when d.to_agency is not null then 'agency' when d.to_member is not null then 'member' else 'meeting' end,
        'until', d.until, 'withdrawn', d.withdrawn_at)
    from it join access.disclosure_facts d on d.partnership_id = it.partnership_id and d.item_id = it.id
    cross join lateral (select d.to_agency = it.member_agency or d.to_member = p_member
        or exists (select from access.standing_facts s where s.member_id = p_member and s.panel_id = d.to_panel and s.member_active and s.seat_current and s.signed and s.undertaken)
        or d.to_panel = d.panel_id and exists (select from opened o where o.ground not in ('not barred', 'seal', 'standing') and o.holds)
        or d.to_meeting in (select r.meeting_id from room r)
        or d.to_meeting is not null and exists (select from opened o where o.ground = 'emergency' and o.holds)) as asked (holds)
    cross join lateral (select coalesce(asked.holds, false)) as named (holds)
   where d.to_agency is not distinct from it.member_agency and d.to_agency is not null or d.to_member = p_member or d.to_panel is not null or d.to_meeting is not null
  union all select 'case open', b.holds, null, '{}' from by_case b $$;
-- The verdict of both, from the grounds alone.
create function access.case_open(p_member uuid, p_case uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select bool_and(g.holds) filter (where g.ground in ('not barred', 'seal')) and coalesce(bool_or(g.holds) filter (where g.ground not in ('not barred', 'seal')), false) from access.grounds(p_member, p_case) g $$;
create function access.item_open(p_member uuid, p_item uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select coalesce(bool_and(g.holds) filter (where g.ground in ('not barred', 'seal')), false)
     and (coalesce(bool_or(g.holds) filter (where g.ground = 'own'), false)
       or coalesce(bool_or(g.holds) filter (where g.ground = 'released'), false) and coalesce(bool_or(g.holds) filter (where g.ground in ('case open', 'room')), false))
    from access.item_grounds(p_member, p_item) g $$;

-- Whom the viewer may ask "why" about: itself, those it works with on its panels, its own agency; not granted.
create function access.knows(p_member uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select p_member = hub.viewer() or exists (select from access.agency_member a where a.member_id = p_member) or exists (select from access.panel_member p where p.member_id = p_member) $$;
-- Members of the viewer's own controller, where it is its information lead; not granted.
create function access.leads(p_member uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select hub.office('INFORMATION_LEAD') and exists (select from hub.member m where m.partnership_id = hub.partnership() and m.id = p_member and m.agency_id in (select c.agency_id from access.controller_agency c)) $$;

-- Why a case is open to a member, or is not: the same facts, about oneself for whoever sees the case; about others of the panel for who prepares it and sees
-- the case, as it sees its bars; and for an information lead about its own members, of a case at which one of them has looked or been refused, or in
-- which its controller has information. Past no bar and no seal of who asks; nothing to anybody else.
create function access.explain(p_member uuid, p_case uuid) returns table (ground text, holds boolean, detail text, facts jsonb) language sql stable security definer set search_path = '' as $$
  select g.ground, g.holds, g.detail, g.facts
    from hub.case_file c join hub.member m on m.partnership_id = c.partnership_id and m.id = p_member, access.grounds(p_member, p_case) g
   where c.partnership_id = hub.partnership() and c.id = p_case
     and c.id <> all (hub.pass('hub.barred')) and (not c.sealed or c.id = any (hub.pass('hub.admitted')))
     and ((c.panel_id = any (hub.pass('hub.panels')) or c.id = any (hub.pass('hub.cases')))
         and (p_member = hub.viewer() or c.panel_id = any (hub.pass('hub.prepares')) and access.knows(p_member))
       or access.leads(p_member)
         and (exists (select from audit.entry e where e.partnership_id = c.partnership_id and e.case_id = c.id and e.agency_id in (select x.agency_id from access.controller_agency x))
           or exists (select from hub.item i where i.case_id = c.id and i.agency_id in (select x.agency_id from access.controller_agency x)))) $$;
-- The same for an item: about oneself for whoever sees it; about others for who prepares the panel and sees the item itself; and for the information lead of
-- the controller whose information it is, of other controllers' members only which disclosures name them: whether a case is open to these is not its to know.
create function access.explain_item(p_member uuid, p_item uuid) returns table (ground text, holds boolean, detail text, facts jsonb) language sql stable security definer set search_path = '' as $$
  select g.ground, g.holds, g.detail, g.facts
    from hub.item i join hub.member m on m.partnership_id = i.partnership_id and m.id = p_member
    cross join lateral (select hub.office('INFORMATION_LEAD') and i.agency_id in (select x.agency_id from access.controller_agency x) and i.case_id <> all (hub.pass('hub.barred')) as lead,
                               access.item_open(hub.viewer(), i.id) as seen) a,
    access.item_grounds(p_member, p_item) g
   where i.partnership_id = hub.partnership() and i.id = p_item
     and (a.seen and (p_member = hub.viewer() or i.panel_id = any (hub.pass('hub.prepares')) and access.knows(p_member))
       or a.lead and (access.leads(p_member) or g.ground = 'released')) $$;

-- By its reference, as people say it: an information lead sees no case whose id it could be asked by.
create function access.explain_reference(p_member uuid, p_reference text) returns table (ground text, holds boolean, detail text, facts jsonb) language sql stable security definer set search_path = '' as $$
  select e.ground, e.holds, e.detail, e.facts from hub.case_file c, access.explain(p_member, c.id) e where c.partnership_id = hub.partnership() and c.reference = p_reference $$;

-- Lines typed by the coordinator for a speaker: the typist may release them to those present before it can see them itself.
create view access.said_aloud as select id as item_id, author_id, meeting_id from hub.item where how = 'SAID_ALOUD' and author_id = (select hub.viewer());

-- Whose seat on a panel has which standing, for those who prepare its meetings: who receives an agenda, who does not, and why.
create view access.panel_standing as
  select panel_id, member_id, role, member_active, signed, undertaken from access.standing_facts
   where seat_current and panel_id = any ((select hub.pass('hub.prepares'))::uuid[]);

-- Signatures in force for who asks, of its own partnership: every member may know who has signed, and it decides to whom one may release.
create view access.panel_signed as select agency_id, panel_id, protocol_id, until from access.signature_in_force where partnership_id = (select hub.partnership());
