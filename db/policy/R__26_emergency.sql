-- Emergency (${flyway:timestamp}): a duty officer opens one case for stated hours, is told of at once, and is looked at afterwards. What is seen then
-- is said by access.named_facts and the policies of each table; nothing that a bar shuts, and a sealed case only to its chair.

-- Whoever opened it, and who prepares the panel. A controller's information lead reads through the doors below: the case itself is not shown to it.
create policy visible on hub.emergency for select to hub_app using (member_id = (select hub.viewer()) or panel_id = any ((select hub.pass('hub.prepares'))::uuid[]));
create policy visible on hub.emergency_review for select to hub_app using (panel_id = any ((select hub.pass('hub.prepares'))::uuid[]));

-- Whether the viewer may open this case in an emergency, and as what. Not granted: the doors below ask it. Who holds a seat or a place by which the case
-- is open to it already has no need to.
create function access.emergency_as(p_case uuid) returns text language sql stable security definer set search_path = '' as $$
  select case when c.sealed then case when c.panel_id = any (hub.pass('hub.seals')) then 'CHAIR' end
              when hub.office('DUTY_OFFICER') and (exists (select from access.signature_in_force s where s.agency_id = hub.agency() and s.panel_id = c.panel_id)
                or exists (select from hub.undertaking u where u.member_id = hub.viewer() and u.panel_id = c.panel_id and u.during @> hub.today())) then 'DUTY_OFFICER' end
    from hub.case_file c
   where c.partnership_id = hub.partnership() and c.id = p_case and c.id <> all (hub.pass('hub.barred'))
     and not (c.sealed and c.id = any (hub.pass('hub.admitted')))
     and not (not c.sealed and (c.panel_id = any (hub.pass('hub.panels')) or c.id = any (hub.pass('hub.cases')))) $$;

-- Reason: in an emergency the person is known, by name and date of birth or by a reference, and whether there is a case is not. Exact matches only; each
-- search is on record, with what was found, and never whom it was for. Result: references that the viewer may open, and nothing of the cases.
create function access.find_in_emergency(p_reference text, p_given text, p_family text, p_born date) returns setof text language plpgsql security definer set search_path = '' as $$
declare
  v_found uuid[];
begin
  if hub.viewer() is null or not (hub.office('DUTY_OFFICER') or cardinality(hub.pass('hub.seals')) > 0) then
    raise exception 'this is for whoever is on duty' using errcode = 'insufficient_privilege';
  end if;
  select coalesce(array_agg(c.id), '{}') into v_found from hub.case_file c
   where c.partnership_id = hub.partnership() and access.emergency_as(c.id) is not null
     and (c.reference = upper(trim(p_reference))
       or p_born is not null and trim(coalesce(p_family, '')) <> '' and trim(coalesce(p_given, '')) <> '' and exists (select from hub.person n
         where n.partnership_id = c.partnership_id and n.case_id = c.id and p_born = any (n.dates_of_birth)
           and lower(trim(n.family_name)) = lower(trim(p_family)) and lower(trim(n.given_names)) = lower(trim(p_given))));
  insert into audit.entry (partnership_id, member_id, agency_id, capacity, act, kind, subject, case_id, panel_id)
  select hub.partnership(), hub.viewer(), hub.agency(), 'emergency', 'READ', 'emergency_search', case when c.id is null then 'nothing found' else c.reference end, c.id, c.panel_id
    from (select 1) one left join hub.case_file c on c.id = any (v_found);
  return query select c.reference from hub.case_file c where c.id = any (v_found) order by 1;
end $$;

-- Who is told at once, and reviews afterwards: the panel's chairs; the representatives of the agencies whose information has been released on the case; and the
-- information leads of these and of whoever opened it. Nobody whom a bar or a seal keeps from the case, but for the information leads: a controller's
-- duties past a seal are theirs. Not granted.
create function access.emergency_concerns(p_emergency uuid) returns table (member_id uuid, as_what text) language sql stable security definer set search_path = '' as $$
  with e as (select x.*, c.sealed from hub.emergency x join hub.case_file c on c.partnership_id = x.partnership_id and c.id = x.case_id where x.id = p_emergency),
  originators as (select distinct i.partnership_id, i.agency_id from hub.item i join e on e.case_id = i.case_id where i.state in ('RELEASED', 'WITHDRAWN')),
  told as (
    select s.member_id, case when s.role in ('CHAIR', 'VICE_CHAIR', 'INDEPENDENT_CHAIR') then 'CHAIR' else 'ORIGINATOR' end as as_what, e.case_id, e.sealed
      from e join hub.seat s on s.partnership_id = e.partnership_id and s.panel_id = e.panel_id and s.during @> hub.today()
      join hub.member m on m.partnership_id = s.partnership_id and m.id = s.member_id and m.active
     where s.role in ('CHAIR', 'VICE_CHAIR', 'INDEPENDENT_CHAIR')
        or s.role in ('REPRESENTATIVE', 'VICTIM_REPRESENTATIVE') and exists (select from originators o where o.agency_id = m.agency_id)
    union
    select f.member_id, 'LEAD', e.case_id, false
      from e join hub.office f on f.partnership_id = e.partnership_id and f.role = 'INFORMATION_LEAD' and f.during @> hub.today()
      join hub.member m on m.partnership_id = f.partnership_id and m.id = f.member_id and m.active
      join hub.agency mine on mine.partnership_id = m.partnership_id and mine.id = m.agency_id
     where mine.signatory_id in (select a.signatory_id from hub.agency a where a.partnership_id = e.partnership_id
             and (a.id in (select o.agency_id from originators o) or a.id = (select w.agency_id from hub.member w where w.partnership_id = e.partnership_id and w.id = e.member_id))))
  select distinct t.member_id, t.as_what from told t
   where not exists (select from hub.case_bar b where b.case_id = t.case_id and b.member_id = t.member_id and b.lifted_at is null)
     and (not t.sealed or t.as_what = 'CHAIR' or exists (select from hub.admission a where a.case_id = t.case_id and a.member_id = t.member_id)) $$;

-- Reason: the case is not the viewer's to see until it has been opened, so no policy can let the row in. One case at a time, for no longer than the panel's
-- arrangement allows, with a reason; a case that is absent, shut or open to the viewer anyway is answered alike. Everyone concerned is told in the
-- same transaction. Result: the reference to go to, or a word for why not, and the most hours where that is the reason.
create function access.open_in_emergency(p_reference text, p_reason text, p_hours int, out reference text, out refused text, out most int) language plpgsql security definer set search_path = '' as $$
declare
  v hub.case_file;
  v_as text;
  v_id uuid := gen_random_uuid();
  v_days int;
begin
  if hub.viewer() is null or not (hub.office('DUTY_OFFICER') or cardinality(hub.pass('hub.seals')) > 0) then
    raise exception 'this is for whoever is on duty' using errcode = 'insufficient_privilege';
  end if;
  perform from hub.member m where m.partnership_id = hub.partnership() and m.id = hub.viewer() for update;
  if exists (select from hub.emergency e where e.member_id = hub.viewer() and e.ended_at is null and e.until > hub.now()) then
    refused := 'ONE_AT_A_TIME';
    return;
  end if;
  select c.* into v from hub.case_file c where c.partnership_id = hub.partnership() and c.reference = upper(trim(p_reference));
  v_as := access.emergency_as(v.id);
  if v_as is null then
    refused := 'NO_SUCH_CASE';
    return;
  end if;
  select a.emergency_hours, a.emergency_review_days into most, v_days from hub.arrangement a where a.partnership_id = v.partnership_id and a.panel_id = v.panel_id and a.during @> hub.today();
  most := coalesce(most, 4);
  refused := case when coalesce(p_hours, 0) not between 1 and most then 'HOURS' when length(trim(coalesce(p_reason, ''))) not between 10 and 2000 then 'REASON' end;
  if refused is not null then return; end if;
  insert into hub.emergency (partnership_id, id, case_id, panel_id, member_id, opened_as, reason, opened_at, until, review_by)
  values (v.partnership_id, v_id, v.id, v.panel_id, hub.viewer(), v_as, trim(p_reason), hub.now(), hub.now() + make_interval(hours => p_hours), hub.today() + coalesce(v_days, 3));
  insert into hub.outbox (partnership_id, id, to_member, template, subject, body, once_key)
  select v.partnership_id, gen_random_uuid(), t.member_id, 'emergency', 'OFFICIAL: a case has been opened in an emergency',
         case when t.reviews then E'A case of a panel that you answer for has been opened in an emergency. This message names nobody.\n\nSign in to see by whom and why, and to review it:\n{hub}/emergencies\n'
              else E'A case on which your agency has released information has been opened in an emergency. This message names nobody.\n\nThe chair and the information leads review it. Sign in to see who has looked at your information:\n{hub}/\n' end,
         'emergency ' || v_id || ' ' || t.member_id
    from (select c.member_id, bool_or(c.as_what <> 'ORIGINATOR') as reviews from access.emergency_concerns(v_id) c where c.member_id <> hub.viewer() group by c.member_id) t;
  reference := v.reference;
end $$;

-- Reason: nobody updates the row itself. Whoever opened a case closes it again before its time; so does whoever prepares the panel. Result: whether it was open.
create function access.close_emergency(p_id uuid) returns boolean language sql security definer set search_path = '' as $$
  with closed as (
    update hub.emergency e set ended_at = hub.now()
     where e.partnership_id = hub.partnership() and e.id = p_id and e.ended_at is null and e.until > hub.now() and e.case_id <> all (hub.pass('hub.barred'))
       and (e.member_id = hub.viewer() or e.panel_id = any (hub.pass('hub.prepares'))) returning e.id)
  select exists (select from closed) $$;

-- The accesses that the viewer answers for. Not granted.
create function access.emergencies_of_viewer() returns table (id uuid, as_what text) language sql stable security definer set search_path = '' as $$
  select e.id, min(c.as_what) from hub.emergency e, access.emergency_concerns(e.id) c
   where e.partnership_id = hub.partnership() and c.member_id = hub.viewer() and c.as_what in ('CHAIR', 'LEAD')
     and (c.as_what = 'LEAD' and hub.office('INFORMATION_LEAD') or c.as_what = 'CHAIR' and e.panel_id = any (hub.pass('hub.chairs')))
   group by e.id $$;

-- Reason: an information lead sees no case, and a chair may be off the list of a sealed one; both must be able to review. Result: who opened which reference, why,
-- for how long, and what was found, of the accesses that the viewer answers for; nothing of the case.
create function access.emergencies() returns table (id uuid, reference text, panel text, member text, agency text, own boolean, opened_as text, reason text, opened_at timestamptz, until timestamptz,
    ended_at timestamptz, review_by date, reads bigint, outcome text, note text, reviewer text, reviewed_at timestamptz) language sql stable security definer set search_path = '' as $$
  select e.id, c.reference, p.short_name, m.name, a.name, e.member_id = hub.viewer(), e.opened_as, e.reason, e.opened_at, e.until, e.ended_at, e.review_by,
         (select count(*) from audit.entry x where x.partnership_id = e.partnership_id and x.case_id = e.case_id and x.member_id = e.member_id and x.capacity = 'emergency' and x.act in ('READ', 'EXPORTED')
           and x.at >= e.opened_at and x.at <= coalesce(e.ended_at, e.until)),
         r.outcome, r.note, w.name, r.reviewed_at
    from access.emergencies_of_viewer() v join hub.emergency e on e.id = v.id and e.partnership_id = hub.partnership()
    join hub.case_file c on c.partnership_id = e.partnership_id and c.id = e.case_id
    join hub.panel p on p.partnership_id = e.partnership_id and p.id = e.panel_id
    join hub.member m on m.partnership_id = e.partnership_id and m.id = e.member_id
    left join hub.agency a on a.partnership_id = m.partnership_id and a.id = m.agency_id
    left join hub.emergency_review r on r.partnership_id = e.partnership_id and r.emergency_id = e.id
    left join hub.member w on w.partnership_id = r.partnership_id and w.id = r.reviewed_by
   order by r.outcome is not null, e.review_by, e.opened_at desc, e.id limit 500 $$;
-- What was read under it, from the record: what kind of thing, whose, and when; never what it said.
create function access.emergency_reads(p_id uuid) returns table (at timestamptz, act text, kind text, about text) language sql stable security definer set search_path = '' as $$
  select x.at, x.act, x.kind, a.name
    from access.emergencies_of_viewer() v join hub.emergency e on e.id = v.id and e.partnership_id = hub.partnership()
    join audit.entry x on x.partnership_id = e.partnership_id and x.case_id = e.case_id and x.member_id = e.member_id and x.capacity = 'emergency'
      and x.at >= e.opened_at and x.at <= coalesce(e.ended_at, e.until)
    left join hub.agency a on a.partnership_id = x.partnership_id and a.id = x.about_agency_id
   where e.id = p_id and x.kind <> 'emergency_search' order by x.id limit 1000 $$;
-- Reason: as above. Once, in one's own name, and never of an access that one opened oneself. Result: whether it was taken.
create function access.review_emergency(p_id uuid, p_outcome text, p_note text) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  if coalesce(p_outcome, '') not in ('JUSTIFIED', 'NOT_JUSTIFIED') or length(trim(coalesce(p_note, ''))) not between 1 and 4000 then
    raise exception 'a review says what was found and why' using errcode = 'check_violation';
  end if;
  insert into hub.emergency_review (partnership_id, emergency_id, case_id, panel_id, outcome, note, reviewed_by)
  select e.partnership_id, e.id, e.case_id, e.panel_id, p_outcome, trim(p_note), hub.viewer()
    from access.emergencies_of_viewer() v join hub.emergency e on e.id = v.id and e.partnership_id = hub.partnership()
   where e.id = p_id and e.member_id <> hub.viewer()
  on conflict do nothing;
  return found;
end $$;
