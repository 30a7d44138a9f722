-- The community trigger's arrangement (${flyway:timestamp}). No personal data, and the Act has it published (2014 Act, section 104(2)(b)): every member may read it. An administrator
-- sets it, or whoever triages for the board that reviews.
create policy visible on hub.trigger_arrangement for select to hub_app using ((select hub.viewer()) is not null);
create policy arranged on hub.trigger_arrangement for insert to hub_app with check (
  (select hub.office('ADMINISTRATOR')) or exists (select from hub.panel p where p.id = any ((select hub.pass('hub.triages'))::uuid[]) and p.kind = 'CT_MARAC'));
create policy ended on hub.trigger_arrangement for update to hub_app using (
  (select hub.office('ADMINISTRATOR')) or exists (select from hub.panel p where p.id = any ((select hub.pass('hub.triages'))::uuid[]) and p.kind = 'CT_MARAC'));
