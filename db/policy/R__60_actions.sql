-- Actions, plans, the end of a case, letters (${flyway:timestamp}).

-- An action: its owner, the owner agency's seat holders and case workers, and those who see its case.
create policy visible on hub.action for select to hub_app using (
  owner_member_id = (select hub.viewer())
  or (owner_agency_id = (select hub.agency()) and (panel_id = any ((select hub.pass('hub.seats'))::uuid[]) or case_id = any ((select hub.pass('hub.works'))::uuid[])))
  or panel_id = any ((select hub.pass('hub.panels'))::uuid[]) or case_id = any ((select hub.pass('hub.cases'))::uuid[]));
create policy agreed on hub.action for insert to hub_app with check (
  made_by = (select hub.viewer()) and state = 'OPEN' and (case_id is null or exists (select from hub.case_file c where c.id = case_id))
  and (panel_id = any ((select hub.pass('hub.prepares'))::uuid[]) or case_id = any ((select hub.pass('hub.manages'))::uuid[])));
-- The owner reports; what is to be done, by whom and by when only those change who may agree it (a trigger compares).
create policy kept on hub.action for update to hub_app using (
  owner_member_id = (select hub.viewer())
  or (owner_agency_id = (select hub.agency()) and (panel_id = any ((select hub.pass('hub.seats'))::uuid[]) or case_id = any ((select hub.pass('hub.works'))::uuid[])))
  or panel_id = any ((select hub.pass('hub.prepares'))::uuid[]) or case_id = any ((select hub.pass('hub.manages'))::uuid[]));
create policy visible on hub.action_update for select to hub_app using (exists (select from hub.action a where a.id = action_id));
create policy reported on hub.action_update for insert to hub_app with check (made_by = (select hub.viewer()) and exists (select from hub.action a
  where a.id = action_id and a.state = action_update.state and a.case_id is not distinct from action_update.case_id
    and (a.owner_member_id = (select hub.viewer())
      or (a.owner_agency_id = (select hub.agency()) and (a.panel_id = any ((select hub.pass('hub.seats'))::uuid[]) or a.case_id = any ((select hub.pass('hub.works'))::uuid[])))
      or a.panel_id = any ((select hub.pass('hub.prepares'))::uuid[]) or a.case_id = any ((select hub.pass('hub.manages'))::uuid[]))));

do $$
declare t text;
begin
  foreach t in array array['plan', 'case_exit'] loop
    execute format('create policy visible on hub.%I for select to hub_app using (panel_id = any ((select hub.pass(''hub.panels''))::uuid[]) or case_id = any ((select hub.pass(''hub.cases''))::uuid[])%s)', t,
      -- A guest keeps the plan that it is part of.
      case t when 'plan' then ' or id in (select k.plan_id from access.kept_plan k)' else '' end);
  end loop;
end $$;
create policy made on hub.plan for insert to hub_app with check (made_by = (select hub.viewer()) and exists (select from hub.case_file c where c.id = case_id)
  and (panel_id = any ((select hub.pass('hub.prepares'))::uuid[]) or panel_id = any ((select hub.pass('hub.triages'))::uuid[]) or case_id = any ((select hub.pass('hub.manages'))::uuid[])));
create policy proposed on hub.case_exit for insert to hub_app with check (
  proposed_by = (select hub.viewer()) and num_nonnulls(signed_off_by, signed_off_at, notice_on, closes_on, cancelled_at) = 0 and signed_off_name = ''
  and exists (select from hub.case_file c where c.id = case_id) and (panel_id = any ((select hub.pass('hub.prepares'))::uuid[]) or case_id = any ((select hub.pass('hub.manages'))::uuid[])));
-- An edition of a plan is never changed. An exit is: signed off by a senior officer who sees the case, called off, announced (a trigger compares).
create policy kept on hub.case_exit for update to hub_app using (
  panel_id = any ((select hub.pass('hub.prepares'))::uuid[]) or case_id = any ((select hub.pass('hub.manages'))::uuid[])
  or ((select hub.office('SENIOR_OFFICER')) and exists (select from hub.case_file c where c.id = case_id)));

-- A letter to the person: coordinator, chair and case team, who answer for what it says; and who reviews the case that it is about.
create policy visible on hub.letter for select to hub_app using (
  exists (select from hub.case_file c where c.id = case_id)
  and (panel_id = any ((select hub.pass('hub.prepares'))::uuid[]) or panel_id = any ((select hub.pass('hub.triages'))::uuid[]) or case_id = any ((select hub.pass('hub.teams'))::uuid[])
    or case_id = any ((select hub.pass('hub.reviews'))::uuid[])));
create policy written on hub.letter for insert to hub_app with check (
  made_by = (select hub.viewer()) and sent_on is null and exists (select from hub.case_file c where c.id = case_id)
  and (panel_id = any ((select hub.pass('hub.prepares'))::uuid[]) or case_id = any ((select hub.pass('hub.manages'))::uuid[])));
-- What was sent is what was sent.
create policy kept on hub.letter for update to hub_app using (
  sent_on is null and (panel_id = any ((select hub.pass('hub.prepares'))::uuid[]) or case_id = any ((select hub.pass('hub.manages'))::uuid[])))
  with check (panel_id = any ((select hub.pass('hub.prepares'))::uuid[]) or case_id = any ((select hub.pass('hub.manages'))::uuid[]));
