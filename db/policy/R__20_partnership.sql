-- Partnership, panels, protocols (${flyway:timestamp}). No victim's data: every member of the partnership may read what agencies publish to each other;
-- only an administrator changes it. The restrictive policies keep all of it inside the partnership.
do $$
declare t text;
begin
  foreach t in array array['signatory', 'agency', 'panel', 'arrangement', 'terms', 'panel_agency', 'protocol', 'protocol_panel', 'legal_basis', 'signature', 'instrument'] loop
    execute format('create policy visible on hub.%I for select to hub_app using ((select hub.viewer()) is not null)', t);
    execute format('create policy made_by_administrator on hub.%I for insert to hub_app with check ((select hub.office(''ADMINISTRATOR'')))', t);
  end loop;
  -- A withdrawn signature stays withdrawn: below.
  foreach t in array array['signatory', 'agency', 'panel', 'arrangement', 'terms', 'protocol', 'legal_basis', 'instrument'] loop
    execute format('create policy changed_by_administrator on hub.%I for update to hub_app using ((select hub.office(''ADMINISTRATOR'')))', t);
  end loop;
  -- Links that may be taken away again without a trace in the table itself; the record keeps them.
  foreach t in array array['panel_agency', 'protocol_panel'] loop
    execute format('create policy removed_by_administrator on hub.%I for delete to hub_app using ((select hub.office(''ADMINISTRATOR'')))', t);
  end loop;
end $$;
-- By an administrator, or by the officers who answer for the signatory themselves: what each of them may change, access.guard_signature says.
create policy withdrawn on hub.signature for update to hub_app using (
  ((select hub.office('ADMINISTRATOR')) or (select hub.viewer()) in (designated_member_id, deputy_member_id)) and (withdrawn_on is null or withdrawn_on > (select hub.today())))
  with check (((select hub.office('ADMINISTRATOR')) or (select hub.viewer()) in (designated_member_id, deputy_member_id)) and (withdrawn_on is null or withdrawn_on >= (select hub.today())));
-- Nobody changes a partnership: the letters of its references are unique among all partnerships, and a clash would tell of another.
create policy visible on hub.partnership for select to hub_app using ((select hub.viewer()) is not null);

-- People who work here are named to those who work with them, not to the whole partnership. Asked name by name: a list of all who ever sat, worked or met
-- on the viewer's panels would be made anew for every page.
create policy visible on hub.member for select to hub_app using (
  id = (select hub.viewer()) or agency_id = (select hub.agency()) or (select hub.office('ADMINISTRATOR')) or (select hub.office('INFORMATION_LEAD'))
  or exists (select from access.panel_member p where p.member_id = member.id and p.panel_id = any ((select hub.pass('hub.colleagues'))::uuid[])));
create policy made_by_administrator on hub.member for insert to hub_app with check ((select hub.office('ADMINISTRATOR')));
create policy changed_by_administrator on hub.member for update to hub_app using ((select hub.office('ADMINISTRATOR')));

create policy visible on hub.member_contact for select to hub_app using (
  member_id = (select hub.viewer()) or (select hub.office('ADMINISTRATOR'))
  or exists (select from access.panel_member p where p.member_id = member_contact.member_id and p.panel_id = any ((select hub.pass('hub.prepares'))::uuid[])));
-- How often one is reminded is one's own to choose, and nobody else's to know.
create policy visible on hub.reminder_choice for select to hub_app using (member_id = (select hub.viewer()));
create policy chosen on hub.reminder_choice for insert to hub_app with check (member_id = (select hub.viewer()));
create policy kept on hub.reminder_choice for update to hub_app using (member_id = (select hub.viewer()));
create policy made_by_administrator on hub.member_contact for insert to hub_app with check ((select hub.office('ADMINISTRATOR')));
create policy changed_by_administrator on hub.member_contact for update to hub_app using ((select hub.office('ADMINISTRATOR')) or member_id = (select hub.viewer()));

create policy visible on hub.office for select to hub_app using (
  member_id = (select hub.viewer()) or (select hub.office('ADMINISTRATOR')) or (select hub.office('INFORMATION_LEAD'))
  or (role = 'SENIOR_OFFICER' and member_id in (select m.member_id from access.agency_member m)));
-- Nor an office to itself: an information lead and a senior officer see what an administrator does not.
create policy made_by_administrator on hub.office for insert to hub_app with check ((select hub.office('ADMINISTRATOR')) and member_id <> (select hub.viewer()));
create policy changed_by_administrator on hub.office for update to hub_app using ((select hub.office('ADMINISTRATOR')));

create policy visible on hub.sign_in for select to hub_app using (member_id = (select hub.viewer()) or (select hub.office('ADMINISTRATOR')));
create policy visible on hub.invitation for select to hub_app using ((select hub.office('ADMINISTRATOR')));
create policy made_by_administrator on hub.invitation for insert to hub_app with check ((select hub.office('ADMINISTRATOR')));
create policy ended_by_administrator on hub.invitation for update to hub_app using ((select hub.office('ADMINISTRATOR')) and used_at is null);

create policy visible on hub.seat for select to hub_app using (
  member_id = (select hub.viewer()) or panel_id = any ((select hub.pass('hub.seats'))::uuid[]) or (select hub.office('ADMINISTRATOR')) or (select hub.office('INFORMATION_LEAD')));
-- An administrator sees no case, so it gives itself no seat: another administrator does, and the information lead sees each seat that was given.
create policy made_by_administrator on hub.seat for insert to hub_app with check ((select hub.office('ADMINISTRATOR')) and member_id <> (select hub.viewer()));
create policy ended_by_administrator on hub.seat for update to hub_app using ((select hub.office('ADMINISTRATOR')));

create policy visible on hub.undertaking for select to hub_app using (
  member_id = (select hub.viewer()) or panel_id = any ((select hub.pass('hub.prepares'))::uuid[]) or (select hub.office('ADMINISTRATOR')) or (select hub.office('INFORMATION_LEAD')));
-- Signed by oneself, the panel's own text, for a year from today, and never changed.
create policy signed_for_oneself on hub.undertaking for insert to hub_app with check (
  member_id = (select hub.viewer()) and during <@ daterange((select hub.today()), ((select hub.today()) + interval '1 year')::date)
  and text_signed = (select p.undertaking_text from hub.panel p where p.id = panel_id));
