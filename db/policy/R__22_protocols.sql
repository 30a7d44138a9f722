-- Protocols (${flyway:timestamp}): their documents, who answers for a signatory, how long before something lapses somebody is told, and whose research is only spoken.
-- No victim's data: every member reads what binds it. What the policies on protocol, legal_basis and signature themselves say stands in R__20_partnership.sql.

create policy visible on hub.protocol_document for select to hub_app using ((select hub.viewer()) is not null);
create policy added_by_administrator on hub.protocol_document for insert to hub_app with check (
  (select hub.office('ADMINISTRATOR')) and added_by = (select hub.viewer()) and exists (select from hub.protocol p where p.id = protocol_id));
-- The bytes go with their document: as large as it says, the text that the record vouches for, and never changed.
create policy visible on hub.protocol_file for select to hub_app using ((select hub.viewer()) is not null);
create policy added_by_administrator on hub.protocol_file for insert to hub_app with check (
  (select hub.office('ADMINISTRATOR'))
  and exists (select from hub.protocol_document d where d.id = document_id and d.size = length(content) and d.sha256 = encode(sha256(content), 'hex')));

create policy visible on hub.lapse_reminder for select to hub_app using ((select hub.viewer()) is not null);
create policy made_by_administrator on hub.lapse_reminder for insert to hub_app with check ((select hub.office('ADMINISTRATOR')));
create policy changed_by_administrator on hub.lapse_reminder for update to hub_app using ((select hub.office('ADMINISTRATOR')));

-- A signature: its withdrawal is never taken back (whoever returns signs again), and who answers for a signatory is written down by an administrator.
-- An officer withdraws that signature, and changes nothing else.
create function access.guard_signature() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if old.withdrawn_on is not null and new.withdrawn_on is null
     or (new.designated_officer, new.deputy_officer, new.designated_member_id, new.deputy_member_id) is distinct from (old.designated_officer, old.deputy_officer, old.designated_member_id, old.deputy_member_id)
       and not hub.office('ADMINISTRATOR') then
    raise exception 'this is not for this viewer to change about a signature' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger hands_off before update on hub.signature for each row when (current_user = 'hub_app') execute function access.guard_signature();

-- A request is answered once. What was only researched is then said to have been shared by word of mouth or not, once, in one's own name.
create function access.guard_research_request() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if (new.answer, new.answered_by, new.answered_at) is distinct from (old.answer, old.answered_by, old.answered_at) and (old.answered_at is null and new.answered_by = hub.viewer()) is not true
     or (new.spoken, new.spoken_by, new.spoken_at) is distinct from (old.spoken, old.spoken_by, old.spoken_at)
       and (old.spoken is null and new.answer = 'RESEARCHED' and new.spoken_by = hub.viewer()) is not true then
    raise exception 'a request is answered once' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger hands_off before update on hub.research_request for each row when (current_user = 'hub_app') execute function access.guard_research_request();

-- Agencies whose research a panel does not store: every legal basis that a protocol in force gives them for it says so. With the owner's rights, as the
-- policy on information asks it; of the viewer's own partnership, where every member may read the law relied on.
create view access.spoken_only as
  select b.agency_id, pp.panel_id
    from hub.legal_basis b
    join hub.protocol p on p.partnership_id = b.partnership_id and p.id = b.protocol_id and p.in_force @> hub.today()
    join hub.protocol_panel pp on pp.partnership_id = p.partnership_id and pp.protocol_id = p.id
   where b.partnership_id = (select hub.partnership())
   group by b.agency_id, pp.panel_id
  having not bool_or(b.stores_research);

-- So many days before it lapses: what a partnership has not said otherwise. 0 is the last day on which it holds.
create function access.reminder_days(p_partnership uuid, p_about text) returns int[] language sql stable set search_path = '' as $$
  select coalesce((select r.days from hub.lapse_reminder r where r.partnership_id = p_partnership and r.about = p_about),
    case p_about when 'UNDERTAKING' then array[30, 7, 0] else array[90, 30, 7] end) $$;

-- Reason: reminders go out without a viewer. Result: who is to be told that something lapses, on which last day, and which of the reminder days has
-- come (-1 for a review that is overdue). Of an undertaking its own member only, while it has a seat; of protocols the administrators and the officers
-- who answer for those that signed; of a signature that ends before its edition, administrators and its own officers. Where no account is
-- left of these, the coordinators and chairs of the panels that the protocol covers: what lapses unheard of takes everybody's sight.
create function access.lapsing() returns table (partnership_id uuid, member_id uuid, about text, subject uuid, title text, last_day date, days int, unsigned bigint, followed boolean)
language plpgsql stable security definer set search_path = '' as $$
begin
  perform access.require_service('reminders');
  return query
  with in_force as (
    select p.*, p.name || ', edition ' || p.edition as called, n.id as next_id
      from hub.protocol p left join hub.protocol n on n.partnership_id = p.partnership_id and n.name = p.name and lower(n.in_force) = upper(p.in_force)
     where p.in_force @> hub.today()),
  stands as (
    select g.*, least(upper(g.during), g.withdrawn_on) as ends from hub.signature g
     where g.during @> hub.today() and (g.withdrawn_on is null or g.withdrawn_on > hub.today())),
  lapse as (
    select p.partnership_id, 'REVIEW' as about, p.id as subject, p.called, p.review_by as last_day, p.id as protocol_id, null::uuid as signatory_id, null::uuid as member_id,
           0::bigint as unsigned, p.next_id is not null as followed
      from in_force p
    union all
    select p.partnership_id, 'PROTOCOL', p.id, p.called, upper(p.in_force) - 1, p.id, null, null, u.missing, p.next_id is not null
      from in_force p cross join lateral (
        select count(*) as missing from stands s where s.protocol_id = p.id and not exists (
          select from hub.signature g where g.protocol_id = p.next_id and g.signatory_id = s.signatory_id and g.during @> upper(p.in_force) and (g.withdrawn_on is null or g.withdrawn_on > upper(p.in_force)))) u
     where upper(p.in_force) is not null and (p.next_id is null or u.missing > 0)
    union all
    select s.partnership_id, 'SIGNATURE', s.id, p.called, s.ends - 1, p.id, s.signatory_id, null, 0, false
      from stands s join in_force p on p.id = s.protocol_id and p.partnership_id = s.partnership_id
     where s.ends is not null and (upper(p.in_force) is null or s.ends < upper(p.in_force))
       and not exists (select from hub.signature g where g.protocol_id = s.protocol_id and g.signatory_id = s.signatory_id and g.id <> s.id and g.during @> s.ends and (g.withdrawn_on is null or g.withdrawn_on > s.ends))
    union all
    select u.partnership_id, 'UNDERTAKING', u.panel_id, n.name, max(upper(u.during)) - 1, null, null, u.member_id, 0, false
      from hub.undertaking u join hub.panel n on n.partnership_id = u.partnership_id and n.id = u.panel_id
     where exists (select from hub.seat s where s.partnership_id = u.partnership_id and s.member_id = u.member_id and s.panel_id = u.panel_id and s.during @> hub.today())
     group by u.partnership_id, u.panel_id, n.name, u.member_id),
  due as (
    select l.*, case when l.about = 'REVIEW' and l.last_day < hub.today() then -1
      else (select min(d) from unnest(access.reminder_days(l.partnership_id, l.about)) d where l.last_day >= hub.today() and d >= l.last_day - hub.today()) end as days from lapse l),
  concerned as (
    select d.subject, d.about, d.member_id from due d where d.member_id is not null
    union
    select d.subject, d.about, o.member_id from due d join hub.office o on o.partnership_id = d.partnership_id and o.role = 'ADMINISTRATOR' and o.during @> hub.today() where d.member_id is null
    union
    select d.subject, d.about, m.officer from due d join stands s on s.protocol_id = d.protocol_id and (d.signatory_id is null or d.signatory_id = s.signatory_id),
           unnest(array[s.designated_member_id, s.deputy_member_id]) as m (officer) where d.member_id is null and m.officer is not null),
  told as (
    select c.subject, c.about, c.member_id from concerned c
    union
    select d.subject, d.about, s.member_id from due d join hub.protocol_panel pp on pp.partnership_id = d.partnership_id and pp.protocol_id = d.protocol_id
           join hub.seat s on s.partnership_id = pp.partnership_id and s.panel_id = pp.panel_id and s.role in ('COORDINATOR', 'CHAIR', 'INDEPENDENT_CHAIR') and s.during @> hub.today()
     where d.member_id is null and not exists (select from concerned c join hub.member m on m.partnership_id = d.partnership_id and m.id = c.member_id and m.active where c.subject = d.subject and c.about = d.about))
  select d.partnership_id, t.member_id, d.about, d.subject, d.called, d.last_day, d.days, d.unsigned, d.followed
    from due d join told t on t.subject = d.subject and t.about = d.about and (d.member_id is null or d.member_id = t.member_id)
    join hub.member m on m.partnership_id = d.partnership_id and m.id = t.member_id and m.active
   where d.days is not null;
end $$;

-- Reason: a new edition asks for signatures, and a withdrawal is told to those who must act on it; they may not see each other. Result: ids of the
-- administrators, of the officers who answer for those that stand by the edition, and of the coordinators of the panels that it covers; to an
-- administrator or one of these officers only.
create function access.concerned_by(p_protocol uuid) returns setof uuid language sql stable security definer set search_path = '' as $$
  with edition as (
    select p.partnership_id, p.id from hub.protocol p
     where p.partnership_id = hub.partnership() and p.id = p_protocol
       and (hub.office('ADMINISTRATOR') or exists (select from hub.signature g where g.protocol_id = p.id and hub.viewer() in (g.designated_member_id, g.deputy_member_id)))),
  concerned as (
    select o.member_id from edition e join hub.office o on o.partnership_id = e.partnership_id and o.role = 'ADMINISTRATOR' and o.during @> hub.today()
    union
    select m.officer from edition e join hub.signature g on g.protocol_id = e.id and (g.withdrawn_on is null or g.withdrawn_on > hub.today()), unnest(array[g.designated_member_id, g.deputy_member_id]) as m (officer)
    union
    select s.member_id from edition e join hub.protocol_panel pp on pp.protocol_id = e.id join hub.seat s on s.panel_id = pp.panel_id and s.role = 'COORDINATOR' and s.during @> hub.today())
  select c.member_id from concerned c join hub.member m on m.id = c.member_id and m.active $$;
