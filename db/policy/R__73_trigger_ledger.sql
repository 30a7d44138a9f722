-- The complaints ledger and the threshold decision (${flyway:timestamp}): seen as the application is, written by whoever answers for it, in its own name, never changed.
do $$
declare t text;
begin
  foreach t in array array['trigger_complaint_step', 'trigger_complaint_pair', 'trigger_decision'] loop
    execute format('create policy visible on hub.%I for select to hub_app using (panel_id = any ((select hub.pass(''hub.handles''))::uuid[]) or case_id is not null and panel_id = any ((select hub.pass(''hub.panels''))::uuid[]) or case_id = any ((select hub.pass(''hub.cases''))::uuid[]) or trigger_id = any ((select hub.pass(''hub.appeals''))::uuid[]))', t);
    execute format('create policy noted on hub.%I for insert to hub_app with check (panel_id = any ((select hub.pass(''hub.handles''))::uuid[]) and by = (select hub.viewer()) and exists (select from hub.trigger t where t.id = trigger_id))', t);
  end loop;
end $$;
