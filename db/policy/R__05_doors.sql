-- Doors (${flyway:timestamp}): what must look past the rule, each with its reason, a narrow result and a test. All run with the owner's rights and a fixed search_path.

-- Reason: the hub's own work (mail, reminders) has no viewer. It enters under a name instead, once, and never in a transaction that a person has
-- entered; the doors meant for it open to that name alone, so that no person can walk through them. Result: none.
create function access.enter_service(p_name text) returns void language plpgsql security definer set search_path = '' as $$
begin
  if coalesce(current_setting('hub.sign_in', true), '') <> '' or hub.viewer() is not null or coalesce(current_setting('hub.service', true), '') not in ('', p_name) then
    raise exception 'somebody has already entered this transaction' using errcode = 'insufficient_privilege';
  end if;
  if p_name !~ '^[a-z ]{1,40}$' then
    raise exception 'no such service' using errcode = 'insufficient_privilege';
  end if;
  perform set_config('hub.service', p_name, true);
end $$;
-- For the doors themselves; not granted.
create function access.is_service(p_name text) returns boolean language sql stable set search_path = '' as $$
  select hub.viewer() is null and coalesce(current_setting('hub.service', true), '') = p_name $$;
create function access.require_service(p_name text) returns void language plpgsql stable set search_path = '' as $$
begin
  if not access.is_service(p_name) then
    raise exception 'this is the hub''s own work' using errcode = 'insufficient_privilege';
  end if;
end $$;

-- Reason: before a person is linked, nobody is signed in who could see the invitation. It links the sign-in that entered this transaction and no
-- other. Result: one word.
create function access.accept_invitation(p_code_hash text) returns text language plpgsql security definer set search_path = '' as $$
declare
  v hub.invitation;
  v_sign_in jsonb := nullif(current_setting('hub.sign_in', true), '')::jsonb;
begin
  if v_sign_in is null then raise exception 'nobody has signed in' using errcode = 'insufficient_privilege'; end if;
  select * into v from hub.invitation where code_hash = p_code_hash for update;
  if v.id is null then return 'UNKNOWN'; end if;
  if v.used_at is not null then return 'USED'; end if;
  if v.expires_at < hub.now() or not exists (select from hub.member m where m.partnership_id = v.partnership_id and m.id = v.member_id and m.active) then return 'EXPIRED'; end if;
  if exists (select from hub.sign_in where issuer = v_sign_in ->> 0 and subject = v_sign_in ->> 1) then return 'ALREADY_LINKED'; end if;
  if exists (select from hub.sign_in where partnership_id = v.partnership_id and member_id = v.member_id) then return 'USED'; end if;
  perform set_config('hub.service', 'invitation', true);
  insert into hub.sign_in (issuer, subject, partnership_id, member_id) values (v_sign_in ->> 0, v_sign_in ->> 1, v.partnership_id, v.member_id);
  update hub.invitation set used_at = hub.now() where partnership_id = v.partnership_id and id = v.id;
  perform set_config('hub.service', '', true);
  return 'LINKED';
end $$;

-- For the doors; not granted. Whether a date stands in the member's diary: by a seat, to watch, or as a guest for a case that is neither shut to it nor sealed without it.
create function access.has_date(p_member uuid, p_meeting uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from hub.meeting t join hub.member m on m.partnership_id = t.partnership_id and m.id = p_member and m.active
   where t.id = p_meeting
     and (exists (select from hub.seat s where s.member_id = m.id and s.panel_id = t.panel_id and s.during @> hub.today())
       or exists (select from hub.attendance a where a.meeting_id = t.id and a.member_id = m.id and a.capacity = 'OBSERVER')
       or exists (select from hub.guest g join hub.case_file c on c.partnership_id = g.partnership_id and c.id = g.case_id
         where g.meeting_id = t.id and g.member_id = m.id and g.ended_at is null
           and not exists (select from hub.case_bar b where b.case_id = c.id and b.member_id = m.id and b.lifted_at is null)
           and (not c.sealed or exists (select from hub.admission d where d.case_id = c.id and d.member_id = m.id))))) $$;
-- For the doors; not granted. How often the entry of a meeting changed for one member (RFC 5545, section 3.8.7.4): with the meeting, and with each beginning and end of an invitation as a guest,
-- which no other member's entry may tell of.
create function access.entry_sequence(p_member uuid, p_meeting uuid) returns int language sql stable security definer set search_path = '' as $$
  select t.sequence + (select count(*) + count(g.ended_at) from hub.guest g where g.meeting_id = t.id and g.member_id = p_member)::int from hub.meeting t where t.id = p_meeting $$;
-- For the doors; not granted.
create function access.require_plain(p_subject text, p_body text, p_once_key text) returns void language plpgsql stable set search_path = '' as $$
begin
  if (p_subject || ' ' || p_body) ~* '://|www[.]|mailto:' or p_subject ~ '[\r\n]' or length(p_subject) not between 1 and 200 or length(p_body) > 10000 or length(p_once_key) > 200 then
    raise exception 'a mail names no address but the hub''s own' using errcode = 'insufficient_privilege';
  end if;
end $$;

-- Reason: a mail goes to colleagues who may not see each other, and its text is nobody's to read afterwards. Only to an open account of the sender's own
-- partnership, only a mail that the hub knows, without any address of another place: "{hub}" stands for the hub's own until the mail is sent. Whoever
-- puts one in is on record. A key is the sender's own, so that nobody can hold back another's mail by taking it first. The entry of a meeting goes with it only
-- where the sender prepares its panel's meetings: what the entry says is read when the mail is sent. Result: none.
create function access.post(p_to uuid, p_template text, p_subject text, p_body text, p_once_key text, p_meeting uuid) returns void language plpgsql security definer set search_path = '' as $$
declare
  v_id uuid := gen_random_uuid();
begin
  if hub.viewer() is null or not exists (select from hub.member m where m.partnership_id = hub.partnership() and m.id = p_to) then
    raise exception 'this mail has no recipient here' using errcode = 'insufficient_privilege';
  end if;
  if p_template <> all (array['agenda', 'meeting', 'meeting moved', 'meeting cancelled', 'guest ended', 'observer', 'minutes', 'research-asked', 'on-the-list', 'sign-off', 'signed-off',
      'referral-decision', 'referral-not-referred', 'referral-received', 'referral-answered', 'invitation', 'onward-asked', 'onward-answered', 'guest', 'deputy', 'review', 'case team',
      'edition-to-sign', 'signature-withdrawn', 'late case', 'case handover', 'case handover answered'])
    or p_template = 'invitation' and not hub.office('ADMINISTRATOR') then
    raise exception 'the hub sends no such mail' using errcode = 'insufficient_privilege';
  end if;
  perform access.require_plain(p_subject, p_body, p_once_key);
  if p_meeting is not null and not exists (select from hub.meeting t where t.partnership_id = hub.partnership() and t.id = p_meeting and t.panel_id = any (hub.pass('hub.prepares'))) then
    raise exception 'this meeting is not yours to invite to' using errcode = 'insufficient_privilege';
  end if;
  if not exists (select from hub.member m where m.partnership_id = hub.partnership() and m.id = p_to and m.active) then return; end if;
  insert into hub.outbox (partnership_id, id, to_member, template, subject, body, once_key, about_meeting)
  values (hub.partnership(), v_id, p_to, p_template, p_subject, p_body, hub.viewer() || ' ' || p_once_key, p_meeting) on conflict (partnership_id, once_key) do nothing;
  if found then
    insert into audit.entry (partnership_id, member_id, agency_id, capacity, act, kind, subject)
    values (hub.partnership(), hub.viewer(), hub.agency(), audit.capacity(null), 'INSERT', 'outbox', v_id::text);
  end if;
end $$;

-- Reason: whoever moves or cancels a meeting does not see each guest of it: a case may be shut or sealed to the one and open to the other. All who are invited and in whose
-- diary the date stands are told, and how many that is, is not. On record once, with the meeting. Result: none.
create function access.tell_invited(p_meeting uuid, p_template text, p_subject text, p_body text, p_once_key text) returns void language plpgsql security definer set search_path = '' as $$
declare v_panel uuid;
begin
  select t.panel_id into v_panel from hub.meeting t where t.partnership_id = hub.partnership() and t.id = p_meeting and t.panel_id = any (hub.pass('hub.prepares'));
  if hub.viewer() is null or v_panel is null or p_template <> all (array['meeting moved', 'meeting cancelled']) then
    raise exception 'this is not yours to tell' using errcode = 'insufficient_privilege';
  end if;
  perform access.require_plain(p_subject, p_body, p_once_key);
  insert into hub.outbox (partnership_id, id, to_member, template, subject, body, once_key, about_meeting)
  select a.partnership_id, gen_random_uuid(), a.member_id, p_template, p_subject, p_body, hub.viewer() || ' ' || p_once_key || '/' || a.member_id, p_meeting
    from hub.attendance a where a.partnership_id = hub.partnership() and a.meeting_id = p_meeting and access.has_date(a.member_id, p_meeting)
  on conflict (partnership_id, once_key) do nothing;
  insert into audit.entry (partnership_id, member_id, agency_id, capacity, act, kind, subject, panel_id)
  values (hub.partnership(), hub.viewer(), hub.agency(), audit.capacity(v_panel), 'INSERT', 'outbox', p_meeting::text, v_panel);
end $$;

-- Reason: the mail worker serves every partnership and no viewer. Result: mails due now, claimed so that no other node sends them;
-- a claim that a killed node left behind ends by itself. A mail without an address waits aside and keeps none of the others back. Of the meeting whose entry goes with a
-- mail: what stands in the recipient's diary, as it is now. A mail about a date that is not in its diary any more, such as a guest's who was shut out of the case since, is
-- taken out unsent, and so is the end of an invitation where the date stands for another reason.
create function access.claim_mail(p_most int, p_claim interval) returns table (partnership_id uuid, id uuid, address text, subject text, body text, tries int,
  meeting_id uuid, panel text, starts_at timestamptz, length_minutes int, venue text, online_link text, sequence int, cancelled boolean, reminder boolean)
language plpgsql security definer set search_path = '' as $$
begin
  perform access.require_service('mail');
  -- Reminders of one member that wait go as one mail. One node at a time puts them together: two would say everything twice.
  perform pg_advisory_xact_lock(hashtextextended('reminders go as one mail', 0));
  with waiting as (
    select o.partnership_id, o.to_member, o.id, o.body, first_value(o.id) over w as into_id, count(*) over (partition by o.partnership_id, o.to_member) as many from hub.outbox o
     where o.template = 'reminder' and o.sent_at is null and o.given_up_at is null and o.next_try_at <= hub.now() and (o.claimed_until is null or o.claimed_until < now()) and o.tries = 0
    window w as (partition by o.partnership_id, o.to_member order by o.made_at, o.id)),
  together as (
    select w.partnership_id, w.into_id, w.many, string_agg(w.body, E'\n\n' order by w.id <> w.into_id, w.id) as body from waiting w where w.many > 1 group by w.partnership_id, w.into_id, w.many)
  update hub.outbox o set subject = case when o.id = t.into_id then 'OFFICIAL: ' || t.many || ' reminders from Panel Hub' else o.subject end,
      body = case when o.id = t.into_id then t.body else '' end, sent_at = case when o.id = t.into_id then null else hub.now() end
    from waiting w join together t on t.partnership_id = w.partnership_id and t.into_id = w.into_id where o.partnership_id = w.partnership_id and o.id = w.id;
  delete from hub.outbox o where o.about_meeting is not null and o.sent_at is null and o.given_up_at is null and o.next_try_at <= hub.now() and (o.claimed_until is null or o.claimed_until < now())
     and access.has_date(o.to_member, o.about_meeting) = (o.template = 'guest ended');
  return query
  with claimed as (update hub.outbox o set claimed_until = now() + p_claim, tries = o.tries + 1
    from (select x.partnership_id, x.id, coalesce(c.email, d.email, n.email) as email from hub.outbox x left join hub.member_contact c on c.partnership_id = x.partnership_id and c.member_id = x.to_member
            left join hub.designated_officer d on d.partnership_id = x.partnership_id and d.id = x.to_officer
            -- An applicant may have said since that a mail is not safe, or asked to be called instead.
            left join hub.trigger_applicant n on n.partnership_id = x.partnership_id and n.trigger_id = x.to_applicant and n.safe_email and n.email <> '' and not 'CALL_ME' = any (n.needs)
           where coalesce(c.email, d.email, n.email) is not null and x.sent_at is null and x.given_up_at is null and x.next_try_at <= hub.now() and (x.claimed_until is null or x.claimed_until < now())
           order by x.next_try_at limit p_most for update of x skip locked) due
   where o.partnership_id = due.partnership_id and o.id = due.id
  returning o.partnership_id, o.id, due.email, o.subject, o.body, o.tries, o.template, o.about_meeting, o.to_member)
  select c.partnership_id, c.id, c.email, c.subject, c.body, c.tries, t.id, p.name, t.starts_at, t.length_minutes, t.venue, t.online_link, access.entry_sequence(c.to_member, t.id), t.state = 'CANCELLED' or c.template = 'guest ended', c.template = 'reminder'
    from claimed c left join hub.meeting t on t.partnership_id = c.partnership_id and t.id = c.about_meeting left join hub.panel p on p.partnership_id = t.partnership_id and p.id = t.panel_id;
end $$;

-- Reason: as above. The text of an invitation holds its code, which the hub keeps nowhere: it goes when it is sent. Result: none.
create function access.mail_sent(p_partnership uuid, p_id uuid) returns void language plpgsql security definer set search_path = '' as $$
begin
  perform access.require_service('mail');
  update hub.outbox set sent_at = hub.now(), claimed_until = null, last_error = null, body = case when template = 'invitation' then '' else body end
   where partnership_id = p_partnership and id = p_id and sent_at is null;
end $$;
create function access.mail_failed(p_partnership uuid, p_id uuid, p_error text, p_next timestamptz, p_give_up boolean) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform access.require_service('mail');
  -- A mail server repeats the address that it refuses, and an applicant's is not the administrator's to read.
  update hub.outbox set claimed_until = null, last_error = case when to_applicant is null then left(p_error, 500) else 'The mail server did not take it' end, next_try_at = coalesce(p_next, next_try_at), given_up_at = case when p_give_up then hub.now() end
   where partnership_id = p_partnership and id = p_id and sent_at is null;
end $$;

-- Reason: nobody may change what lies in the outbox; an administrator who has read why a mail failed may have it tried again. Result: whether there was such a mail.
create function access.retry_mail(p_id uuid) returns boolean language sql security definer set search_path = '' as $$
  with again as (
    update hub.outbox set given_up_at = null, next_try_at = hub.now(), tries = 0
     where partnership_id = hub.partnership() and id = p_id and sent_at is null and (claimed_until is null or claimed_until < now()) and hub.office('ADMINISTRATOR') returning id),
  noted as (
    insert into audit.entry (partnership_id, member_id, agency_id, capacity, act, kind, subject)
    select hub.partnership(), hub.viewer(), hub.agency(), audit.capacity(null), 'UPDATE', 'outbox', id::text from again)
  select exists (select from again) $$;

-- For references; not granted. So many letters and figures at random, without I, L, O, U, 0 and 1: read aloud and typed without mistakes.
create function access.drawn(p_count int) returns text language sql volatile set search_path = '' as $$
  select string_agg(substr('ABCDEFGHJKMNPQRSTVWXYZ23456789', 1 + (get_byte(uuid_send(gen_random_uuid()), 0) * 30 / 256), 1), '') from generate_series(1, p_count) $$;
-- Reason: a case reference must be unique in the partnership, and a clash with a hidden case must not be told by an error. Result: a free random reference.
create function access.new_reference() returns text language plpgsql security definer set search_path = '' as $$
declare
  v text;
begin
  loop
    select p.reference_prefix || '-' || access.drawn(5) into v from hub.partnership p where p.id = hub.partnership();
    if v is null then return null; end if;
    exit when not exists (select from hub.case_file c where c.partnership_id = hub.partnership() and c.reference = v);
  end loop;
  return v;
end $$;

-- Reason: on acceptance the referral's people, safe-contact facts and assessments begin to hang from the case, also those the triager may not read.
-- Once only: an accepted referral, onto the case that it opened, which nothing hangs from yet. Result: none.
create function access.adopt_referral(p_referral uuid, p_case uuid) returns void language plpgsql security definer set search_path = '' as $$
declare v_panel uuid;
begin
  select r.panel_id into v_panel from hub.referral r join hub.case_file c on c.partnership_id = r.partnership_id and c.id = r.case_id and c.panel_id = r.panel_id
   where r.id = p_referral and r.partnership_id = hub.partnership() and r.panel_id = any (hub.pass('hub.triages')) and r.case_id = p_case and r.state = 'ACCEPTED'
     and not c.sealed and c.id <> all (hub.pass('hub.barred'))
     and not exists (select from hub.referral other where other.partnership_id = r.partnership_id and other.case_id = p_case and other.id <> r.id)
     and not exists (select from hub.person p where p.partnership_id = r.partnership_id and (p.case_id = p_case or p.referral_id = r.id and p.case_id is not null))
     and not exists (select from hub.case_reference f where f.partnership_id = r.partnership_id and f.case_id = p_case)
     for update of r;
  if v_panel is null then raise exception 'this referral is not yours to accept' using errcode = 'insufficient_privilege'; end if;
  update hub.person set case_id = p_case where referral_id = p_referral and panel_id = v_panel;
  update hub.safe_contact set case_id = p_case where referral_id = p_referral and panel_id = v_panel;
  update hub.assessment set case_id = p_case where referral_id = p_referral and panel_id = v_panel;
  -- The referring agency finds the case by its own reference, which nobody else sees.
  insert into hub.case_reference (partnership_id, case_id, panel_id, agency_id, reference)
  select r.partnership_id, p_case, v_panel, r.agency_id, r.own_reference from hub.referral r where r.id = p_referral and r.agency_id is not null and r.own_reference <> '';
end $$;

-- Reason: a partnership begins before anyone can sign in to it. For the migrating role only, by command. Result: the administrator's account, to be linked by the invitation.
create function access.found_partnership(p_name text, p_prefix text, p_body text, p_administrator text, p_email text, p_code_hash text, p_expires timestamptz) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_partnership uuid := gen_random_uuid();
  v_signatory uuid := gen_random_uuid();
  v_agency uuid := gen_random_uuid();
  v_member uuid := gen_random_uuid();
begin
  perform set_config('hub.service', 'founding', true);
  insert into hub.partnership (id, name, reference_prefix) values (v_partnership, p_name, p_prefix);
  insert into hub.signatory (partnership_id, id, name, sector, relevant_authority) values (v_partnership, v_signatory, p_body, 'COUNCIL', true);
  insert into hub.agency (partnership_id, id, signatory_id, name, short_name, kind) values (v_partnership, v_agency, v_signatory, p_body || ' community safety', 'community safety', 'COMMUNITY_SAFETY');
  insert into hub.member (partnership_id, id, agency_id, name) values (v_partnership, v_member, v_agency, p_administrator);
  insert into hub.member_contact (partnership_id, member_id, email) values (v_partnership, v_member, p_email);
  insert into hub.office (partnership_id, id, member_id, role, during) values (v_partnership, gen_random_uuid(), v_member, 'ADMINISTRATOR', daterange(hub.today(), null));
  insert into hub.invitation (partnership_id, id, member_id, code_hash, expires_at) values (v_partnership, gen_random_uuid(), v_member, p_code_hash, p_expires);
  return v_member;
end $$;

-- Reason: reminders go out without a viewer. Result: who is to be reminded of how many actions, without any word of them. Whoever owns one by name
-- or represents the agency that does; and as many as their own page of actions counts, so that a number never tells of a case that is shut to them.
create function access.overdue_actions() returns table (partnership_id uuid, member_id uuid, actions bigint) language plpgsql stable security definer set search_path = '' as $$
begin
  perform access.require_service('reminders');
  return query
  -- Where nobody is named, or who is named cannot open it any more, those of the agency to whom it is open.
  select m.partnership_id, m.id, count(distinct a.id)
    from hub.action a
    cross join lateral (select case when a.owner_member_id is not null and access.action_open(a.owner_member_id, a.id) then a.owner_member_id end as member_id) o
    join hub.member m on m.partnership_id = a.partnership_id and m.active and (m.id = o.member_id or o.member_id is null and m.agency_id = a.owner_agency_id)
    left join hub.seat s on s.partnership_id = a.partnership_id and s.panel_id = a.panel_id and s.member_id = m.id and s.during @> hub.today()
   where a.state = 'OPEN' and a.due_on < hub.today() and access.action_open(m.id, a.id)
   group by m.partnership_id, m.id
  having bool_or(o.member_id is not null or s.role = 'REPRESENTATIVE');
end $$;
-- Requests for information that wait for an answer by the given day, and how many of them are late: whoever is asked (sharing.research) and may know of the case.
create function access.research_due(p_until date) returns table (partnership_id uuid, member_id uuid, requests bigint, late bigint) language plpgsql stable security definer set search_path = '' as $$
begin
  perform access.require_service('reminders');
  return query
  select m.partnership_id, m.id, count(distinct r.id), count(distinct r.id) filter (where r.due_on < hub.today())
    from hub.research_request r
    join hub.case_file c on c.partnership_id = r.partnership_id and c.id = r.case_id and c.state = 'OPEN'
    join hub.member m on m.partnership_id = r.partnership_id and m.agency_id = r.agency_id and m.active
    join access.standing_facts s on s.partnership_id = r.partnership_id and s.panel_id = r.panel_id and s.member_id = m.id and s.seat_current and s.signed and s.undertaken
     and s.role in ('REPRESENTATIVE', 'DEPUTY', 'RESEARCHER', 'VICTIM_REPRESENTATIVE')
   where r.answered_at is null and r.due_on <= p_until
     and not exists (select from hub.case_bar b where b.case_id = r.case_id and b.member_id = m.id and b.lifted_at is null)
     and (not c.sealed or exists (select from hub.admission d where d.case_id = c.id and d.member_id = m.id))
   group by m.partnership_id, m.id;
end $$;
-- Declarations for meetings of that day that are not signed yet, of members who are expected.
create function access.declarations_due(p_day date) returns table (partnership_id uuid, member_id uuid, meetings bigint) language plpgsql stable security definer set search_path = '' as $$
begin
  perform access.require_service('reminders');
  return query
  select m.partnership_id, m.id, count(*)
    from hub.meeting t join hub.attendance a on a.partnership_id = t.partnership_id and a.meeting_id = t.id and a.capacity = 'MEMBER' and a.reply <> 'APOLOGIES'
    join hub.member m on m.partnership_id = a.partnership_id and m.id = a.member_id and m.active
   where t.state in ('PUBLISHED', 'OPEN') and (t.starts_at at time zone 'Europe/London')::date = p_day and access.has_date(m.id, t.id)
     and exists (select from access.standing_facts s where s.partnership_id = t.partnership_id and s.panel_id = t.panel_id and s.member_id = m.id and s.seat_current and s.signed and s.undertaken)
     and not exists (select from hub.declaration d where d.partnership_id = t.partnership_id and d.meeting_id = t.id and d.member_id = m.id)
   group by m.partnership_id, m.id;
end $$;
-- As often as the member has chosen, a day or a week (from Monday) at most: what comes up after its mail went is told with the next. What cannot wait is told in any case.
create function access.remind(p_partnership uuid, p_member uuid, p_subject text, p_body text, p_key text, p_urgent boolean) returns void language plpgsql security definer set search_path = '' as $$
declare v_how text := coalesce((select c.how from hub.reminder_choice c where c.partnership_id = p_partnership and c.member_id = p_member), 'DAILY');
begin
  perform access.require_service('reminders');
  if not p_urgent and (v_how = 'NEVER' or exists (select from hub.outbox o where o.partnership_id = p_partnership and o.to_member = p_member and o.template = 'reminder'
      and (o.sent_at at time zone 'Europe/London')::date >= case v_how when 'WEEKLY' then date_trunc('week', hub.today())::date else hub.today() end)) then
    return;
  end if;
  insert into hub.outbox (partnership_id, id, to_member, template, subject, body, once_key) values (p_partnership, gen_random_uuid(), p_member, 'reminder', p_subject, p_body, 'reminders ' || p_key)
  on conflict on constraint outbox_partnership_id_once_key_key do nothing;
end $$;

-- Reason: an observer, a guest or an appeal reviewer works with no one on the panel yet, so the coordinator may not see the account to name. Result: an
-- id, to whoever prepares meetings or triages and knows the work address already.
create function access.member_at(p_email text) returns uuid language sql stable security definer set search_path = '' as $$
  select m.id from hub.member m join hub.member_contact c on c.partnership_id = m.partnership_id and c.member_id = m.id
   where m.partnership_id = hub.partnership() and m.active and lower(c.email) = lower(p_email) and (cardinality(hub.pass('hub.prepares')) > 0 or cardinality(hub.pass('hub.triages')) > 0) limit 1 $$;

-- Reason: a mail that a case waits would tell a barred member, or one who is not admitted to a sealed case, that there is a case. Who prepares
-- the panel sees neither of another agency's bars nor admissions. Result: of the members named, those who may know; to those who prepare or
-- triage the panel, and to anybody of the panel about its coordinators, whom a declared conflict of interest is told to.
create function access.may_be_told(p_case uuid, p_members uuid[]) returns setof uuid language sql stable security definer set search_path = '' as $$
  select m.id from hub.case_file c join hub.member m on m.partnership_id = c.partnership_id and m.id = any (p_members) and m.active
   where c.id = p_case and c.partnership_id = hub.partnership()
     and (c.panel_id = any (hub.pass('hub.prepares')) or c.panel_id = any (hub.pass('hub.triages'))
       or (c.id = any (hub.pass('hub.cases')) or c.panel_id = any (hub.pass('hub.panels')))
         and exists (select from hub.seat s where s.member_id = m.id and s.panel_id = c.panel_id and s.role = 'COORDINATOR' and s.during @> hub.today()))
     and c.id <> all (hub.pass('hub.barred')) and (not c.sealed or c.id = any (hub.pass('hub.admitted')))
     and not exists (select from hub.case_bar b where b.case_id = c.id and b.member_id = m.id and b.lifted_at is null)
     and (not c.sealed or exists (select from hub.admission a where a.case_id = c.id and a.member_id = m.id)) $$;

-- Reason: whoever comes second with a change is told who saved first, also where the record itself is not theirs to read. Asked only by pages that
-- have loaded the row; of the tables that two people may change at once, on a panel where the viewer has a place, past no bar and no seal, and of
-- information by its own agency only. Result: ids of member and agency, and when; the name comes from hub.member, under its own rule.
create function access.last_write(p_table text, p_id uuid) returns table (member_id uuid, agency_id uuid, at timestamptz) language sql stable security definer set search_path = '' as $$
  select e.member_id, e.agency_id, e.at from audit.entry e
   where e.partnership_id = hub.partnership() and e.kind = p_table and e.subject = p_id::text and e.act in ('INSERT', 'UPDATE')
     and p_table in ('signatory', 'agency', 'member', 'panel', 'terms', 'protocol', 'legal_basis', 'signature', 'meeting', 'minutes_paragraph', 'decision', 'referral', 'case_file', 'plan', 'action', 'letter', 'trigger_letter', 'item')
     and (p_table <> 'item' or e.about_agency_id = hub.agency())
     and (e.panel_id is null or e.panel_id = any (hub.pass('hub.colleagues')) or hub.office('ADMINISTRATOR') or hub.office('SENIOR_OFFICER') or p_table in ('referral', 'action'))
     and (e.case_id is null or (e.case_id <> all (hub.pass('hub.barred'))
       and (e.case_id = any (hub.pass('hub.admitted')) or not exists (select from hub.case_file c where c.id = e.case_id and c.sealed))))
   order by e.id desc limit 1 $$;
