-- The review of an application (${flyway:timestamp}): a case of the board.

-- For the doors; not granted. A name in one field as given names and family name: the last word is the family name.
create function access.named_apart(p_name text) returns table (given text, family text) language sql immutable set search_path = '' as $$
  select case when btrim(p_name) ~ '\s' then regexp_replace(btrim(p_name), '\s+\S+$', '') else '' end, regexp_replace(btrim(p_name), '^.*\s', '') $$;

-- Reason: whoever answers for applications opens a review, and may neither name a case's team nor write people into a case, which only chair and coordinator do. The application's people and case officer
-- begin to hang from the case, and conflicts of interest are found as on every case. Once only: of an application whose threshold is met, onto a case of its board that was opened today and that nothing
-- hangs from. The officer sits on the board or works for a body that signed, and no conflict of interest shuts the application to it. Result: none.
create function access.open_review(p_trigger uuid, p_case uuid, p_officer uuid) returns void language plpgsql security definer set search_path = '' as $$
declare
  v hub.trigger;
  a hub.trigger_applicant;
  v_name text;
  v_person uuid := gen_random_uuid();
begin
  select t.* into v from hub.trigger t join hub.case_file c on c.partnership_id = t.partnership_id and c.id = p_case and c.panel_id = t.panel_id
   where t.partnership_id = hub.partnership() and t.id = p_trigger and t.panel_id = any (hub.pass('hub.handles')) and t.state = 'MET' and t.case_id is null
     and t.id <> all (hub.pass('hub.barred_applications')) and c.state = 'OPEN' and not c.sealed and c.opened_on = hub.today()
     and not exists (select from hub.person x where x.partnership_id = c.partnership_id and x.case_id = c.id) and not exists (select from hub.referral x where x.partnership_id = c.partnership_id and x.case_id = c.id)
     and not exists (select from hub.trigger x where x.partnership_id = c.partnership_id and x.case_id = c.id)
   for update of t;
  if v.id is null then raise exception 'no review of this application can be opened' using errcode = 'insufficient_privilege'; end if;
  if p_officer is not null and not exists (select from access.may_take_review(p_trigger) o where o = p_officer) then
    raise exception 'this member cannot be the case officer' using errcode = 'insufficient_privilege';
  end if;
  select x.* into a from hub.trigger_applicant x where x.partnership_id = v.partnership_id and x.trigger_id = v.id;
  v_name := coalesce(nullif(a.victim_name, ''), a.name);
  -- Where it lives is how to reach it, and stays with those who do.
  insert into hub.person (partnership_id, id, panel_id, case_id, part, given_names, family_name, address, needs, search_name)
  select v.partnership_id, v_person, v.panel_id, p_case, 'VICTIM', n.given, n.family, '', a.needs_more, hub.folded(n.given || ' ' || n.family) from access.named_apart(v_name) n;
  -- How to reach somebody for whom another applied is not known: it goes through the applicant. Not safe to write at all is said only where neither a letter nor an e-mail is safe.
  insert into hub.safe_contact (partnership_id, person_id, panel_id, case_id, telephone, safe_to_call, safe_times, safe_to_write, advice)
  select v.partnership_id, v_person, v.panel_id, p_case, case when own then a.telephone else '' end, case when own then case when a.safe_call then 'YES' else 'NO' end else 'UNKNOWN' end, case when own then a.safe_times else '' end,
         case when not own then 'UNKNOWN' when a.safe_letter then 'YES' when a.safe_email then 'UNKNOWN' else 'NO' end,
         case when not own then 'Through ' || a.name || ', who applied' when a.safe_letter and a.safe_email then 'E-mail is safe, too' when a.safe_letter then 'No e-mail' when a.safe_email then 'By e-mail. No letters by post' else '' end
    from (select a.victim_name = '' as own) x;
  update hub.trigger set case_id = p_case, version = version + 1 where partnership_id = v.partnership_id and id = v.id;
  if p_officer is not null and not access.shut_to(p_officer, p_case) then
    insert into hub.case_team (partnership_id, id, case_id, panel_id, member_id, role, during) values (v.partnership_id, gen_random_uuid(), p_case, v.panel_id, p_officer, 'CASE_OFFICER', daterange(hub.today(), null));
    if p_officer <> hub.viewer() then
      insert into hub.outbox (partnership_id, id, to_member, template, subject, body, once_key)
      values (v.partnership_id, gen_random_uuid(), p_officer, 'case team', 'OFFICIAL: You are named on a case', E'You are now case officer on a case. Sign in to see it:\n{hub}/cases\n', 'case team ' || p_case || ' ' || p_officer)
      on conflict (partnership_id, once_key) do nothing;
    end if;
  end if;
end $$;

-- Reason: whoever answers for applications sees neither the bars nor the standing of others, and offers only who can be the case officer. Result: members with a seat on the board or of a body that signed for it,
-- to whom no conflict of interest shuts the application; to who handles it.
create function access.may_take_review(p_trigger uuid) returns setof uuid language sql stable security definer set search_path = '' as $$
  select m.id from hub.trigger t join hub.member m on m.partnership_id = t.partnership_id and m.active
   where t.partnership_id = hub.partnership() and t.id = p_trigger and t.panel_id = any (hub.pass('hub.handles')) and t.id <> all (hub.pass('hub.barred_applications'))
     and (exists (select from access.standing_facts f where f.member_id = m.id and f.panel_id = t.panel_id and f.seat_current and f.signed and f.undertaken)
       or m.agency_id in (select s.agency_id from access.signature_in_force s where s.panel_id = t.panel_id))
     and not access.application_shut_to(m.id, t.id) $$;

-- An application that was closed and is opened again, as after an appeal that was upheld, is reviewed again: its case is open again, and stands on the board's agendas. What ended the case was called off by it.
create function access.reopen_review() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update hub.case_exit x set cancelled_at = hub.now(), version = x.version + 1,
         note = concat_ws(E'\n', nullif(x.note, ''), 'Opened again on ' || to_char(hub.today(), 'FMDD FMMonth YYYY') || ': application ' || new.reference || ' is looked at once more.')
   where x.partnership_id = new.partnership_id and x.case_id = new.case_id and x.cancelled_at is null;
  update hub.case_file c set state = 'OPEN', closed_on = null where c.partnership_id = new.partnership_id and c.id = new.case_id and c.state <> 'OPEN';
  return null;
end $$;
create trigger reopens_review after update on hub.trigger for each row when (old.state = 'CLOSED' and new.state = 'MET' and new.case_id is not null) execute function access.reopen_review();

-- What the board decided on the review is on the application's record, by which its clocks go on: once a meeting, when it closes, by what stands then. To adjourn is not to review.
create function access.note_review() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into hub.trigger_event (partnership_id, id, trigger_id, panel_id, case_id, kind, on_day, by)
  select t.partnership_id, gen_random_uuid(), t.id, t.panel_id, t.case_id, 'REVIEWED', (new.starts_at at time zone 'Europe/London')::date, d.recorded_by
    from hub.decision d join hub.trigger t on t.partnership_id = d.partnership_id and t.case_id = d.case_id and t.state = 'MET'
   where d.partnership_id = new.partnership_id and d.meeting_id = new.id and not exists (select from hub.terms x, unnest(x.adjournments) a where x.partnership_id = d.partnership_id and x.panel_id = d.panel_id
       and x.during @> (new.starts_at at time zone 'Europe/London')::date and starts_with(lower(d.outcome), lower(a)))
     and not exists (select from hub.trigger_event e where e.partnership_id = t.partnership_id and e.trigger_id = t.id and e.kind = 'REVIEWED' and e.on_day = (new.starts_at at time zone 'Europe/London')::date);
  return null;
end $$;
create trigger reviewed after update on hub.meeting for each row when (old.state <> 'CLOSED' and new.state = 'CLOSED') execute function access.note_review();

-- Whom to tell and ask: seen with the application, written by whoever answers for it.
create policy visible on hub.trigger_asking for select to hub_app using (
  panel_id = any ((select hub.pass('hub.handles'))::uuid[]) or case_id is not null and panel_id = any ((select hub.pass('hub.panels'))::uuid[]) or case_id = any ((select hub.pass('hub.cases'))::uuid[]) or trigger_id = any ((select hub.pass('hub.appeals'))::uuid[]));
create policy made on hub.trigger_asking for insert to hub_app with check (
  panel_id = any ((select hub.pass('hub.handles'))::uuid[]) and made_by = (select hub.viewer()) and not proposed and referral_id is null and exists (select from hub.trigger t where t.id = trigger_id));
create policy kept on hub.trigger_asking for update to hub_app using (panel_id = any ((select hub.pass('hub.handles'))::uuid[]));

-- The referral that comes of it is a draft of whoever answers for the application.
create function access.guard_asking() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.referral_id is distinct from old.referral_id and (old.referral_id is null and old.told_on is null
      and exists (select from hub.referral r where r.partnership_id = new.partnership_id and r.id = new.referral_id and r.author_id = hub.viewer() and r.state = 'DRAFT')) is not true then
    raise exception 'what comes of it is a referral of one''s own, once' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger hands_off before update on hub.trigger_asking for each row when (current_user = 'hub_app') execute function access.guard_asking();
-- Whoever sends it on, a senior officer in the end, need not see the application: that the panel has it is noted here, or that it goes no further, and then it is still to be done.
create function access.note_referral() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.received_at is not null then
    update hub.trigger_asking a set told_on = hub.today(), told_how = 'By referral', version = a.version + 1
     where a.partnership_id = new.partnership_id and a.referral_id = new.id and a.told_on is null;
  elsif new.state in ('NOT_REFERRED', 'WITHDRAWN') then
    update hub.trigger_asking a set referral_id = null, version = a.version + 1 where a.partnership_id = new.partnership_id and a.referral_id = new.id;
  end if;
  return null;
end $$;
create trigger goes_on after update on hub.referral for each row when (new.state <> old.state) execute function access.note_referral();

-- Reason: whoever assesses a person at high risk, of the case team too, need not be who answers for the application, and it must not be forgotten [Lambeth 3.3.2]: the analyst and the panel for vulnerable
-- victims are to be told, at once. Of one's own assessment of that application or its review, in the same transaction; nothing where both are still to be done. The words are the hub's. Result: how many.
create function access.propose_referral(p_assessment uuid, p_due date) returns int language plpgsql security definer set search_path = '' as $$
declare
  a hub.assessment;
  v hub.trigger;
  v_panel text;
  v_count int;
begin
  select x.* into a from hub.assessment x join hub.instrument i on i.partnership_id = x.partnership_id and i.id = x.instrument_id and i.purpose = 'VULNERABILITY'
   where x.partnership_id = hub.partnership() and x.id = p_assessment and x.member_id = hub.viewer() and x.judgement = 'HIGH' and x.xmin::text = (pg_current_xact_id()::xid)::text;
  if a.id is null then raise exception 'only what was just judged to be high asks for it' using errcode = 'insufficient_privilege'; end if;
  select t.* into v from hub.trigger t where t.partnership_id = a.partnership_id and t.panel_id = a.panel_id and (t.id = a.trigger_id or a.trigger_id is null and t.case_id = a.case_id) for update;
  if v.id is null then return 0; end if;
  select case count(*) when 1 then min(p.name) else 'Panel for vulnerable victims' end into v_panel from hub.panel p where p.partnership_id = v.partnership_id and p.kind = 'VVP';
  insert into hub.trigger_asking (partnership_id, id, trigger_id, panel_id, reason, recipient, what, due_on, proposed, made_by)
  select v.partnership_id, gen_random_uuid(), v.id, v.panel_id, w.reason, w.recipient, w.what, greatest(p_due, hub.today()), true, hub.viewer()
    from (values ('VULNERABLE', 'Vulnerable victims analyst', 'The person was judged to be at high risk. Say so, and that a referral to the panel for vulnerable victims follows or why it does not.'),
                 ('VULNERABLE_PANEL', v_panel, 'The person was judged to be at high risk: refer them.')) as w (reason, recipient, what)
   where not exists (select from hub.trigger_asking x where x.partnership_id = v.partnership_id and x.trigger_id = v.id and x.reason = w.reason and x.told_on is null and x.not_needed = '');
  get diagnostics v_count = row_count;
  return v_count;
end $$;

-- Reason: nothing lapses unseen, and reminders go out without a viewer. For the hub's own work. Result: of each application that somebody has still to do something about, what its clocks are worked out from, whom it makes
-- necessary to tell and by when, and no word of it.
create function access.applications_running() returns table (partnership_id uuid, id uuid, received_on date, state text, events jsonb, boards date[], recurrence text, outstanding jsonb) language plpgsql stable security definer set search_path = '' as $$
begin
  perform access.require_service('reminders');
  return query select t.partnership_id, t.id, t.received_on, t.state,
      coalesce((select jsonb_agg(jsonb_build_object('kind', e.kind, 'on', e.on_day) order by e.at, e.id) from hub.trigger_event e where e.partnership_id = t.partnership_id and e.trigger_id = t.id), '[]'),
      array(select (m.starts_at at time zone 'Europe/London')::date from hub.meeting m where m.partnership_id = t.partnership_id and m.panel_id = t.panel_id and m.state <> 'CANCELLED' order by 1),
      coalesce((select a.recurrence from hub.arrangement a where a.partnership_id = t.partnership_id and a.panel_id = t.panel_id and a.during @> hub.today()), ''),
      case when t.state in ('RECEIVED', 'MET') then jsonb_build_object('hate', t.hate, 'respondentMinor', t.respondent_minor, 'children', t.children, 'landlord', t.landlord,
        'asked', coalesce((select jsonb_agg(jsonb_build_object('reason', k.reason, 'due', k.due_on, 'told', k.told_on is not null, 'answered', k.answered_on is not null, 'notNeeded', k.not_needed <> ''))
          from hub.trigger_asking k where k.partnership_id = t.partnership_id and k.trigger_id = t.id), '[]')) end
    from hub.trigger t where t.state <> 'WITHDRAWN' and (t.state <> 'CLOSED' or t.received_on > hub.today() - 730);
end $$;
-- Reason: as above. Result: the review procedures of all partnerships, which hold no personal data.
create function access.application_procedures() returns setof hub.trigger_arrangement language plpgsql stable security definer set search_path = '' as $$
begin
  perform access.require_service('reminders');
  return query select a.* from hub.trigger_arrangement a;
end $$;
-- Reason: as above. Result: who answers for an application, but for whom a conflict of interest or a seal shuts it to.
create function access.application_handlers(p_trigger uuid) returns setof uuid language plpgsql stable security definer set search_path = '' as $$
begin
  perform access.require_service('reminders');
  return query select distinct f.member_id from hub.trigger t join access.standing_facts f on f.partnership_id = t.partnership_id and f.panel_id = t.panel_id
   where t.id = p_trigger and f.role in ('SPOC', 'COORDINATOR') and f.member_active and f.seat_current and f.signed and f.undertaken
     and not access.application_shut_to(f.member_id, t.id);
end $$;
