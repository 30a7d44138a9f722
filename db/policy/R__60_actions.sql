-- Actions, plans, the end of a case, letters (${flyway:timestamp}).

-- An action: its owner, the owner agency's seat holders, and those who see its case.
create policy visible on hub.action for select to hub_app using (
  owner_member_id = (select hub.viewer())
  or (owner_agency_id = (select hub.agency()) and panel_id = any ((select hub.pass('hub.seats'))::uuid[]))
  or panel_id = any ((select hub.pass('hub.panels'))::uuid[]) or case_id = any ((select hub.pass('hub.cases'))::uuid[]));
create policy agreed on hub.action for insert to hub_app with check (
  made_by = (select hub.viewer()) and (case_id is null or exists (select from hub.case_file c where c.id = case_id))
  and (panel_id = any ((select hub.pass('hub.prepares'))::uuid[]) or panel_id = any ((select hub.pass('hub.triages'))::uuid[]) or case_id = any ((select hub.pass('hub.teams'))::uuid[])));
create policy kept on hub.action for update to hub_app using (
  owner_member_id = (select hub.viewer())
  or (owner_agency_id = (select hub.agency()) and panel_id = any ((select hub.pass('hub.seats'))::uuid[]))
  or panel_id = any ((select hub.pass('hub.prepares'))::uuid[]) or panel_id = any ((select hub.pass('hub.triages'))::uuid[]) or case_id = any ((select hub.pass('hub.teams'))::uuid[]));
create policy visible on hub.action_update for select to hub_app using (exists (select from hub.action a where a.id = action_id));
create policy reported on hub.action_update for insert to hub_app with check (made_by = (select hub.viewer()) and exists (select from hub.action a where a.id = action_id));

do $$
declare t text;
begin
  foreach t in array array['plan', 'case_exit'] loop
    execute format('create policy visible on hub.%I for select to hub_app using (exists (select from hub.case_file c where c.id = case_id))', t);
    execute format('create policy made on hub.%I for insert to hub_app with check (exists (select from hub.case_file c where c.id = case_id) and (panel_id = any ((select hub.pass(''hub.prepares''))::uuid[]) or panel_id = any ((select hub.pass(''hub.triages''))::uuid[]) or case_id = any ((select hub.pass(''hub.teams''))::uuid[])))', t);
  end loop;
end $$;
-- An edition of a plan is never changed. An exit is: signed off by a senior officer who sees the case, called off, announced.
create policy kept on hub.case_exit for update to hub_app using (
  panel_id = any ((select hub.pass('hub.prepares'))::uuid[]) or panel_id = any ((select hub.pass('hub.triages'))::uuid[]) or case_id = any ((select hub.pass('hub.teams'))::uuid[])
  or ((select hub.office('SENIOR_OFFICER')) and exists (select from hub.case_file c where c.id = case_id)));

-- A letter to the person: coordinator, chair and case team, who answer for what it says.
create policy visible on hub.letter for select to hub_app using (
  exists (select from hub.case_file c where c.id = case_id)
  and (panel_id = any ((select hub.pass('hub.prepares'))::uuid[]) or panel_id = any ((select hub.pass('hub.triages'))::uuid[]) or case_id = any ((select hub.pass('hub.teams'))::uuid[])));
create policy written on hub.letter for insert to hub_app with check (
  exists (select from hub.case_file c where c.id = case_id)
  and (panel_id = any ((select hub.pass('hub.prepares'))::uuid[]) or panel_id = any ((select hub.pass('hub.triages'))::uuid[]) or case_id = any ((select hub.pass('hub.teams'))::uuid[])));
create policy kept on hub.letter for update to hub_app using (
  panel_id = any ((select hub.pass('hub.prepares'))::uuid[]) or panel_id = any ((select hub.pass('hub.triages'))::uuid[]) or case_id = any ((select hub.pass('hub.teams'))::uuid[]));
