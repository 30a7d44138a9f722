-- Escalation of actions that are not done (${flyway:timestamp}): the ladder of each panel, and who was told.

-- No victim's data, and it binds everyone: every member may read it, an administrator sets it up.
create policy visible on hub.escalation_ladder for select to hub_app using ((select hub.viewer()) is not null);
create policy made_by_administrator on hub.escalation_ladder for insert to hub_app with check ((select hub.office('ADMINISTRATOR')));
create policy changed_by_administrator on hub.escalation_ladder for update to hub_app using ((select hub.office('ADMINISTRATOR')));
-- Whoever was told, and who prepares the panel: that somebody was not told would tell others of a bar, or of the list of a sealed case. Nobody writes it but the door below.
create policy visible on hub.escalation for select to hub_app using (
  (member_id = (select hub.viewer()) or panel_id = any ((select hub.pass('hub.prepares'))::uuid[])) and exists (select from hub.action a where a.id = action_id));

-- Whether an action is open to a member: the policies of hub.action told about somebody else, for the hub's own work; not granted. Narrower in one point: a chair
-- for whom only an emergency passes a seal is not told.
create function access.action_open(p_member uuid, p_action uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from hub.action a join hub.member m on m.partnership_id = a.partnership_id and m.id = p_member and m.active
   where a.id = p_action
     and not exists (select from hub.case_bar b where b.case_id = a.case_id and b.member_id = m.id and b.lifted_at is null)
     and not exists (select from hub.case_file c where c.partnership_id = a.partnership_id and c.id = a.case_id and c.sealed and not exists (select from hub.admission d where d.case_id = c.id and d.member_id = m.id))
     and (a.owner_member_id = m.id
       or a.owner_agency_id = m.agency_id and (exists (select from hub.seat s where s.member_id = m.id and s.panel_id = a.panel_id and s.during @> hub.today())
         or exists (select from access.team_facts t where t.member_id = m.id and t.case_id = a.case_id and t.place_current))
       or exists (select from access.standing_facts f where f.member_id = m.id and f.panel_id = a.panel_id and f.seat_current and f.signed and f.undertaken)
       or exists (select from access.named_facts n where n.member_id = m.id and n.case_id = a.case_id and n.place_current and n.signed))) $$;

-- Reason: whoever is told of an action that is not done need not see who else is, and the hub's own work has no viewer. Which days have been reached is worked out
-- outside, where the bank holidays are known: p_due is the last day on which an action was due that is p_days working days late. Told are only members to whom the
-- action is open; a rung on which there is none is noted and tried again. One rung a day, so that the first ladder of a panel does not tell everybody at once: the next one when
-- those before were told on an earlier day, or have nobody. Each once for the day on which the action was due, on whichever node. Result: none.
create function access.escalate(p_days int, p_due date) returns void language plpgsql security definer set search_path = '' as $$
begin
  perform access.require_service('reminders');
  if p_due > hub.today() then raise exception 'nothing is late before its day' using errcode = 'insufficient_privilege'; end if;
  perform pg_advisory_xact_lock(hashtext('hub.escalation'));
  insert into hub.escalation (partnership_id, id, action_id, case_id, panel_id, rung, due_on, member_id)
  with late as materialized (
    select a.partnership_id, a.id, a.case_id, a.panel_id, a.due_on, a.owner_agency_id, case when access.action_open(a.owner_member_id, a.id) then a.owner_member_id end as owner_member_id, r.rung
      from hub.escalation_ladder l
      cross join lateral (values ('OWNER', l.owner_days), ('DESIGNATED_OFFICER', l.officer_days), ('CHAIR', l.chair_days), ('PARTNERSHIP_LEAD', l.lead_days)) r (rung, days)
      join hub.action a on a.partnership_id = l.partnership_id and a.panel_id = l.panel_id and a.state = 'OPEN' and a.due_on <= p_due and a.due_on < hub.today()
     where l.during @> hub.today() and r.days = p_days
       and not exists (select from hub.escalation e where e.action_id = a.id and e.rung = r.rung and e.due_on = a.due_on and e.member_id is not null)
       and not exists (select from (values ('OWNER', l.owner_days), ('DESIGNATED_OFFICER', l.officer_days), ('CHAIR', l.chair_days), ('PARTNERSHIP_LEAD', l.lead_days)) b (rung, days)
         where b.days < r.days and not exists (select from hub.escalation e where e.action_id = a.id and e.rung = b.rung and e.due_on = a.due_on
           and (e.member_id is null or (e.told_at at time zone 'Europe/London')::date < hub.today())))),
  told as (
    select distinct l.id, l.rung, w.member_id from late l cross join lateral (
      select l.owner_member_id as member_id where l.rung = 'OWNER' and l.owner_member_id is not null
      -- Where nobody is named, or who is named cannot open it any more.
      union select s.member_id from hub.seat s join hub.member m on m.partnership_id = s.partnership_id and m.id = s.member_id
        where l.rung = 'OWNER' and l.owner_member_id is null and s.panel_id = l.panel_id and m.agency_id = l.owner_agency_id and s.role in ('REPRESENTATIVE', 'DEPUTY', 'VICTIM_REPRESENTATIVE') and s.during @> hub.today()
      union select unnest(array[g.designated_member_id, g.deputy_member_id]) from hub.agency o join access.signature_in_force f on f.agency_id = o.id and f.panel_id = l.panel_id
        join hub.signature g on g.partnership_id = o.partnership_id and g.signatory_id = o.signatory_id and g.protocol_id = f.protocol_id and g.during @> hub.today() and (g.withdrawn_on is null or g.withdrawn_on > hub.today())
        where l.rung = 'DESIGNATED_OFFICER' and o.partnership_id = l.partnership_id and o.id = l.owner_agency_id
      union select s.member_id from hub.seat s where l.rung = 'CHAIR' and s.panel_id = l.panel_id and s.role in ('CHAIR', 'VICE_CHAIR', 'INDEPENDENT_CHAIR') and s.during @> hub.today()
      union select o.member_id from hub.office o where l.rung = 'PARTNERSHIP_LEAD' and o.partnership_id = l.partnership_id and o.role = 'PARTNERSHIP_LEAD' and o.during @> hub.today()) w
     where w.member_id is not null and access.action_open(w.member_id, l.id))
  select l.partnership_id, gen_random_uuid(), l.id, l.case_id, l.panel_id, l.rung, l.due_on, t.member_id from late l left join told t on t.id = l.id and t.rung = l.rung
  on conflict do nothing;
end $$;
-- Reason: as above. Result: after how many working days somebody is told by the ladders that hold today.
create function access.escalation_days() returns setof int language plpgsql stable security definer set search_path = '' as $$
begin
  perform access.require_service('reminders');
  return query select distinct d from hub.escalation_ladder l cross join lateral unnest(array[l.owner_days, l.officer_days, l.chair_days, l.lead_days]) d where l.during @> hub.today() and d is not null;
end $$;
-- Reason: as above. Result: who was told by this transaction, and of how many actions, without a word of them; and a key for the mail, which no other batch has.
create function access.escalated_now() returns table (partnership_id uuid, member_id uuid, actions bigint, key text) language plpgsql stable security definer set search_path = '' as $$
begin
  perform access.require_service('reminders');
  return query select e.partnership_id, e.member_id, count(distinct e.action_id), md5(string_agg(e.id::text, ',' order by e.id)) from hub.escalation e
   where e.member_id is not null and e.told_at = hub.now() group by e.partnership_id, e.member_id;
end $$;
