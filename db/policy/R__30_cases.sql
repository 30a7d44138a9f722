-- Cases, referrals, people, risk (${flyway:timestamp}).

-- Standing on the panel, or named on the case.
create policy visible on hub.case_file for select to hub_app using (
  panel_id = any ((select hub.pass('hub.panels'))::uuid[]) or id = any ((select hub.pass('hub.cases'))::uuid[]));
create policy opened_at_triage on hub.case_file for insert to hub_app with check (
  panel_id = any ((select hub.pass('hub.triages'))::uuid[]) and state = 'OPEN' and not sealed and opened_on = (select hub.today()) and closed_on is null);
create policy kept on hub.case_file for update to hub_app using (
  panel_id = any ((select hub.pass('hub.triages'))::uuid[]) or panel_id = any ((select hub.pass('hub.prepares'))::uuid[]) or id = any ((select hub.pass('hub.manages'))::uuid[]));

-- Who sees the case: the row is compared with the pass as the case file is, since it carries the case's panel, and bar and seal come before it here too. To
-- look the file up for every row that hangs from it would go through its whole rule once more each time.
create policy visible on hub.case_team for select to hub_app using (
  panel_id = any ((select hub.pass('hub.panels'))::uuid[]) or case_id = any ((select hub.pass('hub.cases'))::uuid[]));
-- Chair and coordinator name the team. Who manages the case names only a senior officer of its own agency, once the end of the case is proposed, to sign that off.
create policy named on hub.case_team for insert to hub_app with check (
  exists (select from hub.case_file c where c.id = case_id) and lower(during) >= (select hub.today())
  and (panel_id = any ((select hub.pass('hub.prepares'))::uuid[])
    or (role = 'SENIOR_OFFICER' and case_id = any ((select hub.pass('hub.manages'))::uuid[])
      and member_id in (select m.member_id from access.agency_member m)
      and exists (select from hub.office o where o.member_id = case_team.member_id and o.role = 'SENIOR_OFFICER' and o.during @> (select hub.today()))
      and exists (select from hub.case_exit x where x.case_id = case_team.case_id and x.cancelled_at is null))));
-- A place is ended by them, and by whoever holds it (a trigger lets nobody lengthen one).
create policy ended on hub.case_team for update to hub_app using (panel_id = any ((select hub.pass('hub.prepares'))::uuid[]) or member_id = (select hub.viewer()));

-- The barred member never sees its own bar: bar_and_seal already hides every row of that case.
create policy visible on hub.case_bar for select to hub_app using (panel_id = any ((select hub.pass('hub.prepares'))::uuid[]));
create policy set_by_chair on hub.case_bar for insert to hub_app with check (
  set_by = (select hub.viewer()) and num_nonnulls(lifted_at, decided_by, decided_at) = 0 and how = case when member_id = (select hub.viewer()) then 'DECLARED' else 'SET' end
  and (panel_id = any ((select hub.pass('hub.prepares'))::uuid[]) or member_id = (select hub.viewer())) and exists (select from hub.case_file c where c.id = case_id));
-- A chair decides, in its own name; the coordinator only takes back what was set.
create policy decided on hub.case_bar for update to hub_app using (lifted_at is null
    and (panel_id = any ((select hub.pass('hub.chairs'))::uuid[]) or panel_id = any ((select hub.pass('hub.prepares'))::uuid[]) and how = 'SET'))
  with check (decided_by = (select hub.viewer()) and decided_at is not null);

create policy visible on hub.admission for select to hub_app using (member_id = (select hub.viewer()) or panel_id = any ((select hub.pass('hub.prepares'))::uuid[]));
create policy admitted_by_chair on hub.admission for insert to hub_app with check (panel_id = any ((select hub.pass('hub.seals'))::uuid[]) and exists (select from hub.case_file c where c.id = case_id));
create policy removed_by_chair on hub.admission for delete to hub_app using (panel_id = any ((select hub.pass('hub.seals'))::uuid[]));

-- Another agency's reference is its own business; one's own stays, also when the agency has lost sight of the case.
create policy visible on hub.case_reference for select to hub_app using (
  agency_id = (select hub.agency()) and (panel_id = any ((select hub.pass('hub.panels'))::uuid[]) or case_id = any ((select hub.pass('hub.cases'))::uuid[])
    or panel_id = any ((select hub.pass('hub.seats'))::uuid[]) or case_id = any ((select hub.pass('hub.works'))::uuid[])));
create policy own on hub.case_reference for insert to hub_app with check (agency_id = (select hub.agency()) and exists (select from hub.case_file c where c.id = case_id));
create policy own_change on hub.case_reference for update to hub_app using (agency_id = (select hub.agency()));

-- A referral: its author, the author's agency's seat holders, case workers and senior officers, and those who triage once it was sent.
create policy visible on hub.referral for select to hub_app using (
  author_id = (select hub.viewer())
  or (agency_id = (select hub.agency()) and state <> 'DRAFT'
    and (panel_id = any ((select hub.pass('hub.seats'))::uuid[]) or case_id = any ((select hub.pass('hub.works'))::uuid[]) or (select hub.office('SENIOR_OFFICER'))))
  or (panel_id = any ((select hub.pass('hub.triages'))::uuid[]) and received_at is not null and state in ('SENT', 'MORE_ASKED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN')));
create policy authored on hub.referral for insert to hub_app with check (
  author_id = (select hub.viewer()) and state = 'DRAFT' and num_nonnulls(received_at, senior_member_id, senior_decided_at, triage_by, triaged_by, triaged_at, case_id) = 0
  and case when received_how = 'ONLINE' then agency_id = (select hub.agency()) else panel_id = any ((select hub.pass('hub.triages'))::uuid[]) end);
-- Which of these may take which step is asked of each row that changes, by a trigger.
create policy kept on hub.referral for update to hub_app using (
  author_id = (select hub.viewer())
  or (agency_id = (select hub.agency()) and (panel_id = any ((select hub.pass('hub.seats'))::uuid[]) or (select hub.office('SENIOR_OFFICER'))))
  or panel_id = any ((select hub.pass('hub.triages'))::uuid[]));

-- A person: exactly through the referral or case by which one sees it.
do $$
declare t text;
begin
  -- An assessment also with the application for a case review that it was made of: who answers for applications, and who decides an appeal on it; from its review on, as the case.
  foreach t in array array['person', 'assessment'] loop
    execute format('create policy visible on hub.%I for select to hub_app using (case_id is not null and (panel_id = any ((select hub.pass(''hub.panels''))::uuid[]) or case_id = any ((select hub.pass(''hub.cases''))::uuid[])) or (referral_id is not null and exists (select from hub.referral r where r.id = referral_id))%s)', t,
      case t when 'assessment' then ' or trigger_id is not null and (panel_id = any ((select hub.pass(''hub.handles''))::uuid[]) or trigger_id = any ((select hub.pass(''hub.appeals''))::uuid[]))' else '' end);
  end loop;
  -- While the referral is with its referrer, author and agency write and correct what it says of people; afterwards it stands as it was sent.
  foreach t in array array['person', 'safe_contact', 'assessment'] loop
    execute format('create policy kept on hub.%I for update to hub_app using (case_id is null and exists (select from hub.referral r where r.id = referral_id and r.state in (''DRAFT'', ''MORE_ASKED'') and (r.author_id = (select hub.viewer()) or r.agency_id = (select hub.agency()))))', t);
  end loop;
end $$;
create policy entered on hub.person for insert to hub_app with check (case_id is null and exists (select from hub.referral r where r.id = referral_id and r.state in ('DRAFT', 'MORE_ASKED') and (r.author_id = (select hub.viewer()) or r.agency_id = (select hub.agency()))));
create policy removed on hub.person for delete to hub_app using (case_id is null and exists (select from hub.referral r where r.id = referral_id and r.state in ('DRAFT', 'MORE_ASKED') and (r.author_id = (select hub.viewer()) or r.agency_id = (select hub.agency()))));
-- An assessment is the work of whoever wrote it last: with a referral, or later of the case, in one's own name. Of an application for a case review it is written by whoever answers for it, whatever was
-- decided about it and also after it was closed: risk is offered either way [Lambeth]. Not of one that its applicant took back, about which nothing is done until it is asked for again.
create policy entered on hub.assessment for insert to hub_app with check (member_id = (select hub.viewer())
  and case when trigger_id is not null then referral_id is null and agency_id is not distinct from (select hub.agency()) and panel_id = any ((select hub.pass('hub.handles'))::uuid[])
      and exists (select from hub.trigger t where t.id = trigger_id and t.state <> 'WITHDRAWN')
    when case_id is null then exists (select from hub.referral r where r.id = referral_id and r.state in ('DRAFT', 'MORE_ASKED') and (r.author_id = (select hub.viewer()) or r.agency_id = (select hub.agency())))
    else referral_id is null and agency_id is not distinct from (select hub.agency()) and exists (select from hub.case_file c where c.id = case_id) end);
create policy own_name on hub.assessment as restrictive for update to hub_app using (true) with check (member_id = (select hub.viewer()));

-- Safe contact: those who must contact the person. Coordinator, victim's representative, case manager and case officer; and the agency that gave the
-- facts. Not the rest of the team: a researcher, or a senior officer named to sign off, contacts nobody. Whoever opened the case in an emergency must
-- contact the person, and must know how not to.
create policy visible on hub.safe_contact for select to hub_app using (
  panel_id = any ((select hub.pass('hub.contacts'))::uuid[]) and (case_id is not null or exists (select from hub.referral r where r.id = referral_id))
  or case_id = any ((select hub.pass('hub.manages'))::uuid[])
  or case_id = any ((select hub.pass('hub.emergencies'))::uuid[])
  or (agency_id = (select hub.agency()) and exists (select from hub.referral r where r.id = referral_id)));
create policy entered on hub.safe_contact for insert to hub_app with check (
  exists (select from hub.person p where p.id = person_id and p.case_id is null and p.referral_id = safe_contact.referral_id and p.panel_id = safe_contact.panel_id)
  and case_id is null and exists (select from hub.referral r where r.id = referral_id and r.state in ('DRAFT', 'MORE_ASKED') and (r.author_id = (select hub.viewer()) or r.agency_id = (select hub.agency()))));
