-- Named people (${flyway:timestamp}): guests, deputies, appeal reviewers, and the officers whom the law names.

-- A guest: itself, who prepares, and with the agenda whoever has standing or is on the case's team.
create policy visible on hub.guest for select to hub_app using (
  member_id = (select hub.viewer()) or panel_id = any ((select hub.pass('hub.prepares'))::uuid[])
  or ((panel_id = any ((select hub.pass('hub.panels'))::uuid[]) or case_id = any ((select hub.pass('hub.teams'))::uuid[]))
    and exists (select from access.published_meeting p where p.meeting_id = guest.meeting_id)));
-- Invited for an item that is on the agenda, by whoever prepares it and sees its case, before the meeting is over.
create policy invited on hub.guest for insert to hub_app with check (
  invited_by = (select hub.viewer()) and num_nonnulls(ended_at, ended_by) = 0 and panel_id = any ((select hub.pass('hub.prepares'))::uuid[])
  and exists (select from hub.case_file c where c.id = case_id)
  and exists (select from hub.agenda_item a where a.meeting_id = guest.meeting_id and a.case_id = guest.case_id)
  and exists (select from hub.meeting m where m.id = meeting_id and m.state in ('PLANNED', 'PUBLISHED', 'OPEN')));
-- Ended once, by whoever prepares: with it also the plan that a guest would keep.
create policy ended on hub.guest for update to hub_app using (ended_at is null and panel_id = any ((select hub.pass('hub.prepares'))::uuid[]))
  with check (ended_at is not null and ended_by = (select hub.viewer()));

-- A deputy: itself, its agency's seat holders on the panel, and who prepares it.
create policy visible on hub.deputy for select to hub_app using (
  member_id = (select hub.viewer()) or panel_id = any ((select hub.pass('hub.prepares'))::uuid[])
  or (agency_id = (select hub.agency()) and panel_id = any ((select hub.pass('hub.seats'))::uuid[])));
-- Named by its agency's representative or by whoever prepares, for a term that begins today or later and is no longer than three months.
create policy named on hub.deputy for insert to hub_app with check (
  named_by = (select hub.viewer()) and state = 'NAMED' and num_nonnulls(decided_by, decided_at, seat_id) = 0
  and lower(during) >= (select hub.today()) and upper(during) <= lower(during) + 92
  and (panel_id = any ((select hub.pass('hub.prepares'))::uuid[]) or (agency_id = (select hub.agency()) and for_member = (select hub.viewer()) and panel_id = any ((select hub.pass('hub.panels'))::uuid[]))));
create policy decided on hub.deputy for update to hub_app using (
  state in ('NAMED', 'CONFIRMED') and (panel_id = any ((select hub.pass('hub.prepares'))::uuid[]) or (agency_id = (select hub.agency()) and panel_id = any ((select hub.pass('hub.panels'))::uuid[]))))
  with check (decided_by = (select hub.viewer()));

-- Reason: whoever names a deputy types a work address; colleagues without a seat are not all theirs to see. Result: an id, of an open account of that
-- agency, to its own representatives and to whoever prepares meetings.
create function access.colleague_at(p_email text, p_agency uuid) returns uuid language sql stable security definer set search_path = '' as $$
  select m.id from hub.member m join hub.member_contact c on c.partnership_id = m.partnership_id and c.member_id = m.id
   where m.partnership_id = hub.partnership() and m.active and m.agency_id = p_agency and lower(c.email) = lower(p_email)
     and (cardinality(hub.pass('hub.prepares')) > 0 or p_agency = hub.agency() and cardinality(hub.pass('hub.panels')) > 0) limit 1 $$;
-- Whom a deputy stands in for, and that it belongs to the same agency. Of both the answer is the same, so that nothing is told of another agency's people.
create function access.guard_deputy_named() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.member_id = new.for_member
     or not exists (select from hub.member m where m.partnership_id = new.partnership_id and m.id = new.member_id and m.agency_id = new.agency_id and m.active)
     or not exists (select from hub.seat s join hub.member m on m.partnership_id = s.partnership_id and m.id = s.member_id
       where s.partnership_id = new.partnership_id and s.panel_id = new.panel_id and s.member_id = new.for_member and s.role in ('REPRESENTATIVE', 'VICTIM_REPRESENTATIVE')
         and s.during @> lower(new.during) and m.agency_id = new.agency_id) then
    raise exception 'a deputy stands in for a representative of its own agency' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger named_by_right before insert on hub.deputy for each row when (current_user = 'hub_app') execute function access.guard_deputy_named();
-- Reason: a seat is an administrator's to give; a deputy's is given by the panel itself, when one has named it and another confirms it, and it ends
-- no later than was named. Result: the seat.
create function access.guard_deputy() returns trigger language plpgsql security definer set search_path = '' as $$
declare v_step text := old.state || '>' || new.state;
begin
  if (case v_step
       when 'NAMED>CONFIRMED' then old.panel_id = any (hub.pass('hub.prepares')) and hub.viewer() not in (old.named_by, old.member_id) and upper(old.during) > hub.today()
         and exists (select from hub.member m where m.partnership_id = old.partnership_id and m.id = old.member_id and m.active)
       when 'NAMED>REFUSED' then old.panel_id = any (hub.pass('hub.prepares'))
       when 'NAMED>ENDED' then true
       when 'CONFIRMED>ENDED' then true
       else false end) is not true or new.seat_id is distinct from old.seat_id then
    raise exception 'a deputy is not % by this viewer', v_step using errcode = 'insufficient_privilege';
  end if;
  if v_step = 'NAMED>CONFIRMED' then
    new.seat_id := gen_random_uuid();
    insert into hub.seat (partnership_id, id, panel_id, member_id, role, during)
    values (old.partnership_id, new.seat_id, old.panel_id, old.member_id, 'DEPUTY', daterange(greatest(lower(old.during), hub.today()), upper(old.during)));
  elsif v_step = 'CONFIRMED>ENDED' then
    update hub.seat s set during = daterange(lower(s.during), greatest(lower(s.during), least(upper(s.during), hub.today()))), version = s.version + 1
     where s.partnership_id = old.partnership_id and s.id = old.seat_id;
  end if;
  return new;
end $$;
create trigger hands_off before update on hub.deputy for each row when (current_user = 'hub_app') execute function access.guard_deputy();

-- Who had a part in a case, or may not see it: on its team, in a meeting that took it, in what was decided, planned or written about it, on the panel
-- itself, a guest, barred. Used by the policy below.
create function access.involved(p_case uuid, p_member uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from hub.case_bar x where x.case_id = p_case and x.member_id = p_member)
      or exists (select from hub.case_team x where x.case_id = p_case and x.member_id = p_member)
      or exists (select from hub.guest x where x.case_id = p_case and x.member_id = p_member)
      or exists (select from hub.seat x join hub.case_file c on c.panel_id = x.panel_id and c.id = p_case where x.member_id = p_member and (upper(x.during) is null or upper(x.during) > c.opened_on))
      or exists (select from hub.agenda_item i join hub.declaration d on d.meeting_id = i.meeting_id where i.case_id = p_case and d.member_id = p_member)
      or exists (select from hub.agenda_item i join hub.attendance d on d.meeting_id = i.meeting_id where i.case_id = p_case and d.member_id = p_member and (d.present or d.arrived_at is not null))
      or exists (select from hub.item x where x.case_id = p_case and x.author_id = p_member)
      or exists (select from hub.disclosure x where x.case_id = p_case and p_member in (x.released_by, x.to_member, x.withdrawn_by))
      or exists (select from hub.referral x where x.case_id = p_case and p_member in (x.author_id, x.senior_member_id, x.triaged_by))
      or exists (select from hub.assessment x where x.case_id = p_case and x.member_id = p_member)
      or exists (select from hub.decision x where x.case_id = p_case and x.recorded_by = p_member)
      or exists (select from hub.plan x where x.case_id = p_case and x.made_by = p_member)
      or exists (select from hub.action x where x.case_id = p_case and p_member in (x.made_by, x.owner_member_id))
      or exists (select from hub.letter x where x.case_id = p_case and x.made_by = p_member)
      or exists (select from hub.case_exit x where x.case_id = p_case and p_member in (x.proposed_by, x.signed_off_by)) $$;
-- Reason: whoever names a reviewer sees neither every bar nor every place that the officer held, and must be told that another is needed. Result: one
-- boolean, to who may name one on that case, of an open account of the partnership.
create function access.may_review(p_case uuid, p_member uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from hub.case_file c join hub.member m on m.partnership_id = c.partnership_id and m.id = p_member and m.active
    where c.id = p_case and c.partnership_id = hub.partnership() and (c.panel_id = any (hub.pass('hub.prepares')) or c.panel_id = any (hub.pass('hub.triages')))
      and c.id <> all (hub.pass('hub.barred')) and (not c.sealed or c.id = any (hub.pass('hub.admitted')))
      and not access.involved(p_case, p_member)) $$;

-- A review: who sees the case; the reviewer while it runs.
create policy visible on hub.appeal_review for select to hub_app using (exists (select from hub.case_file c where c.id = case_id));
create policy named on hub.appeal_review for insert to hub_app with check (
  named_by = (select hub.viewer()) and num_nonnulls(outcome, outcome_on, outcome_by) = 0 and outcome_note = '' and from_on >= (select hub.today())
  and (panel_id = any ((select hub.pass('hub.prepares'))::uuid[]) or panel_id = any ((select hub.pass('hub.triages'))::uuid[]))
  and exists (select from hub.case_file c where c.id = case_id) and access.may_review(case_id, member_id));
-- Its outcome, once: with it the reviewer's sight ends.
create policy concluded on hub.appeal_review for update to hub_app using (
  outcome is null and (panel_id = any ((select hub.pass('hub.prepares'))::uuid[]) or panel_id = any ((select hub.pass('hub.triages'))::uuid[])))
  with check (outcome is not null and outcome_by = (select hub.viewer()) and outcome_on = (select hub.today()));

-- Officers whom the law names: the administrator keeps the list. No victim's data, and no member's either.
create policy visible on hub.designated_officer for select to hub_app using ((select hub.office('ADMINISTRATOR')));
create policy made_by_administrator on hub.designated_officer for insert to hub_app with check ((select hub.office('ADMINISTRATOR')));
create policy changed_by_administrator on hub.designated_officer for update to hub_app using ((select hub.office('ADMINISTRATOR')));

-- Reason: what the law addresses to every relevant body reaches its designated officer, who need have no account and whose body need have signed
-- nothing. For the hub's own work only. The words are fixed here: what has come in and whom to ask, and nobody's name. Result: how many were told.
create function access.notify_designated(p_partnership uuid, p_about text, p_key text) returns int language plpgsql security definer set search_path = '' as $$
begin
  perform access.require_service('notices');
  return access.tell_designated(p_partnership, p_about, p_key);
end $$;
-- For the doors; not granted.
create function access.tell_designated(p_partnership uuid, p_about text, p_key text) returns int language plpgsql security definer set search_path = '' as $$
declare v_count int;
begin
  if p_about !~ '^[A-Z]{2,4}-[A-Z0-9]{4,12}$' or length(p_key) not between 1 and 120 then
    raise exception 'a notice names a reference and nothing else' using errcode = 'insufficient_privilege';
  end if;
  insert into hub.outbox (partnership_id, id, to_officer, template, subject, body, once_key)
  select d.partnership_id, gen_random_uuid(), d.id, 'notice', 'OFFICIAL: an application for a case review has been received',
         'To the designated officer of ' || s.name || E'\n\n' || p.name || ' has received an application for an anti-social behaviour case review (Anti-social Behaviour, Crime and Policing Act 2014, section 104). Its reference is '
           || p_about || E'.\n\nAs a relevant body you are asked whether you hold anything about it. The single point of contact of the partnership will tell you how to answer. Please do not reply to this message.\n',
         'notice ' || p_key || ' ' || d.id
    from hub.designated_officer d join hub.signatory s on s.partnership_id = d.partnership_id and s.id = d.signatory_id join hub.partnership p on p.id = d.partnership_id
   where d.partnership_id = p_partnership and d.during @> hub.today()
  on conflict on constraint outbox_partnership_id_once_key_key do nothing;
  get diagnostics v_count = row_count;
  return v_count;
end $$;
