-- Approval of a plan, and the hand-over of a case by its case manager (${flyway:timestamp}).

-- With the edition that it approves, and with no other.
create policy visible on hub.plan_approval for select to hub_app using (exists (select from hub.plan p where p.id = plan_id));
create policy approved on hub.plan_approval for insert to hub_app with check (
  approved_by = (select hub.viewer()) and panel_id = any ((select hub.pass('hub.chairs'))::uuid[])
  and exists (select from hub.plan p where p.id = plan_id and p.case_id = plan_approval.case_id));
-- Whoever wrote an edition does not approve it; the person was asked, or it is said why not; and only the newest edition is approved.
create function access.guard_approval() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select from hub.plan p where p.partnership_id = new.partnership_id and p.id = new.plan_id and p.made_by <> new.approved_by
       and (p.victim_consulted_on is not null or p.not_consulted_because <> '')
       and not exists (select from hub.plan n where n.partnership_id = p.partnership_id and n.case_id = p.case_id and n.edition > p.edition)) then
    raise exception 'a plan is approved by somebody else than its writer, once the person was asked' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger hands_off before insert on hub.plan_approval for each row when (current_user = 'hub_app') execute function access.guard_approval();

-- Reason: whoever hands a case over does not see who else can open it: a bar, or a list it keeps no part of. Result: whether a member can open the case by a seat on its panel
-- or a place on its team; to who prepares its panel or manages it, of a case that is open to who asks.
create function access.may_manage(p_case uuid, p_member uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from hub.case_file c join hub.member m on m.partnership_id = c.partnership_id and m.id = p_member and m.active
   where c.partnership_id = hub.partnership() and c.id = p_case and (c.panel_id = any (hub.pass('hub.prepares')) or c.id = any (hub.pass('hub.manages')))
     and c.id <> all (hub.pass('hub.barred')) and (not c.sealed or c.id = any (hub.pass('hub.admitted')) and c.panel_id = any (hub.pass('hub.prepares')))
     and (exists (select from access.standing_facts f where f.member_id = m.id and f.panel_id = c.panel_id and f.seat_current and f.signed and f.undertaken)
       or exists (select from access.team_facts t where t.member_id = m.id and t.case_id = c.id and t.place_current and t.signed))
     and not exists (select from hub.case_bar b where b.case_id = c.id and b.member_id = m.id and b.lifted_at is null)
     and (not c.sealed or exists (select from hub.admission a where a.case_id = c.id and a.member_id = m.id))) $$;
-- A hand-over: who sees the case, as its team.
create policy visible on hub.case_handover for select to hub_app using (
  panel_id = any ((select hub.pass('hub.panels'))::uuid[]) or case_id = any ((select hub.pass('hub.cases'))::uuid[]));
create policy offered on hub.case_handover for insert to hub_app with check (
  offered_by = (select hub.viewer()) and state = 'OFFERED' and answer = '' and num_nonnulls(answered_by, answered_at) = 0
  and (panel_id = any ((select hub.pass('hub.prepares'))::uuid[]) or case_id = any ((select hub.pass('hub.manages'))::uuid[]))
  and exists (select from hub.case_file c where c.id = case_id)
  and exists (select from hub.case_team t where t.case_id = case_handover.case_id and t.member_id = from_member and t.role = 'CASE_MANAGER' and t.during @> (select hub.today()))
  and access.may_manage(case_id, to_member));
create policy answered on hub.case_handover for update to hub_app using (state = 'OFFERED') with check (state <> 'OFFERED' and answered_by = (select hub.viewer()) and answered_at is not null);

create function access.guard_handover() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if (case when new.state = 'WITHDRAWN' then old.offered_by = hub.viewer() or old.panel_id = any (hub.pass('hub.prepares')) or old.case_id = any (hub.pass('hub.manages'))
       else new.state in ('ACCEPTED', 'DECLINED') and old.to_member = hub.viewer() end) is not true then
    raise exception 'a case is taken over by the one to whom it is handed' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger hands_off before update on hub.case_handover for each row when (current_user = 'hub_app') execute function access.guard_handover();
-- Reason: who takes a case over may not name its team, and the place changes with the answer or not at all. Result: one case manager, another than before.
create function access.take_over() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update hub.case_team t set during = daterange(lower(t.during), greatest(lower(t.during), hub.today()))
   where t.partnership_id = new.partnership_id and t.case_id = new.case_id and t.member_id = new.from_member and t.role = 'CASE_MANAGER' and t.during @> hub.today();
  if not found then raise exception 'the case has another case manager by now' using errcode = 'insufficient_privilege'; end if;
  insert into hub.case_team (partnership_id, id, case_id, panel_id, member_id, role, during)
  values (new.partnership_id, gen_random_uuid(), new.case_id, new.panel_id, new.to_member, 'CASE_MANAGER', daterange(hub.today(), null));
  return null;
end $$;
create trigger taken_over after update on hub.case_handover for each row when (old.state = 'OFFERED' and new.state = 'ACCEPTED') execute function access.take_over();
-- A hand-over lapses when the case manager is another, or nobody, in the meantime.
create function access.lapse_handover() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update hub.case_handover set state = 'LAPSED', answered_at = hub.now(), version = version + 1
   where partnership_id = new.partnership_id and case_id = new.case_id and state = 'OFFERED' and from_member = new.member_id;
  return null;
end $$;
create trigger lapses after update on hub.case_team for each row when (old.role = 'CASE_MANAGER' and old.during <> new.during) execute function access.lapse_handover();
