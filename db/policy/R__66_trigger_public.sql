-- Doors for people without an account (${flyway:timestamp}): whoever applies for a case review, and follows it with the code that the hub gave out. Each is for the hub's own
-- pages alone, which limit how often anybody may try; none tells whether a reference, a code or an area stands but by what it answers to the right ones.

-- Reason: what somebody types over days, without an account. Whoever has the code reads it back, for four weeks after it was last changed. Result: whether it stands.
create function access.trigger_draft_begin(p_area text, p_hash text, p_typed jsonb) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  perform access.require_service('community trigger');
  insert into hub.trigger_draft (partnership_id, id, code_hash, typed) select s.partnership_id, gen_random_uuid(), p_hash, p_typed from hub.trigger_scheme s where s.area = p_area and s.open;
  return found;
end $$;
create function access.trigger_draft_of(p_hash text) returns table (area text, typed jsonb, version int) language plpgsql stable security definer set search_path = '' as $$
begin
  perform access.require_service('community trigger');
  return query select s.area, d.typed, d.version from hub.trigger_draft d join hub.trigger_scheme s on s.partnership_id = d.partnership_id
    where d.code_hash = p_hash and d.saved_at >= hub.now() - interval '28 days';
end $$;
create function access.trigger_draft_keep(p_hash text, p_typed jsonb, p_version int) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  perform access.require_service('community trigger');
  if octet_length(p_typed::text) > 400000 then raise exception 'this is more than an application holds' using errcode = 'insufficient_privilege'; end if;
  update hub.trigger_draft set typed = p_typed, saved_at = hub.now(), version = version + 1 where code_hash = p_hash and version = p_version;
  return found;
end $$;
-- Reason: what somebody typed and did not send is gone four weeks after it was last changed, as the applicant was told, whether or not anybody begins another. Result: none.
create function access.forget_trigger_drafts() returns void language plpgsql security definer set search_path = '' as $$
begin
  perform access.require_service('community trigger');
  delete from hub.trigger_draft d where d.saved_at < hub.now() - interval '28 days';
end $$;

-- For the doors; not granted. To whoever answers for applications on the board: that there is something to read, and no word of it. Not to whom a conflict of interest, or the seal of its review,
-- shuts it.
create function access.tell_triaging(p_partnership uuid, p_panel uuid, p_trigger uuid, p_template text, p_subject text, p_body text, p_key text) returns void language sql security definer set search_path = '' as $$
  insert into hub.outbox (partnership_id, id, to_member, template, subject, body, once_key)
  select distinct on (m.id) m.partnership_id, gen_random_uuid(), m.id, p_template, p_subject, p_body, p_key || ' ' || m.id
    from access.standing_facts f join hub.member m on m.partnership_id = f.partnership_id and m.id = f.member_id
   where f.partnership_id = p_partnership and f.panel_id = p_panel and f.role in ('SPOC', 'COORDINATOR') and f.member_active and f.seat_current and f.signed and f.undertaken
     and not access.application_shut_to(m.id, p_trigger)
  on conflict (partnership_id, once_key) do nothing $$;
-- For the doors; not granted. To the applicant, where it said that a mail is safe, and did not ask to be called instead.
create function access.tell_applicant(p_partnership uuid, p_trigger uuid, p_template text, p_subject text, p_body text, p_key text) returns void language sql security definer set search_path = '' as $$
  insert into hub.outbox (partnership_id, id, to_applicant, template, subject, body, once_key)
  select a.partnership_id, gen_random_uuid(), a.trigger_id, p_template, p_subject, p_body, p_key || ' ' || a.trigger_id
    from hub.trigger_applicant a where a.partnership_id = p_partnership and a.trigger_id = p_trigger and a.safe_email and a.email <> '' and not 'CALL_ME' = any (a.needs)
  on conflict (partnership_id, once_key) do nothing $$;

-- Reason: an application reaches the partnership from anybody, and each relevant body by its designated officer, signed or not (the 2014 Act, section 104(3)(b)). Sent twice with one code it is
-- one application. Result: its reference; null where no draft stands under the code, or another than was read back to whoever sends it, or its area takes none. To a lost answer it is given again
-- for some minutes, and never of an application that somebody keyed in: the code alone opens nothing that was sent.
create function access.trigger_apply(p_hash text, p_version int, p jsonb, p_subject text, p_receipt text) returns text language plpgsql security definer set search_path = '' as $$
declare
  v_draft hub.trigger_draft;
  v_panel uuid;
  v_id uuid := gen_random_uuid();
  v_reference text;
begin
  perform access.require_service('community trigger');
  perform pg_advisory_xact_lock(hashtextextended('application ' || p_hash, 0));
  select t.reference into v_reference from hub.trigger_applicant a join hub.trigger t on t.partnership_id = a.partnership_id and t.id = a.trigger_id where a.code_hash = p_hash
    and t.entered_by is null and t.entered_at > hub.now() - interval '15 minutes';
  if v_reference is not null then return v_reference; end if;
  select * into v_draft from hub.trigger_draft d where d.code_hash = p_hash and d.version = p_version and d.saved_at >= hub.now() - interval '28 days' for update;
  select s.panel_id into v_panel from hub.trigger_scheme s where s.partnership_id = v_draft.partnership_id and s.open;
  if v_panel is null then return null; end if;
  insert into hub.trigger (partnership_id, id, panel_id, reference, received_on, received_how, applicant_kind, subject, happening, place, since, impact, wish, hate, hate_why, respondent, respondent_minor, landlord, children, involvement)
  values (v_draft.partnership_id, v_id, v_panel, '', hub.today(), 'ONLINE', p ->> 'kind', p ->> 'subject', p ->> 'happening', p ->> 'place', p ->> 'since', p ->> 'impact', p ->> 'wish', p ->> 'hate', p ->> 'hateWhy',
          p ->> 'respondent', p ->> 'respondentMinor', p ->> 'landlord', p ->> 'children', p ->> 'involvement') returning reference into v_reference;
  insert into hub.trigger_applicant (partnership_id, trigger_id, panel_id, name, organisation, victim_name, relation, consent, consent_how, under_18, address, telephone, email, reach_by, safe_email, safe_call, safe_letter, safe_times, needs, needs_more, code_hash)
  values (v_draft.partnership_id, v_id, v_panel, p ->> 'name', p ->> 'organisation', p ->> 'victimName', p ->> 'relation', p ->> 'consent', p ->> 'consentHow', p ->> 'under18', p ->> 'address', p ->> 'telephone', p ->> 'email', p ->> 'reachBy',
          (p ->> 'safeEmail')::boolean, (p ->> 'safeCall')::boolean, (p ->> 'safeLetter')::boolean, p ->> 'safeTimes', array(select jsonb_array_elements_text(p -> 'needs')), p ->> 'needsMore', p_hash);
  insert into hub.trigger_complaint (partnership_id, id, trigger_id, panel_id, position, happened_on, what, reported_on, reported_to, their_reference, answer)
  select v_draft.partnership_id, gen_random_uuid(), v_id, v_panel, c.n, (c.v ->> 'happenedOn')::date, c.v ->> 'what', (c.v ->> 'reportedOn')::date, c.v ->> 'reportedTo', c.v ->> 'reference', c.v ->> 'answer'
    from jsonb_array_elements(p -> 'reports') with ordinality as c (v, n);
  insert into hub.trigger_event (partnership_id, id, trigger_id, panel_id, kind, on_day) values (v_draft.partnership_id, gen_random_uuid(), v_id, v_panel, 'RECEIVED', hub.today());
  delete from hub.trigger_draft d where d.code_hash = p_hash;
  perform access.require_plain(p_subject, p_receipt, 'receipt');
  perform access.tell_applicant(v_draft.partnership_id, v_id, 'application receipt', p_subject, replace(p_receipt, '{reference}', v_reference), 'application receipt');
  perform access.tell_of_application(v_draft.partnership_id, v_panel, v_id, v_reference);
  return v_reference;
end $$;

-- For the doors; not granted. Whom the law and the board's own work require to know that an application has come: the designated officer of each relevant body, and the single point of contact.
create function access.tell_of_application(p_partnership uuid, p_panel uuid, p_trigger uuid, p_reference text) returns void language plpgsql security definer set search_path = '' as $$
begin
  perform access.tell_triaging(p_partnership, p_panel, p_trigger, 'application received', 'OFFICIAL: an application for a case review has come in',
    'An application for an anti-social behaviour case review has come in. Its reference is ' || p_reference || E'.\n\nRead it: {hub}/triggers/' || p_reference || E'\n', 'application ' || p_reference);
  insert into hub.trigger_event (partnership_id, id, trigger_id, panel_id, kind, on_day, note)
  values (p_partnership, gen_random_uuid(), p_trigger, p_panel, 'BODIES_TOLD', hub.today(), access.tell_designated(p_partnership, p_reference, p_reference)::text);
end $$;
-- Reason: an application that came by telephone, letter or in person is told of like any other, and its applicant is sent a receipt, where a mail is safe. Result: none; to whoever
-- entered it, once.
create function access.application_entered(p_trigger uuid, p_subject text, p_receipt text) returns void language plpgsql security definer set search_path = '' as $$
declare v hub.trigger;
begin
  select * into v from hub.trigger t where t.partnership_id = hub.partnership() and t.id = p_trigger and t.entered_by = hub.viewer() and t.panel_id = any (hub.pass('hub.handles'))
    and not exists (select from hub.trigger_event e where e.trigger_id = t.id and e.kind = 'BODIES_TOLD');
  if v.id is null then raise exception 'this application is not yours to tell of' using errcode = 'insufficient_privilege'; end if;
  perform access.require_plain(p_subject, p_receipt, 'receipt');
  perform access.tell_applicant(v.partnership_id, v.id, 'application receipt', p_subject, replace(p_receipt, '{reference}', v.reference), 'application receipt');
  perform access.tell_of_application(v.partnership_id, v.panel_id, v.id, v.reference);
end $$;

-- Reason: an applicant looks at its page only when it knows that something waits there. Result: none; to whoever wrote to it today, or recorded a letter as sent that no mail brought (a plan always: it
-- is asked about it there). No word of what it is, and one mail a day at most.
create function access.tell_to_read(p_trigger uuid) returns void language plpgsql security definer set search_path = '' as $$
declare v hub.trigger;
begin
  select * into v from hub.trigger t where t.partnership_id = hub.partnership() and t.id = p_trigger and t.panel_id = any (hub.pass('hub.handles')) and not access.application_shut_to(hub.viewer(), t.id)
    and (exists (select from hub.trigger_message m where m.partnership_id = t.partnership_id and m.trigger_id = t.id and not m.from_applicant and m.by = hub.viewer() and (m.at at time zone 'Europe/London')::date = hub.today())
      or exists (select from hub.trigger_letter l where l.partnership_id = t.partnership_id and l.trigger_id = t.id and l.sent_by = hub.viewer() and (l.kind = 'PLAN' or l.sent_how <> 'EMAIL')));
  if v.id is null then raise exception 'nothing of yours waits for this applicant' using errcode = 'insufficient_privilege'; end if;
  perform access.tell_applicant(v.partnership_id, v.id, 'something to read', 'There is something for you to read',
    E'There is something new for you to read.\n\nGo to {hub}/community-trigger/follow with your number and your code.\n', 'something to read ' || hub.today());
end $$;

-- For the doors; not granted. The application of that reference and that code; null for anything but the right two. Each is looked for by itself, once, whether or not the other was found, and only then
-- are they compared: how long a wrong number takes tells nothing that a wrong code would not.
create function access.application_of(p_reference text, p_hash text) returns uuid language plpgsql stable security definer set search_path = '' as $$
declare
  v_by_code uuid := (select a.trigger_id from hub.trigger_applicant a where a.code_hash = p_hash);
  v_by_reference uuid[] := array(select t.id from hub.trigger t where t.reference = p_reference);
begin
  return case when v_by_code = any (v_by_reference) then v_by_code end;
end $$;
-- Reason: the applicant follows its own application, with its reference and its code. Result: how it stands, what was written to and by the applicant, and the letters that were sent to it, and, where it asked to speak or be spoken for,
-- when the meeting is whose published agenda has its review; no note, no name of anybody
-- else, nothing of the review itself; nor that relevant bodies were told, where the list of their officers was empty. Null for anything but the right two.
create function access.trigger_track(p_reference text, p_hash text) returns jsonb language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('area', s.area, 'reference', t.reference, 'receivedOn', t.received_on, 'state', case when t.state in ('MET', 'NOT_MET') and not d.told then 'RECEIVED' else t.state end,
      'events', coalesce((select jsonb_agg(jsonb_build_object('kind', e.kind, 'stage', e.stage, 'on', e.on_day, 'told', e.told) order by e.at, e.id) from hub.trigger_event e where e.partnership_id = t.partnership_id and e.trigger_id = t.id and not (e.kind = 'BODIES_TOLD' and e.note = '0') and not (e.kind in ('MET', 'NOT_MET')
        and not exists (select from hub.trigger_event x where x.partnership_id = t.partnership_id and x.trigger_id = t.id and x.kind = 'DECISION_TOLD' and x.at >= e.at))), '[]'),
      'messages', coalesce((select jsonb_agg(jsonb_build_object('fromApplicant', m.from_applicant, 'kind', m.kind, 'body', m.body, 'at', m.at) order by m.at, m.id) from hub.trigger_message m where m.partnership_id = t.partnership_id and m.trigger_id = t.id), '[]'),
      'meeting', case when t.state = 'MET' and d.told and t.involvement in ('ATTEND', 'SPEAK_FOR') then (select to_char(m.starts_at at time zone 'Europe/London', 'YYYY-MM-DD"T"HH24:MI') from hub.agenda_item i
        join hub.meeting m on m.partnership_id = i.partnership_id and m.id = i.meeting_id where i.partnership_id = t.partnership_id and i.case_id = t.case_id and m.state = 'PUBLISHED' and m.starts_at > hub.now() order by m.starts_at limit 1) end,
      'letters', coalesce((select jsonb_agg(jsonb_build_object('kind', l.kind, 'title', l.title, 'body', l.body, 'sentOn', l.sent_on, 'language', l.language) order by l.sent_on, l.made_at, l.id) from hub.trigger_letter l where l.partnership_id = t.partnership_id and l.trigger_id = t.id and l.sent_on is not null), '[]'))
    from access.application_of(p_reference, p_hash) found (id) join hub.trigger t on t.id = found.id join hub.trigger_scheme s on s.partnership_id = t.partnership_id
      -- What was decided, the applicant reads once it was told of it, with the reason and how to appeal; not from a page, before anybody spoke to it.
      cross join lateral (select exists (select from hub.trigger_event e where e.partnership_id = t.partnership_id and e.trigger_id = t.id and e.kind = 'DECISION_TOLD'
        and e.at >= coalesce((select max(x.at) from hub.trigger_event x where x.partnership_id = t.partnership_id and x.trigger_id = t.id and x.kind in ('MET', 'NOT_MET')), e.at)) as told) d
   where access.is_service('community trigger') $$;

-- Reason: the applicant writes, complains about how it is handled, or withdraws, without an account. The same words sent twice from one page are kept once; other words are another message. Why it
-- withdraws is written to those who answer it, as all that it writes, and not noted where the whole board reads it. Result: whether reference and code were right and the application may still be
-- written to so.
create function access.trigger_write(p_reference text, p_hash text, p_kind text, p_body text, p_once uuid) returns boolean language plpgsql security definer set search_path = '' as $$
declare
  v hub.trigger;
  v_once uuid;
begin
  perform access.require_service('community trigger');
  select t.* into v from hub.trigger_applicant a join hub.trigger t on t.partnership_id = a.partnership_id and t.id = a.trigger_id where a.code_hash = p_hash and t.reference = p_reference for update of t;
  if v.id is null or p_kind <> all (array['MESSAGE', 'COMPLAINT', 'PLAN', 'WITHDRAW']) then return false; end if;
  v_once := md5(concat_ws(' ', v.id, p_once, p_kind, p_body))::uuid;
  if p_kind = 'WITHDRAW' then
    if v.state not in ('RECEIVED', 'MET') then return v.state = 'WITHDRAWN'; end if;
    update hub.trigger set state = 'WITHDRAWN', version = version + 1 where partnership_id = v.partnership_id and id = v.id;
    insert into hub.trigger_event (partnership_id, id, trigger_id, panel_id, case_id, kind, on_day, note) values (v.partnership_id, gen_random_uuid(), v.id, v.panel_id, v.case_id, 'WITHDRAWN', hub.today(), '');
  end if;
  if p_kind <> 'WITHDRAW' or p_body <> '' then
    insert into hub.trigger_message (partnership_id, id, trigger_id, panel_id, case_id, kind, from_applicant, body)
    values (v.partnership_id, v_once, v.id, v.panel_id, v.case_id, case when p_kind = 'WITHDRAW' then 'MESSAGE' else p_kind end, true, p_body) on conflict do nothing;
    if not found then return true; end if;
    -- What it thinks of the plan, asked of it in a letter, is its answer: it was consulted.
    if p_kind = 'PLAN' and v.state = 'MET' and exists (select from hub.trigger_letter l where l.partnership_id = v.partnership_id and l.trigger_id = v.id and l.kind = 'PLAN' and l.sent_on is not null) then
      insert into hub.trigger_event (partnership_id, id, trigger_id, panel_id, case_id, kind, on_day, note) values (v.partnership_id, gen_random_uuid(), v.id, v.panel_id, v.case_id, 'PLAN_CONSULTED', hub.today(), 'The applicant answered on its own page');
    end if;
  end if;
  perform access.tell_triaging(v.partnership_id, v.panel_id, v.id, 'applicant wrote', 'OFFICIAL: an applicant has written',
    'The applicant of ' || v.reference || E' has written, or withdrawn.\n\nRead it: {hub}/triggers/' || v.reference || E'\n', 'applicant wrote ' || v_once);
  return true;
end $$;
