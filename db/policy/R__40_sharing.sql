-- Information and its release (${flyway:timestamp}).

create policy visible on hub.research_request for select to hub_app using (
  (agency_id = (select hub.agency()) and panel_id = any ((select hub.pass('hub.panels'))::uuid[]))
  or panel_id = any ((select hub.pass('hub.triages'))::uuid[]) or panel_id = any ((select hub.pass('hub.prepares'))::uuid[])
  or (agency_id = (select hub.agency()) and case_id = any ((select hub.pass('hub.teams'))::uuid[])));
create policy asked on hub.research_request for insert to hub_app with check (
  asked_by = (select hub.viewer()) and num_nonnulls(answer, answered_by, answered_at, spoken) = 0 and (panel_id = any ((select hub.pass('hub.triages'))::uuid[]) or panel_id = any ((select hub.pass('hub.prepares'))::uuid[])) and exists (select from hub.case_file c where c.id = case_id));
-- Answered once, by the agency asked, in one's own name; and where the research is only spoken, once more when it was.
create policy answered on hub.research_request for update to hub_app using (
  (answered_at is null or answer = 'RESEARCHED' and spoken is null) and agency_id = (select hub.agency()) and (panel_id = any ((select hub.pass('hub.panels'))::uuid[]) or case_id = any ((select hub.pass('hub.teams'))::uuid[])))
  with check ((select hub.viewer()) in (answered_by, spoken_by) and agency_id = (select hub.agency()));

-- An item: always one's own (author, seat holders of the agency on that panel, its case team), signed or not; else released to the viewer on a case it sees.
create policy visible on hub.item for select to hub_app using (
  (agency_id = (select hub.agency()) and (author_id = (select hub.viewer()) or panel_id = any ((select hub.pass('hub.seats'))::uuid[]) or case_id = any ((select hub.pass('hub.works'))::uuid[])))
  or ((panel_id = any ((select hub.pass('hub.panels'))::uuid[]) or case_id = any ((select hub.pass('hub.cases'))::uuid[]) or meeting_id = any ((select hub.pass('hub.watches'))::uuid[]))
    and exists (select from access.released r where r.item_id = item.id)));
-- The parent must be visible, since a foreign key would tell whether a hidden case exists. What is said aloud is typed for the speaker's agency.
create policy entered on hub.item for insert to hub_app with check (
  author_id = (select hub.viewer()) and exists (select from hub.case_file c where c.id = case_id)
  and ((agency_id = (select hub.agency()) and how = 'WRITTEN' and state = 'PREPARED' and meeting_id is null
      and not exists (select from access.spoken_only s where s.agency_id = item.agency_id and s.panel_id = item.panel_id)) or (how = 'SAID_ALOUD' and meeting_id = any ((select hub.pass('hub.present'))::uuid[]) and panel_id = any ((select hub.pass('hub.prepares'))::uuid[]))));
create policy own on hub.item for update to hub_app using (
  agency_id = (select hub.agency()) and (author_id = (select hub.viewer()) or panel_id = any ((select hub.pass('hub.seats'))::uuid[]) or case_id = any ((select hub.pass('hub.works'))::uuid[])));

-- A reason for withholding: the originating agency, and its controller's information lead.
create policy visible on hub.withholding for select to hub_app using (
  agency_id = (select hub.agency()) and exists (select from hub.item i where i.id = item_id)
  or ((select hub.office('INFORMATION_LEAD')) and agency_id in (select c.agency_id from access.controller_agency c)));
create policy own on hub.withholding for insert to hub_app with check (decided_by = (select hub.viewer()) and agency_id = (select hub.agency()) and exists (select from hub.item i where i.id = item_id and i.agency_id = (select hub.agency())));
create policy own_change on hub.withholding for update to hub_app using (agency_id = (select hub.agency()) and exists (select from hub.item i where i.id = item_id)) with check (decided_by = (select hub.viewer()));
create policy own_removal on hub.withholding for delete to hub_app using (agency_id = (select hub.agency()) and exists (select from hub.item i where i.id = item_id));

-- A disclosure: its originator, and the recipients it names, with the item itself.
create policy visible on hub.disclosure for select to hub_app using (
  exists (select from hub.item i where i.id = item_id)
  and (agency_id = (select hub.agency())
    or to_panel = any ((select hub.pass('hub.panels'))::uuid[]) or to_agency = (select hub.agency()) or to_member = (select hub.viewer())
    or to_meeting = any ((select hub.pass('hub.present'))::uuid[]) or to_meeting = any ((select hub.pass('hub.watches'))::uuid[])
    or (to_panel = panel_id and case_id = any ((select hub.pass('hub.cases'))::uuid[]))
    or (to_meeting is not null and case_id = any ((select hub.pass('hub.emergencies'))::uuid[]))));
create policy released on hub.disclosure for insert to hub_app with check (
  released_by = (select hub.viewer()) and lower(during) >= (select hub.today()) and num_nonnulls(withdrawn_at, withdrawn_by, withdrawn_reason) = 0
  and ((agency_id = (select hub.agency()) and exists (select from hub.item i where i.id = item_id and i.agency_id = (select hub.agency())))
    or (to_meeting = any ((select hub.pass('hub.present'))::uuid[]) and panel_id = any ((select hub.pass('hub.prepares'))::uuid[])
      and exists (select from access.said_aloud s where s.item_id = disclosure.item_id and s.author_id = (select hub.viewer()) and s.meeting_id = disclosure.to_meeting))));
-- Withdrawn once, in one's own name, and never taken up again: a new release is a new row.
create policy withdrawn on hub.disclosure for update to hub_app using (withdrawn_at is null and agency_id = (select hub.agency()) and exists (select from hub.item i where i.id = item_id and i.agency_id = (select hub.agency())))
  with check (withdrawn_at is not null and withdrawn_by = (select hub.viewer()));
