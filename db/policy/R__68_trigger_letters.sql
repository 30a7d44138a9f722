-- Letters to applicants (${flyway:timestamp}): seen by those who see who applied and how to reach them, written by whoever answers for applications, in its own name.
create policy visible on hub.trigger_letter for select to hub_app using (
  panel_id = any ((select hub.pass('hub.handles'))::uuid[]) or case_id is not null and panel_id = any ((select hub.pass('hub.contacts'))::uuid[]) or case_id = any ((select hub.pass('hub.manages'))::uuid[]));
create policy written on hub.trigger_letter for insert to hub_app with check (
  panel_id = any ((select hub.pass('hub.handles'))::uuid[]) and made_by = (select hub.viewer()) and sent_on is null and exists (select from hub.trigger t where t.id = trigger_id));
-- What was sent is what was sent.
create policy kept on hub.trigger_letter for update to hub_app using (sent_on is null and panel_id = any ((select hub.pass('hub.handles'))::uuid[]))
  with check (panel_id = any ((select hub.pass('hub.handles'))::uuid[]) and (sent_on is null or sent_by = (select hub.viewer()) and sent_on <= (select hub.today())));
