-- What follows a release, and what stands beside an item for fewer eyes (${flyway:timestamp}).

-- The grading of a source: the originating agency, and never anybody else.
create policy visible on hub.source_grading for select to hub_app using (agency_id = (select hub.agency()) and exists (select from hub.item i where i.id = item_id));
create policy own on hub.source_grading for insert to hub_app with check (graded_by = (select hub.viewer()) and agency_id = (select hub.agency()) and exists (select from hub.item i where i.id = item_id and i.agency_id = (select hub.agency())));
create policy own_change on hub.source_grading for update to hub_app using (agency_id = (select hub.agency()) and exists (select from hub.item i where i.id = item_id)) with check (graded_by = (select hub.viewer()));
create policy own_removal on hub.source_grading for delete to hub_app using (agency_id = (select hub.agency()) and exists (select from hub.item i where i.id = item_id));
-- Nor does it leave by the record: an information lead reads before and after of its controller's agencies, and of this of its own agency only.
create policy gradings_stay on audit.detail as restrictive for select to hub_app using (
  not coalesce(body -> 'after', body -> 'before', '{}') ? 'source_evaluation' or about_agency_id = (select hub.agency()));

-- A consent that was withdrawn: whoever made the release. Noted once and never changed.
create policy visible on hub.consent_withdrawal for select to hub_app using (agency_id = (select hub.agency()) and exists (select from hub.item i where i.id = item_id));
create policy noted on hub.consent_withdrawal for insert to hub_app with check (noted_by = (select hub.viewer()) and agency_id = (select hub.agency())
  and exists (select from hub.disclosure d where d.id = disclosure_id and d.item_id = consent_withdrawal.item_id and d.agency_id = (select hub.agency())));

-- A request for onward use: the originator, as its item; and the agency that asked (who asked, its seat holders on that panel, its case team), also
-- once the item is no longer released to it: what it asked and was answered is its own.
create policy visible on hub.onward_request for select to hub_app using (
  (agency_id = (select hub.agency()) and exists (select from hub.item i where i.id = item_id))
  or (asking_agency_id = (select hub.agency()) and (asked_by = (select hub.viewer()) or panel_id = any ((select hub.pass('hub.seats'))::uuid[]) or case_id = any ((select hub.pass('hub.works'))::uuid[]))));
create policy asked on hub.onward_request for insert to hub_app with check (
  asked_by = (select hub.viewer()) and asking_agency_id = (select hub.agency()) and num_nonnulls(answer, answered_by, answered_at) = 0 and answer_words = ''
  and exists (select from hub.item i where i.id = item_id and i.agency_id = onward_request.agency_id and i.state = 'RELEASED'));
-- Answered once, by the originator, in one's own name.
create policy answered on hub.onward_request for update to hub_app using (answered_at is null and agency_id = (select hub.agency()) and exists (select from hub.item i where i.id = item_id and i.agency_id = (select hub.agency())))
  with check (answered_by = (select hub.viewer()) and answer is not null);

-- What was given outside the panel: the originating agency, as its item, and the information lead of its controller. Not the panel: it would tell of
-- an item that is not released to it. Recorded and never changed.
create policy visible on hub.outside_disclosure for select to hub_app using (
  agency_id = (select hub.agency()) and exists (select from hub.item i where i.id = item_id)
  or ((select hub.office('INFORMATION_LEAD')) and agency_id in (select c.agency_id from access.controller_agency c)));
create policy recorded on hub.outside_disclosure for insert to hub_app with check (
  recorded_by = (select hub.viewer()) and agency_id = (select hub.agency()) and given_on <= (select hub.today()) and exists (select from hub.item i where i.id = item_id and i.agency_id = (select hub.agency())));

-- The record of these, like that of withholding, is no business of whoever prepares the panel: it would tell that there is an item.
create policy decisions_stay on audit.entry as restrictive for select to hub_app using (
  kind not in ('source_grading', 'consent_withdrawal', 'onward_request', 'outside_disclosure') or agency_id = (select hub.agency()) or about_agency_id = (select hub.agency())
  or (select hub.office('INFORMATION_LEAD')));

-- Reason: whoever releases must be shown who will really see it, and may read neither the undertakings of others nor bars nor the list of a sealed case.
-- Of items of the viewer's own agency, on a case that it sees; by the facts that the rule itself reads. Why somebody is missing is not told: a bar, an
-- undertaking that ran out and a closed account look alike. Of a sealed case only to those who keep its list. Result: who would see which item.
create function access.reach(p_items uuid[], p_panel boolean, p_agencies uuid[], p_members uuid[]) returns table (item_id uuid, member_id uuid, agency_id uuid)
language sql stable security definer set search_path = '' as $$
  with mine as (
    select i.id, i.case_id, i.panel_id, i.handling_code, c.sealed
      from hub.item i join hub.case_file c on c.partnership_id = i.partnership_id and c.id = i.case_id
     where i.partnership_id = hub.partnership() and i.id = any (p_items) and i.agency_id = hub.agency()
       and (i.panel_id = any (hub.pass('hub.panels')) or i.case_id = any (hub.pass('hub.cases'))) and i.case_id <> all (hub.pass('hub.barred'))
       and (not c.sealed or i.case_id = any (hub.pass('hub.admitted')) and i.panel_id = any (hub.pass('hub.prepares')))),
  opens as (
    select f.member_id, f.panel_id, null::uuid as case_id, false as passes_seal from access.standing_facts f
     where f.member_active and f.seat_current and f.signed and f.undertaken and f.panel_id in (select panel_id from mine)
    union select n.member_id, null, n.case_id, n.ground = 'emergency' and n.role = 'CHAIR' from access.named_facts n
     where n.member_active and n.place_current and n.signed and n.case_id in (select case_id from mine))
  select distinct i.id, m.id, m.agency_id
    from mine i join opens o on o.panel_id = i.panel_id or o.case_id = i.case_id join hub.member m on m.partnership_id = hub.partnership() and m.id = o.member_id
   where m.agency_id is distinct from hub.agency()
     and (p_panel and i.handling_code is distinct from 'C' or m.agency_id = any (p_agencies) or m.id = any (p_members))
     and not exists (select from hub.case_bar b where b.case_id = i.case_id and b.member_id = m.id and b.lifted_at is null)
     and (not i.sealed or o.passes_seal or exists (select from hub.admission a where a.case_id = i.case_id and a.member_id = m.id)) $$;

-- Reason: the other side of a request for onward use is told by mail that something waits, and the sender may not know who there is barred or admitted.
-- Of a request that the viewer has asked or may answer. Result: ids of those to tell, to be mailed and not shown.
create function access.onward_told(p_request uuid) returns setof uuid language sql stable security definer set search_path = '' as $$
  select distinct m.id
    from hub.onward_request q join hub.case_file c on c.partnership_id = q.partnership_id and c.id = q.case_id
    join hub.member m on m.partnership_id = q.partnership_id and m.active
   where q.id = p_request and q.partnership_id = hub.partnership()
     and case when q.answered_at is null then q.asked_by = hub.viewer() and m.agency_id = q.agency_id and exists (select from hub.seat s
           where s.member_id = m.id and s.panel_id = q.panel_id and s.during @> hub.today() and s.role in ('REPRESENTATIVE', 'DEPUTY', 'VICTIM_REPRESENTATIVE', 'CHAIR', 'VICE_CHAIR', 'COORDINATOR'))
         else q.answered_by = hub.viewer() and m.id = q.asked_by end
     and not exists (select from hub.case_bar b where b.case_id = c.id and b.member_id = m.id and b.lifted_at is null)
     and (not c.sealed or exists (select from hub.admission a where a.case_id = c.id and a.member_id = m.id)) $$;
