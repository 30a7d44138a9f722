-- Appeals of applicants (${flyway:timestamp}).

-- What the applicant writes about whoever handled it, and what was found of them: who reads the messages with the applicant, and the reviewer while it is the reviewer's. The rest of the board, and its
-- guests, see by what happened to the application that an appeal was asked for and decided.
create policy visible on hub.trigger_appeal for select to hub_app using (
  panel_id = any ((select hub.pass('hub.handles'))::uuid[]) or case_id = any ((select hub.pass('hub.manages'))::uuid[]) or case_id = any ((select hub.pass('hub.reviews'))::uuid[])
  or trigger_id = any ((select hub.pass('hub.appeals'))::uuid[]));
-- One that came by telephone, in a letter or in person, by whoever answers for applications, in its own name.
create policy keyed_in on hub.trigger_appeal for insert to hub_app with check (
  panel_id = any ((select hub.pass('hub.handles'))::uuid[]) and entered_by = (select hub.viewer()) and received_how <> 'ONLINE' and asked_on <= (select hub.today())
  and num_nonnulls(taken, reviewer_id, outcome) = 0 and exists (select from hub.trigger t where t.id = trigger_id));
-- Whether a late one is taken, and who looks at it: who answers for applications. What came of it: the reviewer alone, once. Which of these, the trigger below compares.
create policy handled on hub.trigger_appeal for update to hub_app using (outcome is null and panel_id = any ((select hub.pass('hub.handles'))::uuid[]));
create policy decided on hub.trigger_appeal for update to hub_app using (outcome is null and reviewer_id = (select hub.viewer()) and trigger_id = any ((select hub.pass('hub.appeals'))::uuid[]))
  with check (reviewer_id = (select hub.viewer()) and outcome_by = (select hub.viewer()) and outcome_on = (select hub.today()));

-- What was said to the reviewer: the reviewer until the outcome; from then on who answers for applications, as the further body may ask for it. Not those who were asked, while it runs.
create policy visible on hub.trigger_interview for select to hub_app using (
  trigger_id = any ((select hub.pass('hub.appeals'))::uuid[]) and by = (select hub.viewer())
  or panel_id = any ((select hub.pass('hub.handles'))::uuid[]) and exists (select from hub.trigger_appeal a where a.id = appeal_id and a.outcome is not null));
create policy noted on hub.trigger_interview for insert to hub_app with check (
  trigger_id = any ((select hub.pass('hub.appeals'))::uuid[]) and by = (select hub.viewer()) and on_day <= (select hub.today())
  and exists (select from hub.trigger_appeal a where a.id = appeal_id and a.trigger_id = trigger_interview.trigger_id and a.reviewer_id = (select hub.viewer()) and a.outcome is null));

-- Who had a part in an application, or may not see it: named in any of the rows that hang from it, on the board since it came, or with a part in its review (access.involved). Made from the
-- catalogue, so that a new table cannot be forgotten. Not granted.
do $$
declare v_rows text;
begin
  select string_agg(format('exists (select from hub.%I x where x.trigger_id = p_trigger and x.%I = p_member)', c.relname, a.attname), ' or ' order by c.relname, a.attname) into v_rows
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute k on k.attrelid = c.oid and k.attname = 'trigger_id' and not k.attisdropped
    join pg_attribute a on a.attrelid = c.oid and not a.attisdropped and a.atttypid = 'uuid'::regtype and a.attname ~ '(^|_)(by|member_id|reviewer_id)$'
   where n.nspname = 'hub' and c.relkind = 'r';
  execute format($f$create function access.involved_in_application(p_trigger uuid, p_member uuid) returns boolean language sql stable security definer set search_path = '' as $t$
    select %s
        or exists (select from hub.trigger t where t.id = p_trigger and (t.entered_by = p_member or t.case_id is not null and access.involved(t.case_id, p_member)
             or exists (select from hub.seat s where s.panel_id = t.panel_id and s.member_id = p_member and (upper(s.during) is null or upper(s.during) > t.received_on)))) $t$ $f$, v_rows);
end $$;
-- For the doors; not granted. Senior officers of relevant bodies: councils, police, health, and housing providers (2014 Act, section 105).
create function access.senior_officers(p_partnership uuid) returns table (member_id uuid, name text, agency text) language sql stable security definer set search_path = '' as $$
  select m.id, m.name, a.name from hub.member m join hub.agency a on a.partnership_id = m.partnership_id and a.id = m.agency_id join hub.signatory s on s.partnership_id = a.partnership_id and s.id = a.signatory_id
   where m.partnership_id = p_partnership and m.active and s.sector in ('COUNCIL', 'POLICE', 'HEALTH', 'HOUSING')
     and exists (select from hub.office o where o.member_id = m.id and o.role = 'SENIOR_OFFICER' and o.during @> hub.today()) $$;
-- For the doors; not granted. Whether a member is bound to the board, as whoever looks at what is shared there must be: its body's signature stands, or it has signed the undertaking itself.
create function access.bound(p_member uuid, p_panel uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from hub.member m join access.signature_in_force s on s.agency_id = m.agency_id and s.panel_id = p_panel where m.id = p_member)
      or exists (select from hub.undertaking u where u.member_id = p_member and u.panel_id = p_panel and u.during @> hub.today()) $$;
-- Reason: whoever names the reviewer of an appeal sees neither every bar nor every part that an officer had, and must be told that another is needed. Where the review is sealed, only somebody on its list could read it; one whom nothing binds to the board could not read it either. Result: one boolean, to who answers for that
-- application, of a senior officer of a relevant body of the partnership.
create function access.may_review_application(p_trigger uuid, p_member uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from hub.trigger t where t.id = p_trigger and t.partnership_id = hub.partnership() and t.panel_id = any (hub.pass('hub.handles')) and t.id <> all (hub.pass('hub.barred_applications'))
      and (t.case_id is null or not access.shut_to(hub.viewer(), t.case_id))
      and (t.case_id is null or not access.shut_to(p_member, t.case_id)) and p_member in (select o.member_id from access.senior_officers(t.partnership_id) o) and not access.involved_in_application(t.id, p_member)
      and access.bound(p_member, t.panel_id)) $$;
-- Reason: those who may be asked hold no seat on the board, so whoever names one would not see them. Result: their names and bodies, to who answers for that application.
create function access.application_reviewers(p_trigger uuid) returns table (member_id uuid, name text, agency text) language sql stable security definer set search_path = '' as $$
  select o.member_id, o.name, o.agency from access.senior_officers(hub.partnership()) o where access.may_review_application(p_trigger, o.member_id) order by o.name, o.member_id $$;
-- Reason: an empty or a short list must not look like a mistake. Result: whether a senior officer of a relevant body is not on it because nothing binds that officer to the board (which bodies have signed, every member
-- may know), and whether another is not because it had a part in it, or may not see it; of nobody which, and not how many.
create function access.application_reviewers_left_out(p_trigger uuid) returns table (unbound boolean, part boolean) language sql stable security definer set search_path = '' as $$
  select coalesce(bool_or(not x.bound), false), coalesce(bool_or(x.bound), false)
    from (select access.bound(o.member_id, t.panel_id) as bound from hub.trigger t, access.senior_officers(hub.partnership()) o
           where t.id = p_trigger and t.partnership_id = hub.partnership() and t.panel_id = any (hub.pass('hub.handles')) and not access.may_review_application(p_trigger, o.member_id)) x $$;

-- An appeal goes from step to step: a late one is taken or not, with a reason; a reviewer is named who had no part in it, or another in its place; the reviewer says what came of it.
create function access.guard_appeal() returns trigger language plpgsql security definer set search_path = '' as $$
declare v_handles boolean := old.panel_id = any (hub.pass('hub.handles'));
begin
  if old.outcome is not null or old.taken is false
    or (new.taken, new.taken_reason, new.taken_by, new.taken_at) is distinct from (old.taken, old.taken_reason, old.taken_by, old.taken_at)
      and (v_handles and old.late and old.taken is null and new.taken is not null and new.taken_by = hub.viewer()) is not true
    or (new.reviewer_id, new.named_by, new.named_at) is distinct from (old.reviewer_id, old.named_by, old.named_at)
      and (v_handles and new.named_by = hub.viewer() and new.reviewer_id is distinct from old.reviewer_id and access.may_review_application(old.trigger_id, new.reviewer_id)) is not true
    or (new.outcome, new.outcome_words, new.outcome_on, new.outcome_by) is distinct from (old.outcome, old.outcome_words, old.outcome_on, old.outcome_by)
      and (old.reviewer_id = hub.viewer() and new.reviewer_id = old.reviewer_id and new.outcome is not null and new.outcome_by = hub.viewer()) is not true then
    raise exception 'this is not the next step of an appeal, or not this viewer''s' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger hands_off before update on hub.trigger_appeal for each row when (current_user = 'hub_app') execute function access.guard_appeal();

-- For the triggers; not granted. Where there is a review, its file is opened to the reviewer of the appeal as to every appeal reviewer, and closed with the outcome or when another is named.
create function access.open_file(p_appeal hub.trigger_appeal) returns void language sql security definer set search_path = '' as $$
  insert into hub.appeal_review (partnership_id, id, case_id, panel_id, member_id, question, from_on, named_by)
  select t.partnership_id, gen_random_uuid(), t.case_id, t.panel_id, p_appeal.reviewer_id, 'The appeal against ' || t.reference, hub.today(), p_appeal.named_by
    from hub.trigger t where t.partnership_id = p_appeal.partnership_id and t.id = p_appeal.trigger_id and t.case_id is not null and p_appeal.reviewer_id is not null and p_appeal.outcome is null
     and not exists (select from hub.appeal_review r where r.case_id = t.case_id and r.member_id = p_appeal.reviewer_id and r.outcome is null) $$;
create function access.close_file(p_partnership uuid, p_trigger uuid, p_member uuid, p_outcome text, p_note text, p_by uuid) returns void language sql security definer set search_path = '' as $$
  update hub.appeal_review r set outcome = p_outcome, outcome_note = p_note, outcome_on = hub.today(), outcome_by = p_by, version = r.version + 1
    from hub.trigger t where t.partnership_id = p_partnership and t.id = p_trigger and r.partnership_id = t.partnership_id and r.case_id = t.case_id and r.member_id = p_member and r.outcome is null $$;

-- For the trigger; not granted. Designated officers and chairs are told of an appeal, and whoever answers for applications: that there is one, its reference, and no word of it. Not to whom a conflict
-- of interest, or the seal of its review, shuts it.
create function access.tell_of_appeal(p_appeal hub.trigger_appeal) returns void language plpgsql security definer set search_path = '' as $$
declare
  v hub.trigger;
  v_asked text := case when p_appeal.late then 'has asked, late, for an appeal' else 'has asked for an appeal' end;
begin
  select * into v from hub.trigger t where t.partnership_id = p_appeal.partnership_id and t.id = p_appeal.trigger_id;
  perform access.tell_triaging(v.partnership_id, v.panel_id, v.id, 'appeal asked for', 'OFFICIAL: an appeal has been asked for',
    'An applicant is not satisfied and ' || v_asked || '. The reference is ' || v.reference || case when p_appeal.late then E'.\n\nDecide first whether it is taken: {hub}' else E'.\n\nName who is to look at it again: {hub}' end || '/triggers/' || v.reference || E'/appeal\n', 'appeal ' || p_appeal.id);
  insert into hub.outbox (partnership_id, id, to_member, template, subject, body, once_key)
  select distinct on (m.id) m.partnership_id, gen_random_uuid(), m.id, 'appeal asked for', 'OFFICIAL: an appeal has been asked for',
         'An applicant for a case review is not satisfied and ' || v_asked || '. The reference is ' || v.reference
           || case when p_appeal.late then E'.\n\nFirst it is decided whether it is taken. If so, a senior' else E'.\n\nA senior' end || E' officer who had no part in it will be asked to look at it again.\n', 'appeal chair ' || p_appeal.id || ' ' || m.id
    from access.standing_facts f join hub.member m on m.partnership_id = f.partnership_id and m.id = f.member_id
   where f.partnership_id = v.partnership_id and f.panel_id = v.panel_id and f.role in ('CHAIR', 'VICE_CHAIR', 'INDEPENDENT_CHAIR') and f.member_active and f.seat_current and f.signed and f.undertaken
     and not access.application_shut_to(m.id, v.id)
  on conflict (partnership_id, once_key) do nothing;
  insert into hub.outbox (partnership_id, id, to_officer, template, subject, body, once_key)
  select d.partnership_id, gen_random_uuid(), d.id, 'notice', 'OFFICIAL: an appeal has been asked for',
         'To the designated officer of ' || s.name || E'\n\nAn applicant for an anti-social behaviour case review is not satisfied and has asked ' || p.name || case when p_appeal.late then ', late,' else '' end || E' for an appeal (Anti-social Behaviour, Crime and Policing Act 2014, Schedule 4). The reference is '
           || v.reference || case when p_appeal.late then E'.\n\nFirst it is decided whether it is taken. If so, a senior' else E'.\n\nA senior' end || E' officer of a relevant body who had no part in it will look at it again. Please do not reply to this message.\n', 'appeal notice ' || p_appeal.id || ' ' || d.id
    from hub.designated_officer d join hub.signatory s on s.partnership_id = d.partnership_id and s.id = d.signatory_id join hub.partnership p on p.id = d.partnership_id
   where d.partnership_id = v.partnership_id and d.during @> hub.today()
  on conflict (partnership_id, once_key) do nothing;
end $$;

-- What an appeal sets going: the clocks follow what happened to the application. A late one that is not taken has had its answer by that, and the applicant reads why. What the owner loads, without
-- anybody acting, is told to nobody.
create function access.appeal_goes_on() returns trigger language plpgsql security definer set search_path = '' as $$
declare v_acts boolean := hub.viewer() is not null or coalesce(current_setting('hub.service', true), '') <> '';
begin
  if tg_op = 'INSERT' then
    insert into hub.trigger_event (partnership_id, id, trigger_id, panel_id, kind, on_day, by) values (new.partnership_id, gen_random_uuid(), new.trigger_id, new.panel_id, 'APPEALED', new.asked_on, new.entered_by);
    if v_acts then perform access.tell_of_appeal(new); end if;
    return null;
  end if;
  if old.taken is null and new.taken is false then
    insert into hub.trigger_event (partnership_id, id, trigger_id, panel_id, kind, on_day, note, told, by)
    values (new.partnership_id, gen_random_uuid(), new.trigger_id, new.panel_id, 'APPEAL_DECIDED', hub.today(), 'Asked for too late, and not taken', 'You asked us to check our answer after the last day to ask. We did not take it. ' || new.taken_reason, new.taken_by);
  end if;
  if new.reviewer_id is distinct from old.reviewer_id then
    if old.reviewer_id is not null then
      perform access.close_file(new.partnership_id, new.trigger_id, old.reviewer_id, 'NO_LONGER_NEEDED', 'Another reviewer was named.', new.named_by);
    end if;
    perform access.open_file(new);
  end if;
  if old.outcome is null and new.outcome is not null then
    perform access.close_file(new.partnership_id, new.trigger_id, new.reviewer_id, case new.outcome when 'PARTLY' then 'PARTLY_UPHELD' else new.outcome end, 'What was found stands with the appeal.', new.outcome_by);
    insert into hub.trigger_event (partnership_id, id, trigger_id, panel_id, kind, on_day, by) values (new.partnership_id, gen_random_uuid(), new.trigger_id, new.panel_id, 'APPEAL_DECIDED', new.outcome_on, new.outcome_by);
    if v_acts then
      perform access.tell_triaging(t.partnership_id, t.panel_id, t.id, 'appeal decided', 'OFFICIAL: an appeal has been decided',
        'The reviewer has decided the appeal of ' || t.reference || E'. The applicant must be told.\n\nRead it: {hub}/triggers/' || t.reference || E'/appeal\n', 'appeal decided ' || new.id)
        from hub.trigger t where t.partnership_id = new.partnership_id and t.id = new.trigger_id;
    end if;
  end if;
  return null;
end $$;
create trigger goes_on after insert or update on hub.trigger_appeal for each row execute function access.appeal_goes_on();
-- A review that is opened while an appeal runs is open to its reviewer, too.
create function access.file_with_review() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform access.open_file(a) from hub.trigger_appeal a where a.partnership_id = new.partnership_id and a.trigger_id = new.id and a.outcome is null;
  return null;
end $$;
create trigger opens_file after update on hub.trigger for each row when (old.case_id is null and new.case_id is not null) execute function access.file_with_review();

-- Reason: the applicant asks for an appeal without an account, and must know until when. Result: of the application of that reference and code its area, state, day of receipt, the days of what happened, and
-- what was asked before; null for anything but the right two.
create function access.trigger_appeal_basis(p_reference text, p_hash text) returns jsonb language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('area', s.area, 'reference', t.reference, 'state', t.state, 'receivedOn', t.received_on, 'today', hub.today(),
      'events', coalesce((select jsonb_agg(jsonb_build_object('kind', e.kind, 'on', e.on_day) order by e.at, e.id) from hub.trigger_event e where e.partnership_id = t.partnership_id and e.trigger_id = t.id), '[]'),
      'appeals', coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'about', x.about, 'on', x.asked_on, 'ended', x.outcome is not null or x.taken is false, 'refused', x.taken is false, 'waits', x.late and x.taken is null) order by x.asked_at, x.id) from hub.trigger_appeal x where x.partnership_id = t.partnership_id and x.trigger_id = t.id), '[]'))
    from hub.trigger_applicant a join hub.trigger t on t.partnership_id = a.partnership_id and t.id = a.trigger_id join hub.trigger_scheme s on s.partnership_id = t.partnership_id
   where a.code_hash = p_hash and t.reference = p_reference and access.is_service('community trigger') $$;
-- Reason: as above, and what comes next by when. Result: the procedure by which that application is judged, which is published; none where the area had said nothing on the day of receipt, or for anything but the right two.
create function access.trigger_appeal_procedure(p_reference text, p_hash text) returns setof hub.trigger_arrangement language sql stable security definer set search_path = '' as $$
  select g.* from hub.trigger_applicant a join hub.trigger t on t.partnership_id = a.partnership_id and t.id = a.trigger_id join hub.trigger_arrangement g on g.partnership_id = t.partnership_id and g.during @> t.received_on
   where a.code_hash = p_hash and t.reference = p_reference and access.is_service('community trigger') $$;
-- Reason: as above. One at a time, and about the same thing once; a late one that was not taken was not looked at, and bars none. Sent twice it is one. The hub's day in London decides whether it is in time. Result: ASKED, RUNNING where another runs, ANSWERED where it was
-- asked before; null for anything but the right two, and where nothing has been decided yet or it was taken back.
create function access.trigger_ask_appeal(p_reference text, p_hash text, p_about text, p_words text, p_due date, p_once uuid) returns text language plpgsql security definer set search_path = '' as $$
declare v hub.trigger;
begin
  perform access.require_service('community trigger');
  select t.* into v from hub.trigger_applicant a join hub.trigger t on t.partnership_id = a.partnership_id and t.id = a.trigger_id where a.code_hash = p_hash and t.reference = p_reference for update of t;
  if v.id is null or v.state not in ('MET', 'NOT_MET', 'CLOSED') then return null; end if;
  if length(p_words) not between 1 and 4000 then raise exception 'this is more than an appeal holds' using errcode = 'insufficient_privilege'; end if;
  if exists (select from hub.trigger_appeal x where x.partnership_id = v.partnership_id and x.trigger_id = v.id and x.id = p_once) then return 'ASKED'; end if;
  if exists (select from hub.trigger_appeal x where x.partnership_id = v.partnership_id and x.trigger_id = v.id and x.outcome is null and x.taken is distinct from false) then return 'RUNNING'; end if;
  if exists (select from hub.trigger_appeal x where x.partnership_id = v.partnership_id and x.trigger_id = v.id and x.about = p_about and x.taken is distinct from false) then return 'ANSWERED'; end if;
  insert into hub.trigger_appeal (partnership_id, id, trigger_id, panel_id, about, words, received_how, asked_on, due_on) values (v.partnership_id, p_once, v.id, v.panel_id, p_about, p_words, 'ONLINE', hub.today(), p_due);
  return 'ASKED';
end $$;
